package sourcebook.bench;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The middle of what the rounds gave, and how far they lay apart. */
record Spread(double median, double min, double max) {

    static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    static Spread ratio(double[] values, double[] bases) {
        return of(IntStream.range(0, values.length).mapToDouble(i -> values[i] / bases[i]));
    }

    /** The value that so large a share of the others lie below. */
    static double quantile(LongStream values, double share) {
        long[] sorted = values.sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }
}
