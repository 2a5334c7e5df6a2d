package sourcebook.evaluate.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What answers are worth on questions that neither ranking nor certainty was fitted to. For one thread. */
final class OutOfFold {
    private static final int BINS = 10;
    private static final double[] THRESHOLDS = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5};

    private final List<Tried> all = new ArrayList<>();

    /**
     * One question.
     *
     * @param answerable whether it has an answer
     * @param found whether a right one is among the candidates
     * @param right whether the first candidate is right
     * @param confidence that it is
     */
    record Tried(String set, boolean answerable, boolean found, boolean right, double confidence) {}

    void add(Tried one) {
        all.add(one);
    }

    /** For each set how often the first candidate was right, and what refusing below several confidences makes of it. */
    List<String> report() {
        List<String> lines = new ArrayList<>();
        for (String set : all.stream().map(Tried::set).distinct().toList()) {
            List<Tried> of = all.stream().filter(one -> one.set.equals(set)).toList();
            lines.add(ranked(set, of));
            for (double threshold : THRESHOLDS) {
                lines.add(refusing(of, threshold));
            }
        }
        return lines;
    }

    private static String ranked(String set, List<Tried> of) {
        double answerable = of.stream().filter(Tried::answerable).count();
        return String.format(
                Locale.ROOT,
                "%s: right first %.3f, among the candidates %.3f of %.0f answerable; calibration error %.3f",
                set,
                of.stream().filter(Tried::right).count() / answerable,
                of.stream().filter(Tried::found).count() / answerable,
                answerable,
                calibrationError(of));
    }

    private static String refusing(List<Tried> of, double threshold) {
        List<Tried> given =
                of.stream().filter(one -> one.confidence >= threshold).toList();
        double right = given.stream().filter(Tried::right).count();
        double answerable = of.stream().filter(Tried::answerable).count();
        double wrongOnNone = given.stream().filter(one -> !one.answerable).count();
        double none = of.size() - answerable;
        return String.format(
                Locale.ROOT,
                "  from %.2f: right@1 %.3f, F1 %.3f, unanswerable refused %.3f",
                threshold,
                right / answerable,
                2 * right / (given.size() + answerable),
                none == 0 ? 1 : 1 - wrongOnNone / none);
    }

    /** By how much confidence misses the share of right answers: the mean over bins, each by how many it holds. */
    static double calibrationError(List<Tried> of) {
        return IntStream.range(0, BINS)
                        .mapToDouble(bin -> miss(of.stream()
                                .filter(one -> Math.min(BINS - 1, (int) (one.confidence * BINS)) == bin)
                                .toList()))
                        .sum()
                / of.size();
    }

    private static double miss(List<Tried> bin) {
        double told = bin.stream().mapToDouble(Tried::confidence).sum();
        return Math.abs(told - bin.stream().filter(Tried::right).count());
    }
}
