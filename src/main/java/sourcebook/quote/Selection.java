package sourcebook.quote;

import java.util.ArrayList;
import java.util.List;
import sourcebook.model.Quote;

/**
 * Picks the quotes to show from those that are offered, best first: only good ones beside the best, no words twice, and a
 * second article where it is nearly as good as the first. Says when it has enough, so that no more need be loaded. For one
 * answer and one thread.
 */
public final class Selection {
    /**
     * A quote is shown beside the best one if its score is at most so much less. Scores are logarithms of odds: the best is
     * then held to be at most some seven times as likely.
     */
    private static final double NEAR = 2;

    /** Quotes looked at, so that the work for one answer is bounded. */
    public static final int LOOKED_AT = 10;

    private final int limit;
    private final double best;
    private final List<Quote> chosen = new ArrayList<>();
    private final List<Quote> seen = new ArrayList<>();
    private int looked;
    private int altered;

    /**
     * Nothing chosen yet.
     *
     * @param limit quotes at most, at least 1
     * @param best the best score
     */
    public Selection(int limit, double best) {
        this.limit = limit;
        this.best = best;
    }

    /** Whether the next in rank, with that score, is worth loading. */
    public boolean wants(double score) {
        return looked < LOOKED_AT && score >= best - NEAR && !complete();
    }

    /** Looks at the next in rank; one whose source was altered is not chosen. */
    public void offer(Quote quote) {
        looked++;
        if (!quote.passage().intact()) {
            altered++;
        } else if (seen.stream().noneMatch(quote::sameWords)) {
            seen.add(quote);
            choose(quote);
        }
    }

    /** The quotes to show, best first; all were intact when they were offered. */
    public List<Quote> chosen() {
        return List.copyOf(chosen);
    }

    /** How many were left out because their source was altered. */
    public int altered() {
        return altered;
    }

    /** When there are enough, the last makes room for one of a second article. */
    private void choose(Quote quote) {
        if (chosen.size() < limit) {
            chosen.add(quote);
        } else if (ofOneArticle() && !sameArticle(quote)) {
            chosen.set(limit - 1, quote);
        }
    }

    private boolean complete() {
        return chosen.size() == limit && (limit == 1 || !ofOneArticle());
    }

    private boolean ofOneArticle() {
        return chosen.stream().allMatch(this::sameArticle);
    }

    private boolean sameArticle(Quote quote) {
        return quote.citation().article().equals(chosen.getFirst().citation().article());
    }
}
