package sourcebook.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import sourcebook.embed.Embedder;
import sourcebook.index.build.Gone;
import sourcebook.index.build.Holding;
import sourcebook.index.build.IndexedArticle;
import sourcebook.index.build.IndexedFile;
import sourcebook.index.build.Manifest;
import sourcebook.index.build.Merging;
import sourcebook.index.build.Program;
import sourcebook.index.build.Removal;
import sourcebook.index.build.Revision;
import sourcebook.index.build.SentenceVectors;
import sourcebook.index.build.Spool;
import sourcebook.index.build.SpooledSentences;
import sourcebook.index.build.Ticker;
import sourcebook.index.contract.ContractWriter;
import sourcebook.index.contract.KeptFacts;
import sourcebook.index.format.Documents;
import sourcebook.index.format.Parties;
import sourcebook.index.format.Stamp;
import sourcebook.model.Article;
import sourcebook.model.Fact;
import sourcebook.model.Generation;
import sourcebook.model.Party;
import sourcebook.text.Names;
import sourcebook.text.Passages;
import sourcebook.text.fact.TextContracts;

/**
 * Writes a new generation beside the live one, in steps: tell the {@link #revision} which files there are, {@link #add} the
 * articles that were read, {@link #embed}, {@link #build}, {@link #finish}. Closed before the last, it leaves nothing
 * that could be served. For one thread.
 */
public final class DraftWriter implements Closeable {
    private final Path folder;
    private final long number;
    private final Names names;
    private final Documents documents;
    private final @Nullable SentenceVectors vectors;
    private final Revision revision;
    private final Spool spool;
    private final Directory directory;
    private final IndexWriter writer;
    private final Merging merging;
    private final Removal removal;
    private final Before before;
    private final List<Party> parties;
    private final List<String> examples = new ArrayList<>();
    private int contracts;
    private boolean factsTouched;

    /**
     * A writer into a folder that is empty or holds a copy of an index.
     *
     * @param before the generation whose copy it is; nothing where the folder is empty
     */
    DraftWriter(Home home, Names names, @Nullable SentenceVectors vectors, Before before) throws IOException {
        this.folder = home.folder();
        this.number = home.number();
        this.vectors = vectors;
        this.documents = new Documents(names, vectors != null);
        this.names = names;
        this.before = before;
        this.revision = new Revision(before.files());
        this.merging = new Merging(before.folder() != null, vectors != null);
        this.removal = new Removal(documents);
        this.spool = new Spool(folder.resolve("spool"));
        this.directory = FSDirectory.open(folder);
        this.writer = opened(directory, spool, merging.configuration());
        this.parties = before.folder() == null ? List.copyOf(names.parties()) : List.of();
    }

    private static IndexWriter opened(Directory directory, Spool spool, IndexWriterConfig configuration)
            throws IOException {
        try {
            return new IndexWriter(directory, configuration);
        } catch (IOException | RuntimeException e) {
            try (directory;
                    spool) {
                throw e;
            }
        }
    }

    /** Where a draft is written, and what number it will have. */
    record Home(Path folder, long number) {}

    /** What stays, changes and goes. */
    public Revision revision() {
        return revision;
    }

    /** Takes an article of the file that the revision has begun; its id must be new to this draft. */
    public void add(Article article) throws IOException {
        List<Passages.Stretch> passages = Passages.of(article.text());
        if (revision.add(IndexedArticle.of(article, passages))) {
            spool.add(article, passages);
        }
    }

    /** How many articles wait to be written. */
    public int articles() {
        return spool.articles();
    }

    /** How many of their sentences get vectors; some may have been made before. */
    public long sentencesToEmbed() {
        return vectors == null ? 0 : spool.sentences();
    }

    /** How many vectors were made anew. */
    public long embedded() {
        return vectors == null ? 0 : vectors.made();
    }

    /** Makes the vectors that are not there yet. */
    public void embed(Ticker progress) throws IOException {
        if (vectors != null) {
            new SpooledSentences(vectors, progress).embed(spool);
            vectors.keep();
        }
    }

    /** Writes the articles that wait, and takes out those that changed or went; told how many are written. */
    public void build(Ticker progress) throws IOException {
        try {
            write(progress);
        } catch (AlreadyClosedException e) {
            throw brokenOff(e);
        }
    }

