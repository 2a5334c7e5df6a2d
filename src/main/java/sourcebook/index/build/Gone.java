package sourcebook.index.build;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import sourcebook.index.format.Analysis;

/**
 * The words of documents that were deleted and still lie in an index, as an index of their own beside it. Merging them
 * away at each change would cost more than the change, and as long as they lie there Lucene counts them; what this index
 * counts is what must be taken off. So an index that was changed ranks as one that was built at once.
 */
public final class Gone implements Closeable {
    /** Of the folder within a generation. */
    public static final String FOLDER = "gone";

    private final IndexReader reader;
    private final IndexSearcher searcher;

    private Gone(IndexReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
    }

    static Path folder(Path generation) {
        return generation.resolve(FOLDER);
    }

    /** What is gone from the generation in a folder, its checksums verified. Safe for many threads. */
    public static Gone open(Path generation) throws IOException {
        if (!Files.isDirectory(folder(generation))) {
            return new Gone(new MultiReader());
        }
        FSDirectory directory = FSDirectory.open(folder(generation));
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            reader.getReaderCacheHelper().addClosedListener(key -> directory.close());
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return new Gone(reader);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    public boolean isEmpty() {
        return reader.numDocs() == 0;
    }

    /** How many of the documents that are gone have a term. */
    public int documents(Term term) throws IOException {
        return isEmpty() ? 0 : reader.docFreq(term);
    }

    /** A term's statistics without them; at least one document stays, which Lucene insists on and nothing finds. */
    public TermStatistics without(TermStatistics all, Term term) throws IOException {
        int documents = documents(term);
        if (documents == 0) {
            return all;
        }
        long left = Math.max(1, all.docFreq() - documents);
        return new TermStatistics(all.term(), left, Math.max(left, all.totalTermFreq() - reader.totalTermFreq(term)));
    }

    /** A field's statistics without them. */
    public @Nullable CollectionStatistics without(@Nullable CollectionStatistics all) throws IOException {
        CollectionStatistics gone = all == null || isEmpty() ? null : searcher.collectionStatistics(all.field());
        if (all == null || gone == null || all.docCount() <= gone.docCount()) {
            return all;
        }
        return new CollectionStatistics(
                all.field(),
                all.maxDoc(),
                all.docCount() - gone.docCount(),
                all.sumTotalTermFreq() - gone.sumTotalTermFreq(),
                all.sumDocFreq() - gone.sumDocFreq());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Takes down what is deleted. For one thread. */
    static final class Writer implements Closeable {
        private final Path folder;
        private final FSDirectory directory;
        private final IndexWriter writer;

        /** Goes on with what is there. */
        Writer(Path generation) throws IOException {
            this.folder = folder(generation);
            this.directory = FSDirectory.open(folder);
            try {
                this.writer =
                        new IndexWriter(directory, new IndexWriterConfig(Analysis.analyzer()).setCommitOnClose(false));
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        }

        /** Takes down the words of documents as they were indexed. */
        void add(List<Document> documents) throws IOException {
            List<Document> words = new ArrayList<>();
            for (Document document : documents) {
                Document searched = new Document();
                for (IndexableField field : document) {
                    if (field.fieldType().indexOptions() != IndexOptions.NONE) {
                        searched.add(field);
                    }
                }
                words.add(searched);
            }
            writer.addDocuments(words);
        }

        void finish() throws IOException {
            writer.commit();
        }

        @Override
        public void close() throws IOException {
            try (directory) {
                writer.rollback();
            }
        }
    }

    /** Forgets all of it: the documents themselves were merged away. */
    public static void delete(Path generation) throws IOException {
        if (!Files.isDirectory(folder(generation))) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder(generation))) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
