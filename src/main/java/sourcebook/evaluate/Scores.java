package sourcebook.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The figures that say how good answers are, to four places. A right answer is one whose first quote is right; refusing
 * counts against right@k, for it is over all questions that have an answer.
 */
public final class Scores {
    private static final int PLACES = 4;

    private final List<Measure> measures = new ArrayList<>();

    private Scores() {}

    /**
     * A figure with its name.
     *
     * @param value a whole number or a share; null where there is nothing to take a share of
     */
    public record Measure(String name, @Nullable Number value) {
        /** The figure as it is printed. */
        public String shown() {
            return switch (value) {
                case null -> "–";
                case Double share -> String.format(Locale.ROOT, "%." + PLACES + "f", share);
                default -> value.toString();
            };
        }
    }

    /** All figures in the order they are shown; {@code articles} adds the one for sets that ask for articles. */
    public static List<Measure> of(List<Outcome> outcomes, boolean articles) {
        Scores scores = new Scores();
        scores.measures.add(new Measure("questions", outcomes.size()));
        scores.measures.add(new Measure("answers missing", 0));
        scores.words(outcomes);
        scores.answers(outcomes);
        scores.shares(outcomes);
        scores.share("AUROC", Auroc.of(outcomes));
        scores.times(outcomes);
        if (articles) {
            scores.share("document MRR@10", mean(answerable(outcomes), o -> inverse(o.articleRank())));
        }
        return List.copyOf(scores.measures);
    }

    private void words(List<Outcome> outcomes) {
        measures.add(new Measure("quotes", quotes(outcomes, quote -> true)));
        measures.add(new Measure("verbatim", quotes(outcomes, Outcome.Judged::verbatim)));
    }

    private void answers(List<Outcome> outcomes) {
        List<Outcome> answerable = answerable(outcomes);
        List<Outcome> unanswerable =
                outcomes.stream().filter(o -> !o.answerable()).toList();
        share("right@1", part(answerable, o -> o.rightWithin(1)));
        share("right@3", part(answerable, o -> o.rightWithin(3)));
        share("MRR@5", mean(answerable, o -> inverse(o.rank())));
        share("unanswerable refused", part(unanswerable, o -> !o.given()));
        share("answerable refused", part(answerable, o -> !o.given()));
    }

    private void shares(List<Outcome> outcomes) {
        double precision = or0(part(outcomes.stream().filter(Outcome::given).toList(), o -> o.rightWithin(1)));
        double recall = or0(part(answerable(outcomes), o -> o.rightWithin(1)));
        double sum = precision + recall;
        share("precision", precision);
        share("recall", recall);
        share("F1", sum == 0 ? 0.0 : 2 * precision * recall / sum);
    }

    private void times(List<Outcome> outcomes) {
        List<Long> millis = outcomes.stream().map(Outcome::millis).sorted().toList();
        measures.add(new Measure("millis p50", millis.isEmpty() ? null : millis.get(millis.size() / 2)));
        measures.add(new Measure("millis p99", millis.isEmpty() ? null : millis.get((int) (millis.size() * 0.99))));
    }

    private void share(String name, @Nullable Double value) {
        measures.add(new Measure(name, value == null ? null : rounded(value)));
    }

    /** The nearest decimal; the even one where two are as near. */
    private static double rounded(double value) {
        return new BigDecimal(value).setScale(PLACES, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static List<Outcome> answerable(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome::answerable).toList();
    }

    private static long quotes(List<Outcome> outcomes, Predicate<Outcome.Judged> counted) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.quotes().stream())
                .filter(counted)
                .count();
    }

    /** The share of the outcomes for which it is so, null of none. */
    public static @Nullable Double part(List<Outcome> outcomes, Predicate<Outcome> so) {
        return mean(outcomes, outcome -> so.test(outcome) ? 1 : 0);
    }

    private static @Nullable Double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
        double sum = 0;
        for (Outcome outcome : outcomes) {
            sum += value.applyAsDouble(outcome);
        }
        return outcomes.isEmpty() ? null : sum / outcomes.size();
    }

    private static double inverse(int rank) {
        return rank == 0 ? 0 : 1.0 / rank;
    }

    private static double or0(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
