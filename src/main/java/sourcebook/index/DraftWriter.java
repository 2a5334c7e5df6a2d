package sourcebook.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import sourcebook.embed.Embedder;
import sourcebook.index.contract.ContractWriter;
import sourcebook.index.format.Analysis;
import sourcebook.index.format.Documents;
import sourcebook.index.format.Parties;
import sourcebook.index.format.Stamp;
import sourcebook.model.Article;
import sourcebook.model.Generation;
import sourcebook.model.PartialDate;
import sourcebook.model.Party;
import sourcebook.text.Names;

/**
 * Writes a new generation beside the live one. Closed without {@link #finish}, it leaves nothing that could be served.
 * For one thread.
 */
public final class DraftWriter implements Closeable {
    private static final double BUFFER_MEGABYTES = 64;

    /** Sentences are embedded so many together, which keeps all processors busy and the memory bounded. */
    private static final int TOGETHER = 512;

    private final Path folder;
    private final long number;
    private final Documents documents;
    private final @Nullable SentenceVectors vectors;
    private final List<Documents.Block> waiting = new ArrayList<>();
    private int waitingSentences;
    private final Directory directory;
    private final IndexWriter writer;
    private final List<String> examples = new ArrayList<>();
    private int articles;
    private int passages;
    private int sentences;
    private int contracts;
    private @Nullable PartialDate newest;

    DraftWriter(Path folder, long number, Names names, @Nullable SentenceVectors vectors) throws IOException {
        this.folder = folder;
        this.number = number;
        this.vectors = vectors;
        this.documents = new Documents(names, vectors != null);
        this.directory = FSDirectory.open(folder);
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig(Analysis.analyzer())
                        .setOpenMode(OpenMode.CREATE)
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setCommitOnClose(false));
        for (Party party : names.parties()) {
            writer.addDocument(Parties.document(party));
        }
    }

    /** Adds an article; its id must be new to this draft. */
    public void add(Article article) throws IOException {
        Documents.Block block = documents.of(article);
        waiting.add(block);
        waitingSentences += block.sentences();
        if (waitingSentences >= TOGETHER) {
            write();
        }
        articles++;
        passages += block.passages();
        sentences += block.sentences();
        PartialDate published = article.citation().published();
        if (published != null && (newest == null || published.compareTo(newest) > 0)) {
            newest = published;
        }
    }

    /** Writes what waits, in its order, after embedding its sentences together. */
    private void write() throws IOException {
        if (vectors != null) {
            List<Documents.ToEmbed> sentences =
                    waiting.stream().flatMap(block -> block.toEmbed().stream()).toList();
            List<byte[]> made =
                    vectors.of(sentences.stream().map(Documents.ToEmbed::text).toList());
            for (int i = 0; i < made.size(); i++) {
                sentences.get(i).vector(made.get(i));
            }
        }
        for (Documents.Block block : waiting) {
            writer.addDocuments(block.documents());
        }
        waiting.clear();
        waitingSentences = 0;
    }

    /**
     * Writes the contracts, all of them anew: to be called once, after the articles, whose words their facts may quote.
     */
    public void contracts(Contracts written) throws IOException {
        write();
        try (DirectoryReader soFar = DirectoryReader.open(writer);
                ContractWriter into = new ContractWriter(folder, id -> OpenGeneration.article(soFar, id))) {
            written.write(into, id -> OpenGeneration.article(soFar, id));
            into.finish();
            contracts = into.contracts();
        }
    }

    /** Whatever knows the contracts of a corpus. */
    public interface Contracts {
        /** Adds them, with the articles of the draft at hand. */
        void write(ContractWriter into, ContractWriter.Articles articles) throws IOException;
    }

    /** Keeps a question that the articles answer, to show people what they can ask. */
    public void example(String question) {
        examples.add(question);
    }

    /** Makes the draft durable: everything is on the disk when this returns. */
    public Draft finish(String corpus, Instant builtAt) throws IOException {
        write();
        if (vectors == null) {
            // One segment is searched fastest, and words are merged quickly; graphs of vectors are not.
            writer.forceMerge(1);
        }
        Generation generation = new Generation(
                number,
                builtAt,
                corpus,
                vectors == null ? Generation.WORDS_ALONE : Embedder.MODEL,
                new Generation.Holdings(articles, passages, sentences, newest, contracts),
                examples);
        writer.setLiveCommitData(Stamp.write(generation).entrySet());
        writer.commit();
        return new Draft(folder, generation);
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            if (vectors != null) {
                vectors.close();
            }
        }
    }
}
