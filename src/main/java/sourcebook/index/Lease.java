package sourcebook.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import sourcebook.embed.Embedder;
import sourcebook.index.build.IndexedFile;
import sourcebook.index.contract.ContractSearch;
import sourcebook.index.format.Documents;
import sourcebook.index.format.Fields;
import sourcebook.index.format.Titles;
import sourcebook.index.format.Visible;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Generation;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.model.audience.Clearance;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.text.Mention;
import sourcebook.text.Names;
import sourcebook.text.speech.Speaker;
import sourcebook.text.speech.Speakers;

/**
 * A generation on loan: it stays open, whatever is published meanwhile, until the lease is closed. Close it once, by
 * {@code try}. One answer uses one lease, so that all of it comes from the same generation.
 */
public final class Lease implements AutoCloseable {
    /** So many passages that name parties together are looked at. */
    private static final int MOST_NAMING = 200;

    private final OpenGeneration open;
    private final @Nullable Embedder embedder;
    private final AutoCloseable giveBack;
    private final Clearance clearance;
    private final Visible visible;

    Lease(OpenGeneration open, @Nullable Embedder embedder, AutoCloseable giveBack) throws IOException {
        this(open, embedder, giveBack, Clearance.EVERYTHING);
    }

    private Lease(OpenGeneration open, @Nullable Embedder embedder, AutoCloseable giveBack, Clearance clearance)
            throws IOException {
        this.open = open;
        this.embedder = embedder;
        this.giveBack = giveBack;
        this.clearance = clearance;
        this.visible = open.visible(clearance);
    }

    /** This lease, cut down to what may be seen: nothing else comes out of it. Close the one or the other, once. */
    public Lease seenBy(Clearance eyes) throws IOException {
        return new Lease(open, embedder, giveBack, clearance.and(eyes));
    }

    /** The generation, holding no more than may be seen. */
    public Generation generation() {
        return open.generation(visible);
    }

    /** The files that it was built from, by their names; read from the index at each call. */
    public Map<String, IndexedFile> files() throws IOException {
        return open.files();
    }

    /** Whether sentences are found by meaning as well as by words. */
    public boolean byMeaning() {
        return embedder != null && open.generation().embedded();
    }

    /** The parties that this generation's articles were indexed with. */
    public Names names() {
        return open.names();
    }

    /**
     * The sentences of the passages that share words with the question, or have a sentence of like meaning; none where
     * nothing does.
     */
    public Candidates search(Query query) throws IOException {
        return new Retrieval(open, embedder, visible).search(query);
    }

    /** The article of that id. */
    public Optional<Article> article(String id) throws IOException {
        return open.article(id).filter(article -> clearance.sees(article.audience()));
    }

    /** The articles that have all the words in their titles; a party's name counts however it is spelt. At most {@code limit}. */
    public List<Citation> titled(String words, List<Mention> mentions, int limit) throws IOException {
        return Titles.with(open.searcher(), visible, Titles.terms(words, mentions), limit);
    }

    /** The first articles, in the order in which they were indexed, at most {@code limit}. */
    public List<Citation> articles(int limit) throws IOException {
        return Titles.first(open.searcher(), visible, limit);
    }

    /** Whether some passage, with its title, has all these words; a party's name counts however it is spelt. */
    public boolean has(String words, List<Mention> mentions) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        Titles.terms(words, mentions).forEach(term -> all.add(new TermQuery(new Term(Fields.BODY, term)), Occur.MUST));
        return open.searcher().count(visible.only(all.build(), Fields.PASSAGE_AUDIENCE)) > 0;
    }

    /** The contracts, with quotes cut from the articles that this lease may see. */
    public ContractSearch contracts() {
        return open.contracts().search(this::article, clearance);
    }

    /** The parties of contracts that are written in more than one way, by their keys. */
    public Map<String, List<String>> mergedParties() throws IOException {
        return open.contracts().merged();
    }

    /**
     * The articles that have a passage which names a party of each group, at most {@code limit}.
     *
     * @param groups keys of parties; none are found where there are no groups
     */
    public List<Citation> naming(List<List<String>> groups, int limit) throws IOException {
        if (groups.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (List<String> group : groups) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            group.forEach(key -> any.add(new TermQuery(new Term(Fields.BODY, Documents.partyTerm(key))), Occur.SHOULD));
            all.add(any.build(), Occur.MUST);
        }
        Map<String, Citation> found = new LinkedHashMap<>();
        org.apache.lucene.search.Query together = visible.only(all.build(), Fields.PASSAGE_AUDIENCE);
        for (ScoreDoc hit : open.searcher().search(together, MOST_NAMING).scoreDocs) {
            Citation citation = open.citation(hit.doc);
            if (found.size() < limit) {
                found.putIfAbsent(citation.article(), citation);
            }
        }
        return List.copyOf(found.values());
    }

    /** The citation of a candidate's article. */
    public Citation citation(Candidate candidate) throws IOException {
        return open.citation(candidate.passage());
    }

    /** The passage that a candidate stands in. */
    public Passage passage(Candidate candidate) throws IOException {
        return open.passage(candidate.passage());
    }

    /** A candidate as a quote. */
    public Quote quote(Candidate candidate, double score) throws IOException {
        Passage passage = passage(candidate);
        return quote(passage, candidate.span().shifted(passage.start()), score);
    }

    /** The quote at a place that was noted earlier; empty if the article is gone or no longer has a sentence there. */
    public Optional<Quote> quote(Quote.Place place) throws IOException {
        return visible.article(place.article())
                ? open.passageAt(place).map(passage -> quote(passage, place.span(), 0))
                : Optional.empty();
    }

    /** The same quote with its speaker, where the paragraph around it names one. */
    public Quote attributed(Quote quote) {
        Passage passage = quote.passage();
        if (!passage.intact()) {
            return quote;
        }
        Span inPassage = quote.span().shifted(-passage.start());
        return quote.by(Speakers.at(passage.text(), inPassage, names())
                .map(Speaker::shown)
                .orElse(null));
    }

    /** The same, for somebody else to close; it must be closed before this one is. */
    public Lease again() throws IOException {
        return new Lease(open, embedder, () -> {}, clearance);
    }

    OpenGeneration open() {
        return open;
    }

    private Quote quote(Passage passage, Span span, double score) {
        return attributed(new Quote(passage, span, null, score));
    }

    /** The question with the words corrected that nobody writes so, where the corpus has a word very like it. */
    public Optional<String> corrected(String question) throws IOException {
        return new SpellCheck(open, embedder, visible).corrected(question);
    }

    @Override
    public void close() {
        try {
            giveBack.close();
        } catch (Exception e) {
            throw new IllegalStateException("generation " + open.generation().number() + " could not be given back", e);
        }
    }
}
