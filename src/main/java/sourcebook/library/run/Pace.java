package sourcebook.library.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Stage;

/**
 * How long each stage takes, from this run and the last one: what is left is told from rates that were seen. For one
 * thread.
 */
final class Pace {
    private static final double NANOS = 1e9;

    /** Before so much of a stage is done, its rate is a guess. */
    private static final double ENOUGH_SECONDS = 0.5;

    private final LongSupplier nanos;
    private final Map<Stage, Double> secondsEach;
    private final Map<Stage, Long> known = new EnumMap<>(Stage.class);
    private Stage stage = Stage.READING;
    private long begun;

    /**
     * A pace.
     *
     * @param secondsEach what one unit of each stage took in an earlier run
     */
    Pace(LongSupplier nanos, Map<Stage, Double> secondsEach) {
        this.nanos = nanos;
        this.secondsEach = new EnumMap<>(Stage.class);
        this.secondsEach.putAll(secondsEach);
        this.begun = nanos.getAsLong();
    }

    /** A stage begins that has so many units. */
    void begin(Stage next, long all) {
        finish();
        stage = next;
        begun = nanos.getAsLong();
        known.put(next, all);
    }

    /** A later stage will have so many units. */
    void expect(Stage later, long all) {
        known.put(later, all);
    }

    /** What one unit of each stage took, for the next run. */
    Map<Stage, Double> secondsEach() {
        finish();
        return Map.copyOf(secondsEach);
    }

    /** Seconds until the end, as far as rates are known; {@link Progress#UNKNOWN} where this stage's is not. */
    long secondsLeft(long done) {
        double each = done > 0 && seconds() >= ENOUGH_SECONDS
                ? seconds() / done
                : secondsEach.getOrDefault(stage, Double.NaN);
        double left = each * Math.max(0, known.getOrDefault(stage, 0L) - done);
        for (Map.Entry<Stage, Long> later : known.entrySet()) {
            if (later.getKey().compareTo(stage) > 0) {
                left += later.getValue() * secondsEach.getOrDefault(later.getKey(), 0.0);
            }
        }
        return Double.isNaN(left) ? Progress.UNKNOWN : (long) Math.ceil(left);
    }

    private double seconds() {
        return (nanos.getAsLong() - begun) / NANOS;
    }

    private void finish() {
        long all = known.getOrDefault(stage, 0L);
        if (all > 0) {
            secondsEach.put(stage, seconds() / all);
        }
        known.remove(stage);
    }
}
