package sourcebook.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sourcebook.model.Quote;

/**
 * Picks the quotes to show from those ranked: only good ones beside the best, no words twice, and a second article
 * where it is nearly as good as the first.
 */
public final class Selection {
    /** A quote is shown beside the best one from this share of its score. */
    private static final double GOOD = 0.75;

    /** Quotes looked at, so that the work for one answer is bounded. */
    public static final int LOOKED_AT = 10;

    private Selection() {}

    /**
     * The quotes to show, best first, at most {@code limit}. All of them must be intact.
     *
     * @param ranked best first
     */
    public static List<Quote> of(List<Quote> ranked, int limit) {
        List<Quote> distinct = distinct(ranked);
        List<Quote> chosen = new ArrayList<>(distinct.subList(0, Math.min(limit, distinct.size())));
        if (limit > 1 && chosen.size() == limit && articles(chosen) == 1) {
            other(distinct, chosen.getFirst()).ifPresent(quote -> chosen.set(limit - 1, quote));
        }
        return chosen;
    }

    /** Whether a ranked sentence is worth loading, given its score, its rank from 0 and the best score. */
    public static boolean worthLoading(double score, int rank, double best) {
        return rank < LOOKED_AT && score >= GOOD * best;
    }

    private static List<Quote> distinct(List<Quote> ranked) {
        Set<String> seen = new HashSet<>();
        return ranked.stream().filter(quote -> seen.add(quote.text())).toList();
    }

    private static long articles(List<Quote> quotes) {
        return quotes.stream()
                .map(quote -> quote.citation().article())
                .distinct()
                .count();
    }

    private static Optional<Quote> other(List<Quote> quotes, Quote first) {
        return quotes.stream()
                .filter(quote ->
                        !quote.citation().article().equals(first.citation().article()))
                .findFirst();
    }
}
