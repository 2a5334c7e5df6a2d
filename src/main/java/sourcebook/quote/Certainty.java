package sourcebook.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.AnswerKind;
import sourcebook.model.Candidates;
import sourcebook.model.Candidates.Term;

/**
 * What can be said in numbers about whether the best candidate answers at all: its own features, how far it stands out,
 * and what of the question no candidate covers. Raw cosines and shares, never ranks, for ranks say nothing of how good the
 * best is.
 */
public final class Certainty {
    private static final List<String> OF_QUESTION = List.of(
            "margin",
            "prominence",
            "unknown-words",
            "unknown-names",
            "short-question",
            "kind-known",
            "asks-date",
            "asks-name",
            "asks-number");

    /** The names of the features, in their order. */
    public static final List<String> NAMES = names();

    private static final int FEW_TERMS = 4;

    private Certainty() {}

    /**
     * The features of the best candidate.
     *
     * @param best its row of {@link Features}
     * @param scores of all candidates, the best first
     */
    public static double[] of(double[] best, List<Double> scores, Candidates candidates, @Nullable AnswerKind wanted) {
        double[] row = new double[NAMES.size()];
        System.arraycopy(best, 0, row, 0, best.length);
        int at = best.length;
        row[at++] = Math.min(3, scores.size() > 1 ? scores.get(0) - scores.get(1) : 3);
        row[at++] = prominence(scores);
        row[at++] = unknown(candidates.terms(), false);
        row[at++] = unknown(candidates.terms(), true);
        row[at++] = candidates.terms().size() < FEW_TERMS ? 1 : 0;
        row[at++] = wanted == null ? 0 : 1;
        row[at++] = wanted == AnswerKind.DATE ? 1 : 0;
        row[at++] = wanted == AnswerKind.NAME ? 1 : 0;
        row[at] = wanted == AnswerKind.NUMBER || wanted == AnswerKind.MONEY || wanted == AnswerKind.PERCENTAGE ? 1 : 0;
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
