package sourcebook.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import sourcebook.index.Query;
import sourcebook.index.format.Fields;
import sourcebook.model.Answer;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;
import sourcebook.model.search.Candidates;
import sourcebook.question.Question;
import sourcebook.question.Questions;

/**
 * A question with everything about it that was found out before the clock runs.
 *
 * @param query what our search is asked
 * @param raw the same terms as plain Lucene is asked
 * @param quotes the words that answer it, each known to stand in its source
 */
record Known(
        String text, Question question, Query query, Candidates candidates, BooleanQuery raw, List<String> quotes) {
    /** As many passages as the desk asks for. */
    static final int PASSAGES = 50;

    /** A question and its answer, whose words are looked up in what the corpus was made from. */
    static Known of(String text, Answer.Found found, World world) throws IOException {
        Question question = Questions.read(text, world.lease().names(), null);
        Query query = new Query(question.text(), question.mentions(), null, PASSAGES);
        Candidates candidates = world.lease().search(query);
        List<String> quotes = found.evidence().stream()
                .map(evidence -> verbatim(evidence, world.prepared().sources()))
                .toList();
        return new Known(text, question, query, candidates, raw(candidates), quotes);
    }

    /** Throws unless the answer is the one that is known. */
    void check(Answer answer) {
        if (!(answer instanceof Answer.Found found)
                || !found.evidence().stream().map(Known::words).toList().equals(quotes)) {
            throw new IllegalStateException("another answer than before to: " + text + "\n" + answer);
        }
    }

    private static String verbatim(Evidence evidence, Map<String, String> sources) {
        String words = words(evidence);
        String article = evidence instanceof Quote quote ? quote.citation().article() : "";
        if (!sources.getOrDefault(article, "").contains(words)) {
            throw new IllegalStateException("not in " + article + ": " + words);
        }
        return words;
    }

    private static String words(Evidence evidence) {
        return switch (evidence) {
            case Quote quote -> quote.text();
            case Fact fact -> fact.text();
        };
    }

    private static BooleanQuery raw(Candidates candidates) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Candidates.Term term : candidates.terms()) {
            if (term.known()) {
                any.add(new TermQuery(new Term(Fields.BODY, term.text())), Occur.SHOULD);
            }
        }
        return any.build();
    }
}
