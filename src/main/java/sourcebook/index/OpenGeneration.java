package sourcebook.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import sourcebook.embed.Embedder;
import sourcebook.index.build.Gone;
import sourcebook.index.build.IndexedFile;
import sourcebook.index.build.Manifest;
import sourcebook.index.contract.OpenContracts;
import sourcebook.index.format.Fields;
import sourcebook.index.format.Parties;
import sourcebook.index.format.SentenceTable;
import sourcebook.index.format.Stamp;
import sourcebook.index.format.Stored;
import sourcebook.index.format.StoredPassage;
import sourcebook.index.format.Visible;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Generation;
import sourcebook.model.Party;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.model.audience.Clearance;
import sourcebook.text.Names;

/** A generation opened for reading, its checksums verified. Immutable; safe for many threads until closed. */
final class OpenGeneration implements Closeable {
    /** The key in the commit data for the program that wrote them. */
    static final String PROGRAM = "program";

    private final DirectoryReader reader;
    private final OpenContracts contracts;
    private final LiveSearcher searcher;
    private final Generation generation;
    private final Names names;
    private final Map<String, List<String>> owned;
    private final Map<Clearance, Visible> visible = new ConcurrentHashMap<>();

    private OpenGeneration(DirectoryReader reader, Gone gone, OpenContracts contracts, Generation generation)
            throws IOException {
        this.reader = reader;
        this.contracts = contracts;
        this.generation = generation;
        this.searcher = new LiveSearcher(reader, gone);
        this.names = new Names(Parties.read(reader));
        this.owned = Parties.owned(names.parties());
    }

    /**
     * Opens the index in a folder.
     *
     * @throws IOException if it is missing, damaged, or of a format that this version does not read
     */
    static OpenGeneration open(Path folder) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            reader.getReaderCacheHelper().addClosedListener(key -> directory.close());
            return checked(reader, folder);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static OpenGeneration checked(DirectoryReader reader, Path folder) throws IOException {
        try {
            Generation generation = Stamp.read(reader.getIndexCommit().getUserData());
            if (generation.embedded() && !generation.model().equals(Embedder.MODEL)) {
                throw new IOException("the index was made with the model " + generation.model() + ", this version uses "
                        + Embedder.MODEL + "; run 'bin/sourcebook reindex'");
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            Gone gone = Gone.open(folder);
            reader.getReaderCacheHelper().addClosedListener(key -> gone.close());
            OpenContracts contracts = OpenContracts.open(folder);
            reader.getReaderCacheHelper().addClosedListener(key -> contracts.close());
            return new OpenGeneration(reader, gone, contracts, generation);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    Generation generation() {
        return generation;
    }

    /** What a clearance leaves of it; made once for each clearance that was asked about. */
    Visible visible(Clearance clearance) throws IOException {
        Visible known = visible.get(clearance);
        if (known == null) {
            known = new Visible(searcher, searcher::documents, clearance);
            visible.put(clearance, known);
        }
        return known;
    }

    /** The generation, holding no more than is visible. */
    Generation generation(Visible seen) {
        return generation.holding(seen.of(generation.holdings()));
    }

    /** The files that it was built from, by their names. */
    Map<String, IndexedFile> files() throws IOException {
        return Manifest.read(reader);
    }

    /** Which build of the program wrote it. */
    String program() throws IOException {
        return reader.getIndexCommit().getUserData().getOrDefault(PROGRAM, "");
    }

    /** The parties that the articles were indexed with. */
    Names names() {
        return names;
    }

    /** The terms of the parties that a party has owned, wholly or in part, at any time. */
    List<String> ownedBy(Party owner) {
        return owned.getOrDefault(owner.name(), List.of());
    }

    OpenContracts contracts() {
        return contracts;
    }

    DirectoryReader reader() {
        return reader;
    }

    LiveSearcher searcher() {
        return searcher;
    }

    Optional<Article> article(String id) throws IOException {
        return article(searcher, id);
    }

    /** An article of an index, also of one that is still being written. */
    static Optional<Article> article(IndexReader reader, String id) throws IOException {
        return article(new IndexSearcher(reader), id);
    }

    private static Optional<Article> article(IndexSearcher searcher, String id) throws IOException {
        TopDocs hits = searcher.search(new TermQuery(new Term(Fields.ARTICLE, id)), 1);
        return hits.scoreDocs.length == 0
                ? Optional.empty()
                : Optional.of(Stored.article(searcher.storedFields().document(hits.scoreDocs[0].doc)));
    }

    Passage passage(int document) throws IOException {
        return StoredPassage.passage(new Column(reader, Fields.PASSAGE).value(document));
    }

    /** The citation of a passage document. */
    Citation citation(int document) throws IOException {
        return StoredPassage.citation(new Column(reader, Fields.PASSAGE).value(document));
    }

    /** The sentences of a passage document, in the passage's own offsets. */
    List<Span> sentences(int document) throws IOException {
        return SentenceTable.spans(new Column(reader, Fields.SENTENCES).value(document));
    }

    /** The passage that has exactly that sentence. */
    Optional<Passage> passageAt(Quote.Place place) throws IOException {
        TopDocs hits = searcher.search(new TermQuery(new Term(Fields.OF, place.article())), reader.maxDoc());
        for (ScoreDoc hit : hits.scoreDocs) {
            Passage passage = passage(hit.doc);
            if (passage.span().contains(place.span())
                    && sentences(hit.doc).contains(place.span().shifted(-passage.start()))) {
                return Optional.of(passage);
            }
        }
        return Optional.empty();
    }

    /** Whether a document, if it is a passage, has the words that stand in its article at that place. */
    boolean faithful(int number) throws IOException {
        BytesRef value = new Column(reader, Fields.PASSAGE).find(number);
        if (value == null || deleted(number)) {
            return true;
        }
        Passage passage = StoredPassage.passage(value);
        return passage.intact()
                && article(passage.citation().article())
                        .filter(article -> article.text().startsWith(passage.text(), passage.start()))
                        .isPresent();
    }

    private boolean deleted(int number) {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(number, reader.leaves()));
        Bits live = leaf.reader().getLiveDocs();
        return live != null && !live.get(number - leaf.docBase);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
