package sourcebook.evaluate;

import java.time.Duration;

/** How much longer something takes, going by how long its parts took so far. */
public final class TimeLeft {
    private TimeLeft() {}

    /** Such as {@code 120 of 300 questions, 1 min 5 s left}; {@code done} is 1 or more. */
    public static String told(int done, int all, Duration elapsed) {
        long seconds =
                Math.ceilDiv(elapsed.multipliedBy(all - done).dividedBy(done).toMillis(), 1_000L);
        String left = seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
        return done + " of " + all + " questions, " + left + " left";
    }
}
