package sourcebook.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.AnswerKind;
import sourcebook.model.Candidates;
import sourcebook.model.Candidates.Candidate;

/** Ranks candidate sentences and says how sure the best is. Pure; safe for many threads. */
public final class Chooser {
    private Chooser() {}

    /**
     * A candidate with its rank.
     *
     * @param features its row of {@link Features}
     * @param score comparable within one question
     */
    public record Choice(Candidate candidate, double[] features, double score) {}

    /**
     * All candidates in order.
     *
     * @param best first
     * @param confidence that the best one answers, from 0 to 1: of answers given at 0.8, about 80 % are right
     */
    public record Ranking(List<Choice> best, double confidence) {}

    /** Ranks by the weights in use. */
    public static Ranking rank(Candidates candidates, @Nullable AnswerKind wanted, boolean embedded) {
        return rank(candidates, wanted, Weights.inUse(embedded));
    }

    /** Ranks by given weights. */
    public static Ranking rank(Candidates candidates, @Nullable AnswerKind wanted, Weights weights) {
        List<double[]> rows = Features.of(candidates, wanted);
        List<Choice> choices = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i);
            choices.add(new Choice(candidates.sentences().get(i), row, Weights.product(weights.rank(), row)));
        }
        choices.sort(Comparator.comparing(Choice::score).reversed());
        return new Ranking(choices, confidence(choices, candidates, wanted, weights));
    }

    private static double confidence(
            List<Choice> choices, Candidates candidates, @Nullable AnswerKind wanted, Weights weights) {
        if (choices.isEmpty()) {
            return 0;
        }
        double[] row = certainty(choices, candidates, wanted);
        return 1 / (1 + Math.exp(-Weights.product(weights.certainty(), row) - weights.bias()));
    }

    /** The features that confidence is told from; there must be a choice. */
    public static double[] certainty(List<Choice> choices, Candidates candidates, @Nullable AnswerKind wanted) {
        List<Double> scores = choices.stream().map(Choice::score).toList();
        return Certainty.of(choices.getFirst().features(), scores, candidates, wanted);
    }
}
