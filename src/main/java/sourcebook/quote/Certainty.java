package sourcebook.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Term;

/**
 * What can be said in numbers about whether the best candidate answers at all: its own features, how far it stands out,
 * and what of the question no candidate covers. Raw cosines and shares, never ranks, for ranks say nothing of how good the
 * best is.
 */
public final class Certainty {
    private static final List<String> OF_QUESTION =
            List.of("margin", "prominence", "score", "unknown-words", "unknown-names");

    /** The names of the features, in their order. */
    public static final List<String> NAMES = names();

    private static final double MOST = 10;

    private Certainty() {}

    /**
     * The features of the best candidate.
     *
     * @param best its row of {@link Features}
     * @param scores of all candidates, the best first
     */
    public static double[] of(double[] best, List<Double> scores, Candidates candidates) {
        double[] row = Arrays.copyOf(best, NAMES.size());
        int at = best.length;
        row[at++] = scores.size() > 1 ? scores.get(0) - scores.get(1) : MOST;
        row[at++] = prominence(scores);
        row[at++] = scores.getFirst();
        row[at++] = unknown(candidates.terms(), false);
        row[at] = unknown(candidates.terms(), true);
        return row;
    }

    /** The best candidate's share of all candidates by softmax. */
    private static double prominence(List<Double> scores) {
        double best = scores.getFirst();
        return 1 / scores.stream().mapToDouble(score -> Math.exp(score - best)).sum();
    }

    private static double unknown(List<Term> terms, boolean namesOnly) {
        double all = 0;
        double unknown = 0;
        for (Term term : terms) {
            if (term.name() || !namesOnly) {
                all += term.weight();
                unknown += term.known() ? 0 : term.weight();
            }
        }
        return all == 0 ? 0 : unknown / all;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(Features.NAMES);
        names.addAll(OF_QUESTION);
        return List.copyOf(names);
    }
}
