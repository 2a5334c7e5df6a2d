package sourcebook.evaluate;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The area under the receiver operating curve: how often a question that has an answer gets more confidence than one
 * that has none, ties counting half. By the rank sum (Mann and Whitney, 1947).
 */
final class Auroc {
    private Auroc() {}

    private record Scored(double confidence, boolean answerable) {}

    /** Null where one of the two kinds is missing. */
    static @Nullable Double of(List<Outcome> outcomes) {
        List<Scored> sorted = outcomes.stream()
                .map(outcome -> new Scored(outcome.confidence(), outcome.answerable()))
                .sorted((a, b) -> Double.compare(a.confidence, b.confidence))
                .toList();
        long with = answerable(sorted.stream());
        long without = sorted.size() - with;
        if (with == 0 || without == 0) {
            return null;
        }
        return (rankSum(sorted) - with * (with + 1) / 2.0) / (with * without);
    }

    private static double rankSum(List<Scored> sorted) {
        double sum = 0;
        for (int i = 0; i < sorted.size(); ) {
            int end = i;
            while (end < sorted.size() && sorted.get(end).confidence == sorted.get(i).confidence) {
                end++;
            }
            double meanRank = (i + end + 1) / 2.0;
            sum += meanRank * answerable(sorted.subList(i, end).stream());
            i = end;
        }
        return sum;
    }

    private static long answerable(Stream<Scored> scored) {
        return scored.filter(Scored::answerable).count();
    }
}
