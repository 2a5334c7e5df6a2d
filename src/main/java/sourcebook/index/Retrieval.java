package sourcebook.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;
import sourcebook.embed.Embedder;
import sourcebook.index.format.Analysis;
import sourcebook.index.format.Documents;
import sourcebook.index.format.Fields;
import sourcebook.index.format.SentenceMatcher;
import sourcebook.model.Candidates;
import sourcebook.model.Candidates.Candidate;
import sourcebook.text.Mention;

/**
 * Finds candidates two ways: passages that share words with a question (BM25), and passages with a sentence of like
 * meaning (nearest vectors). Every sentence of either is a candidate.
 */
final class Retrieval {
    /** How many nearest sentences are asked for; fewer would miss some of the nearest ten in the graph. */
    private static final int NEAREST = 100;

    private final OpenGeneration generation;
    private final IndexSearcher searcher;
    private final @Nullable Embedder embedder;

    Retrieval(OpenGeneration generation, @Nullable Embedder embedder) {
        this.generation = generation;
        this.searcher = generation.searcher();
        this.embedder = generation.generation().embedded() ? embedder : null;
    }

    Candidates search(Query query) throws IOException {
        List<Candidates.Term> terms = weighed(query);
        SortedMap<Integer, Double> passages = byWords(query, terms);
        if (embedder == null) {
            return candidates(query, terms, passages, (passage, number) -> 0);
        }
        Meaning meaning = new Meaning(generation, embedder.question(query.text()));
        if (query.article() == null) {
            meaning.nearest(NEAREST).forEach(passage -> passages.putIfAbsent(passage, 0.0));
        }
        return candidates(query, terms, passages, meaning::cosine);
    }

    private interface Cosines {
        double of(int passage, int number);
    }

    private Candidates candidates(
            Query query, List<Candidates.Term> terms, SortedMap<Integer, Double> passages, Cosines meaning)
            throws IOException {
        SentenceMatcher matcher = new SentenceMatcher(standingFor(query, terms));
        List<Candidate> found = new ArrayList<>();
        for (Map.Entry<Integer, Double> passage : passages.entrySet()) {
            int document = passage.getKey();
            SentenceMatcher.Scored scored = new SentenceMatcher.Scored(document, passage.getValue());
            found.addAll(matcher.match(generation.table(document), scored, number -> meaning.of(document, number)));
        }
        return new Candidates(terms, found);
    }

    /** The index terms that stand for each term: its own, and for a party those of the parties that it owns. */
    private List<List<String>> standingFor(Query query, List<Candidates.Term> terms) {
        return terms.stream()
                .map(term -> {
                    List<String> all = new ArrayList<>(List.of(term.text()));
                    query.mentions().stream()
                            .flatMap(mention -> mention.parties().stream())
                            .filter(party -> Documents.partyTerm(party.key()).equals(term.text()))
                            .flatMap(party -> generation.names().ownedBy(party).stream())
                            .forEach(owned -> all.add(Documents.partyTerm(owned.key())));
                    return all;
                })
                .toList();
    }

    /** The best passages for the terms by their numbers; with a scope, all passages of its article. */
    private SortedMap<Integer, Double> byWords(Query query, List<Candidates.Term> terms) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Candidates.Term term : terms) {
            if (term.known()) {
                any.add(new TermQuery(new Term(Fields.BODY, term.text())), Occur.SHOULD);
            }
        }
        if (query.article() != null) {
            any.add(new TermQuery(new Term(Fields.OF, query.article())), Occur.FILTER);
        }
        SortedMap<Integer, Double> passages = new TreeMap<>();
        // Hits are not counted, so that Lucene may skip what cannot be among the best.
        TopDocs best = searcher.search(any.build(), new TopScoreDocCollectorManager(query.passages(), 1));
        for (ScoreDoc hit : best.scoreDocs) {
            passages.put(hit.doc, (double) hit.score);
        }
        return passages;
    }

    /** The terms of the question's words; the words of a known name are one term, the party's. */
    private static Set<String> terms(Query query) {
        Set<String> terms = new LinkedHashSet<>();
        StringBuilder words = new StringBuilder();
        int from = 0;
        for (Mention mention : query.mentions()) {
            words.append(query.text(), from, mention.span().start()).append(' ');
            mention.parties().forEach(party -> terms.add(Documents.partyTerm(party.key())));
            from = mention.span().end();
        }
        words.append(query.text(), from, query.text().length());
        terms.addAll(Analysis.questionTerms(words.toString()));
        return terms;
    }

    private List<Candidates.Term> weighed(Query query) throws IOException {
        Set<String> names = Analysis.nameTerms(query.text());
        List<Candidates.Term> weighed = new ArrayList<>();
        for (String term : terms(query)) {
            if (weighed.size() < Candidates.MAX_TERMS) {
                int passages = searcher.getIndexReader().docFreq(new Term(Fields.BODY, term));
                weighed.add(new Candidates.Term(
                        term, weight(passages), passages > 0, Documents.isParty(term) || names.contains(term)));
            }
        }
        return weighed;
    }

    /** Inverse document frequency as in BM25 (Robertson and Zaragoza, 2009), over passages. */
    private double weight(int passages) {
        double all = generation.generation().holdings().passages();
        return Math.log(1 + (all - passages + 0.5) / (passages + 0.5));
    }
}