    /** A merge in the background met trouble, such as a full disk, and the writer closed itself. */
    private IOException brokenOff(AlreadyClosedException e) {
        Throwable why = writer.getTragicException();
        return new IOException("the index could not be written: " + (why == null ? e : why).getMessage(), why);
    }

    private void write(Ticker progress) throws IOException {
        for (Party party : parties) {
            writer.addDocument(Parties.document(party));
        }
        removal.of(revision.articlesToDelete(), writer, folder);
        factsTouched = removal.facts() || before.asked().stream().anyMatch(revision.articlesToDelete()::contains);
        long[] done = {0};
        spool.forEach((article, passages) -> {
            Documents.Block block = documents.of(article, passages);
            factsTouched |= KeptFacts.keep(
                            TextContracts.of(article, names), block.documents().getFirst())
                    || before.asked().contains(article.id());
            write(block, progress, done[0]);
            progress.at(++done[0]);
        });
    }

    private void write(Documents.Block block, Ticker progress, long done) throws IOException {
        if (vectors != null) {
            List<Documents.ToEmbed> sentences = block.toEmbed();
            List<byte[]> made =
                    vectors.of(sentences.stream().map(Documents.ToEmbed::text).toList(), more -> progress.at(done));
            for (int i = 0; i < made.size(); i++) {
                sentences.get(i).vector(made.get(i));
            }
        }
        writer.addDocuments(block.documents());
    }

    /**
     * Whether the contracts of the generation before are those of this one, if their own files have not changed: no
     * article that came, changed or went states any fact, or was looked at for one.
     */
    public boolean contractsStay() {
        return before.folder() != null && !factsTouched;
    }

    /** Takes the contracts over from the generation before. */
    public void keepContracts() throws IOException {
        before.copy(ContractWriter.FOLDER, folder);
        contracts = before.contracts();
    }

    /**
     * Writes the contracts, all of them anew: to be called once, after the articles, whose words their facts may quote.
     */
    public void contracts(Contracts written) throws IOException {
        try (DirectoryReader soFar = DirectoryReader.open(writer);
                ContractWriter into = new ContractWriter(folder, id -> OpenGeneration.article(soFar, id))) {
            written.write(into, id -> OpenGeneration.article(soFar, id), KeptFacts.all(soFar));
            into.finish();
            contracts = into.contracts();
        }
    }

    /** A place within the draft for what does not fit into memory; nothing is there, and nothing may stay. */
    public Path scratch() {
        return folder.resolve("scratch");
    }

    /** Whatever knows the contracts of a corpus. */
    public interface Contracts {
        /**
         * Adds them, with the articles of the draft at hand.
         *
         * @param read the facts that sentences state, by the ids of their articles
         */
        void write(ContractWriter into, ContractWriter.Articles articles, Map<String, List<Fact>> read)
                throws IOException;
    }

    /** Keeps a question that the articles answer, to show people what they can ask. */
    public void example(String question) {
        examples.add(question);
    }

    /**
     * Makes the draft durable: everything is on the disk when this returns.
     *
     * @param waiting asked again and again while segments are merged
     */
    public Draft finish(String corpus, Instant builtAt, Ticker waiting) throws IOException {
        spool.close();
        try {
            writeFiles();
            if (merging.merge(writer, waiting)) {
                Gone.delete(folder);
            }
            return committed(corpus, builtAt);
        } catch (AlreadyClosedException e) {
            throw brokenOff(e);
        }
    }

    private void writeFiles() throws IOException {
        for (String file : revision.filesToReplace()) {
            writer.deleteDocuments(Manifest.term(file));
        }
        for (IndexedFile file : revision.filesToWrite()) {
            writer.addDocument(Manifest.document(file));
        }
    }

    private Draft committed(String corpus, Instant builtAt) throws IOException {
        Generation generation = new Generation(
                number,
                builtAt,
                corpus,
                vectors == null ? Generation.WORDS_ALONE : Embedder.MODEL,
                Holding.of(revision.files().values(), contracts),
                examples);
        Map<String, String> data = new HashMap<>(Stamp.write(generation));
        data.put(OpenGeneration.PROGRAM, Program.ID);
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
        return new Draft(folder, generation, revision.files());
    }

    /** Merges that still run are called off. */
    @Override
    public void close() throws IOException {
        try (directory;
                spool;
                vectors) {
            writer.rollback();
        }
    }
}
