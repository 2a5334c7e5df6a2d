package sourcebook.index.build;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import sourcebook.embed.Vectors;
import sourcebook.model.Passage;

/**
 * Vectors that were made before, by the hash of their text, in a folder of their own for each model. A cache may be lost
 * without harm: a damaged one is begun anew. For one thread, and one process at a time.
 */
final class EmbeddingCache implements Closeable {
    private static final System.Logger LOG = System.getLogger(EmbeddingCache.class.getName());
    private static final String KEY = "key";
    private static final String VECTOR = "vector";

    /** New vectors become durable each time so many were made, so that a stopped run loses little. */
    private static final int COMMIT_EVERY = 1_000;

    private final FSDirectory directory;
    private final IndexWriter writer;
    private DirectoryReader before;
    private int uncommitted;

    private EmbeddingCache(FSDirectory directory, IndexWriter writer, DirectoryReader before) {
        this.directory = directory;
        this.writer = writer;
        this.before = before;
    }

    /** The cache in a folder, which is made if there is none. */
    static EmbeddingCache open(Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            return opened(folder);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | NoSuchFileException
                | IllegalArgumentException e) {
            // Not for any trouble: a disk that is full must not cost the vectors that are there.
            LOG.log(Level.WARNING, "The cache of embeddings is damaged and begun anew: " + e.getMessage());
            delete(folder);
            Files.createDirectories(folder);
            return opened(folder);
        }
    }

    private static EmbeddingCache opened(Path folder) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
        try {
            writer.commit();
            DirectoryReader reader = DirectoryReader.open(directory);
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return new EmbeddingCache(directory, writer, reader);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            directory.close();
            throw e;
        }
    }

    /** How many vectors the cache held when it was opened. */
    int size() {
        return before.numDocs();
    }

    /** The vector of a text, if it was made in an earlier run. */
    Optional<byte[]> get(String text) throws IOException {
        BytesRef key = key(text);
        for (LeafReaderContext leaf : before.leaves()) {
            TermsEnum terms = leaf.reader().terms(KEY).iterator();
            if (terms.seekExact(key)) {
                int document = terms.postings(null, PostingsEnum.NONE).nextDoc();
                BinaryDocValues vectors = leaf.reader().getBinaryDocValues(VECTOR);
                if (vectors.advanceExact(document)) {
                    return Optional.of(bytes(vectors.binaryValue()));
                }
            }
        }
        return Optional.empty();
    }

    /** Keeps a vector for later runs. */
    void put(String text, byte[] vector) throws IOException {
        Document document = new Document();
        document.add(new StringField(KEY, key(text), Field.Store.NO));
        document.add(new BinaryDocValuesField(VECTOR, new BytesRef(vector)));
        writer.updateDocument(new Term(KEY, key(text)), document);
        if (++uncommitted % COMMIT_EVERY == 0) {
            writer.commit();
        }
    }

    /** Makes what was put durable and lets it be got. */
    void reopen() throws IOException {
        writer.commit();
        DirectoryReader now = DirectoryReader.openIfChanged(before);
        if (now != null) {
            before.close();
            before = now;
        }
    }

    /** Forgets everything; what is put from now on is all there is. */
    void clear() throws IOException {
        writer.deleteAll();
    }

    @Override
    public void close() throws IOException {
        DirectoryReader reader = before;
        try (directory;
                reader) {
            writer.close();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static BytesRef key(String text) {
        return new BytesRef(Passage.sha256(text).substring(0, 32));
    }

    private static byte[] bytes(BytesRef ref) {
        byte[] vector = Arrays.copyOfRange(ref.bytes, ref.offset, ref.offset + ref.length);
        if (vector.length != Vectors.DIMENSIONS) {
            throw new IllegalStateException("a cached vector has " + vector.length + " components");
        }
        return vector;
    }
}
