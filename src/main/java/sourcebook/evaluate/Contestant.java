package sourcebook.evaluate;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Quote;

/** Something that is asked a set's questions: Sourcebook, or what it is compared with. */
interface Contestant {
    /** So many quotes are asked for. */
    int QUOTES = 5;

    /** So many articles are ranked where a set asks for articles. */
    int ARTICLES = 10;

    Said ask(QuestionSet.Question question) throws IOException;

    /**
     * What was said to one question.
     *
     * @param given whether an answer was given; if not, there are no quotes
     * @param confidence from 0 to 1
     * @param first the first quote, or what it would have been had the answer been given; null where there is nothing
     * @param articles ids of the best articles, best first, whether or not an answer was given; empty where a set does
     *     not ask for articles
     */
    record Said(
            boolean given,
            double confidence,
            long millis,
            List<Quote> quotes,
            @Nullable Quote first,
            List<String> articles) {
        public Said {
            quotes = List.copyOf(quotes);
            articles = List.copyOf(articles);
        }
    }
}
