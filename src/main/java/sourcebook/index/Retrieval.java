package sourcebook.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;
import sourcebook.embed.Embedder;
import sourcebook.index.format.Analysis;
import sourcebook.index.format.Documents;
import sourcebook.index.format.Fields;
import sourcebook.index.format.SentenceMatcher;
import sourcebook.index.format.Visible;
import sourcebook.model.Party;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.text.Mention;

/**
 * Finds candidates two ways: passages that share words with a question (BM25), and passages with a sentence of like
 * meaning (nearest vectors). Every sentence of either is a candidate.
 */
final class Retrieval {
    /** How many nearest sentences are asked for; fewer would miss some of the nearest ten in the graph. */
    private static final int NEAREST = 100;

    private static final Pattern POSSESSIVE = Pattern.compile("['’]?[sS]\\b");

    /** What a party that the named one owns counts, for it is the named one less often than not. */
    private static final float OWNED = 0.5f;

    private final OpenGeneration generation;
    private final LiveSearcher searcher;
    private final @Nullable Embedder embedder;
    private final Visible visible;

    Retrieval(OpenGeneration generation, @Nullable Embedder embedder, Visible visible) {
        this.visible = visible;
        this.generation = generation;
        this.searcher = generation.searcher();
        this.embedder = generation.generation().embedded() ? embedder : null;
    }

    Candidates search(Query query) throws IOException {
        Map<String, Set<String>> owned = owned(query);
        List<Weighed> terms = weighed(query, owned);
        ScoreDoc[] passages = byWords(query, terms);
        if (embedder == null) {
            return candidates(terms, passages, (passage, number) -> 0);
        }
        Meaning meaning = new Meaning(generation, embedder.question(query.text()));
        ScoreDoc[] all = query.article() == null
                ? joined(passages, meaning.nearest(NEAREST, visible.filter(Fields.SENTENCE_AUDIENCE)))
                : passages;
        return candidates(terms, all, meaning::cosine);
    }

    /**
     * A term of the question, and where it stands in the index.
     *
     * @param standing the index terms that stand for it: its own first, and for a party those of the parties that it owns
     */
    private record Weighed(Candidates.Term term, TermStates states, List<String> standing) {
        private org.apache.lucene.search.Query query() {
            TermQuery own = new TermQuery(new Term(Fields.BODY, term.text()), states);
            if (standing.size() == 1) {
                return own;
            }
            List<org.apache.lucene.search.Query> any = new ArrayList<>(List.of(own));
            standing.stream()
                    .skip(1)
                    .map(text -> new BoostQuery(new TermQuery(new Term(Fields.BODY, text)), OWNED))
                    .forEach(any::add);
            return new DisjunctionMaxQuery(any, 0);
        }
    }

    private interface Cosines {
        double of(int passage, int number);
    }

    /** Passages by words, and those by meaning that are not among them: they have no score. */
    private static ScoreDoc[] joined(ScoreDoc[] byWords, List<Integer> byMeaning) {
        Set<Integer> seen = new HashSet<>();
        return Stream.concat(Arrays.stream(byWords), byMeaning.stream().map(passage -> new ScoreDoc(passage, 0)))
                .filter(passage -> seen.add(passage.doc))
                .toArray(ScoreDoc[]::new);
    }

    private Candidates candidates(List<Weighed> weighed, ScoreDoc[] passages, Cosines meaning) throws IOException {
        List<Candidates.Term> terms = weighed.stream().map(Weighed::term).toList();
        SentenceMatcher matcher =
                new SentenceMatcher(weighed.stream().map(Weighed::standing).toList());
        Column tables = new Column(searcher.getIndexReader(), Fields.SENTENCES);
        List<Candidate> found = new ArrayList<>();
        Arrays.sort(passages, Comparator.comparingInt(passage -> passage.doc));
        for (ScoreDoc passage : passages) {
            SentenceMatcher.Scored scored = new SentenceMatcher.Scored(passage.doc, passage.score);
            found.addAll(matcher.match(tables.value(passage.doc), scored, number -> meaning.of(passage.doc, number)));
        }
        return new Candidates(terms, found);
    }

    /** For the term of each party named, its own term and those of the parties that it owns. */
    private Map<String, Set<String>> owned(Query query) {
        Map<String, Set<String>> owned = new HashMap<>();
        for (Mention mention : query.mentions()) {
            for (Party party : mention.parties()) {
                owned.computeIfAbsent(Documents.partyTerm(party.key()), own -> new LinkedHashSet<>(List.of(own)))
                        .addAll(generation.ownedBy(party));
            }
        }
        return owned;
    }

    /** The best passages for the terms; with a scope, all passages of its article. */
    private ScoreDoc[] byWords(Query query, List<Weighed> terms) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Weighed weighed : terms) {
            if (weighed.term.known()) {
                any.add(weighed.query(), Occur.SHOULD);
            }
        }
        if (query.article() != null) {
            any.add(new TermQuery(new Term(Fields.OF, query.article())), Occur.FILTER);
        }
        // Hits are not counted, so that Lucene may skip what cannot be among the best.
        return searcher.search(
                        visible.only(any.build(), Fields.PASSAGE_AUDIENCE),
                        new TopScoreDocCollectorManager(query.passages(), 1))
                .scoreDocs;
    }

    /** The terms of the question's words; the words of a known name are one term, the party's. */
    private static Set<String> terms(Query query) {
        Set<String> terms = new LinkedHashSet<>();
        StringBuilder words = new StringBuilder();
        int from = 0;
        for (Mention mention : query.mentions()) {
            words.append(query.text(), from, mention.span().start()).append(' ');
            mention.parties().forEach(party -> terms.add(Documents.partyTerm(party.key())));
            from = behind(query.text(), mention.span().end());
        }
        words.append(query.text(), from, query.text().length());
        terms.addAll(Analysis.questionTerms(words.toString()));
        return terms;
    }

    /** Where a question goes on behind a name: what makes it a possessive is no word of its own. */
    private static int behind(String text, int end) {
        Matcher possessive = POSSESSIVE.matcher(text).region(end, text.length());
        return possessive.lookingAt() ? possessive.end() : end;
    }

    private List<Weighed> weighed(Query query, Map<String, Set<String>> owned) throws IOException {
        Set<String> names = Analysis.nameTerms(query.text());
        List<Weighed> weighed = new ArrayList<>();
        for (String text : terms(query)) {
            if (weighed.size() < Candidates.MAX_TERMS) {
                TermStates states = TermStates.build(searcher, new Term(Fields.BODY, text), true);
                Term term = new Term(Fields.BODY, text);
                int passages = visible.whole() ? searcher.left(states.docFreq(), term) : visible.passages(term);
                boolean name = Documents.isParty(text) || names.contains(text);
                List<String> standing = List.copyOf(owned.getOrDefault(text, Set.of(text)));
                boolean known = passages > 0 || anywhere(standing);
                weighed.add(new Weighed(new Candidates.Term(text, weight(passages), known, name), states, standing));
            }
        }
        return weighed;
    }

    private boolean anywhere(List<String> terms) throws IOException {
        for (String text : terms) {
            if (visible.passages(new Term(Fields.BODY, text)) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Inverse document frequency as in BM25 (Robertson and Zaragoza, 2009), over passages. */
    private double weight(int passages) {
        double all = generation.generation().holdings().passages();
        return Math.log(1 + (all - passages + 0.5) / (passages + 0.5));
    }
}
