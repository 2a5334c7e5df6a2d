package sourcebook.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import sourcebook.index.format.Analysis;
import sourcebook.index.format.Documents;
import sourcebook.index.format.Fields;
import sourcebook.index.format.SentenceTable;
import sourcebook.model.Candidates;
import sourcebook.model.Candidates.Candidate;
import sourcebook.text.Mention;

/** Finds the passages that share words with a question (BM25), and in them every sentence as a candidate. */
final class Retrieval {
    private final OpenGeneration generation;
    private final IndexSearcher searcher;

    Retrieval(OpenGeneration generation) {
        this.generation = generation;
        this.searcher = generation.searcher();
    }

    Candidates search(Query query) throws IOException {
        List<Candidates.Term> terms = weighed(terms(query));
        int[] hashes =
                terms.stream().mapToInt(term -> Analysis.hash(term.text())).toArray();
        List<Candidate> found = new ArrayList<>();
        for (ScoreDoc hit : passages(query, terms).scoreDocs) {
            SentenceTable.match(generation.table(hit.doc), hashes, hit.doc, hit.score, found);
        }
        return new Candidates(terms, found);
    }

    /** The best passages for the terms. Hits are not counted, so that Lucene may skip what cannot be among the best. */
    private TopDocs passages(Query query, List<Candidates.Term> terms) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Candidates.Term term : terms) {
            if (term.known()) {
                any.add(new TermQuery(new Term(Fields.BODY, term.text())), Occur.SHOULD);
            }
        }
        if (query.article() != null) {
            any.add(new TermQuery(new Term(Fields.OF, query.article())), Occur.FILTER);
            any.setMinimumNumberShouldMatch(1);
        }
        return searcher.search(any.build(), new TopScoreDocCollectorManager(query.passages(), 1));
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

    private List<Candidates.Term> weighed(Set<String> terms) throws IOException {
        List<Candidates.Term> weighed = new ArrayList<>();
        for (String term : terms) {
            if (weighed.size() < Candidates.MAX_TERMS) {
                int passages = searcher.getIndexReader().docFreq(new Term(Fields.BODY, term));
                weighed.add(new Candidates.Term(term, weight(passages), passages > 0));
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
