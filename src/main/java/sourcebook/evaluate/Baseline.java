package sourcebook.evaluate;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import sourcebook.index.baseline.PlainBm25;
import sourcebook.model.Quote;

/** Plain BM25 over sentences. It answers whenever a word matches, for it cannot tell when to be silent. */
final class Baseline implements Contestant {
    private final PlainBm25 index;
    private final boolean ranksArticles;

    Baseline(PlainBm25 index, boolean ranksArticles) {
        this.index = index;
        this.ranksArticles = ranksArticles;
    }

    @Override
    public Said ask(QuestionSet.Question question) throws IOException {
        long start = System.nanoTime();
        List<Quote> quotes = index.search(question.text(), question.scope(), QUOTES);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        List<String> articles = ranksArticles ? index.articles(question.text(), question.scope(), ARTICLES) : List.of();
        return quotes.isEmpty()
                ? new Said(false, 0, millis, quotes, null, articles)
                : new Said(true, confidence(quotes.getFirst()), millis, quotes, quotes.getFirst(), articles);
    }

    /** The score in the order it has, brought between 0 and 1: no probability. */
    private static double confidence(Quote best) {
        return best.score() / (best.score() + 10);
    }
}
