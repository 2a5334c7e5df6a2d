package sourcebook.evaluate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sourcebook.evaluate.Outcome;

/**
 * Whether confidence keeps its word: what is said at 0.8 should be right in 80 of 100. Refused questions count with what
 * would have been said.
 *
 * @param bins ten, from the least confident; a bin may be empty
 * @param questions how many there are in all bins
 */
record Calibration(List<Bin> bins, int questions) {
    private static final int BINS = 10;

    /**
     * The questions of one tenth of confidence.
     *
     * @param confidence their mean, 0 of none
     * @param right the share of them that is right, 0 of none
     */
    record Bin(int count, double confidence, double right) {}

    static Calibration of(List<Outcome> outcomes) {
        List<Outcome> ranked =
                outcomes.stream().filter(outcome -> outcome.first() != null).toList();
        List<Bin> bins = new ArrayList<>();
        for (int bin : IntStream.range(0, BINS).toArray()) {
            bins.add(
                    bin(ranked.stream().filter(outcome -> binOf(outcome) == bin).toList()));
        }
        return new Calibration(List.copyOf(bins), ranked.size());
    }

    /** The mean distance between confidence and share right, each bin weighing as many as it has (Naeini et al., 2015). */
    double expectedError() {
        return questions == 0
                ? 0
                : bins.stream()
                        .mapToDouble(bin -> bin.count * Math.abs(bin.confidence - bin.right) / questions)
                        .sum();
    }

    private static int binOf(Outcome outcome) {
        return Math.min(BINS - 1, (int) (outcome.confidence() * BINS));
    }

    private static Bin bin(List<Outcome> outcomes) {
        double confidence =
                outcomes.stream().mapToDouble(Outcome::confidence).average().orElse(0);
        long right = outcomes.stream().filter(Outcome::firstRight).count();
        return new Bin(outcomes.size(), confidence, outcomes.isEmpty() ? 0 : (double) right / outcomes.size());
    }
}
