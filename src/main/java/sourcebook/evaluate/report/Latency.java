package sourcebook.evaluate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sourcebook.evaluate.Outcome;

/** How many answers took how long. */
final class Latency {
    /** Where each bar but the first begins, in milliseconds. */
    private static final List<Integer> FROM = List.of(1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000);

    private Latency() {}

    /**
     * One bar.
     *
     * @param label its milliseconds, for people
     */
    record Bar(String label, long count) {}

    /** The bars from the first that has an answer to the last. */
    static List<Bar> bars(List<Outcome> outcomes) {
        int[] bins = outcomes.stream().mapToInt(Latency::bin).toArray();
        int first = IntStream.of(bins).min().orElse(0);
        int last = IntStream.of(bins).max().orElse(-1);
        List<Bar> bars = new ArrayList<>();
        for (int bin = first; bin <= last; bin++) {
            int wanted = bin;
            bars.add(new Bar(
                    label(bin), IntStream.of(bins).filter(b -> b == wanted).count()));
        }
        return bars;
    }

    private static int bin(Outcome outcome) {
        return (int) FROM.stream().filter(from -> outcome.millis() >= from).count();
    }

    private static String label(int bin) {
        if (bin == 0) {
            return "<1";
        }
        int from = FROM.get(bin - 1);
        int to = bin == FROM.size() ? Integer.MAX_VALUE : FROM.get(bin) - 1;
        return to == Integer.MAX_VALUE ? from + "+" : from == to ? "" + from : from + "–" + to;
    }
}
