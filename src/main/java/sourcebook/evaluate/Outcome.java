package sourcebook.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one question got, judged.
 *
 * @param given whether an answer was given
 * @param quotes those of the answer, best first
 * @param first the first quote, or what it would have been had the answer been given; null where there is nothing
 * @param articleRank the place of the first relevant article among the best, from 1; 0 where none is relevant
 * @param expected what a right answer says, in words for people
 */
public record Outcome(
        QuestionSet.Question question,
        boolean given,
        double confidence,
        long millis,
        List<Judged> quotes,
        @Nullable Judged first,
        int articleRank,
        String expected) {
    public Outcome {
        quotes = List.copyOf(quotes);
    }

    /**
     * A quote.
     *
     * @param right whether it answers the question
     * @param verbatim whether its words stand where it says in the set's own corpus
     */
    public record Judged(String article, String title, String text, boolean right, boolean verbatim) {}

    public boolean answerable() {
        return question.answerable();
    }

    /** Whether the first quote answers, or would have. */
    public boolean firstRight() {
        return first != null && first.right();
    }

    /** Whether a right quote is among the first so many of an answer. */
    public boolean rightWithin(int places) {
        int rank = rank();
        return rank > 0 && rank <= places;
    }

    /** The place of the first right quote, from 1; 0 where none is right. */
    int rank() {
        for (int i = 0; i < quotes.size(); i++) {
            if (quotes.get(i).right()) {
                return i + 1;
            }
        }
        return 0;
    }
}
