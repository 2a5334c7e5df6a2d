package sourcebook.app;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process or thread brings about, where nothing can be told when it has. */
public final class Eventually {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(20);

    private Eventually() {}

    /** Returns as soon as the condition holds; fails after half a minute. */
    public static void become(Condition condition) throws InterruptedException, IOException {
        Instant end = Instant.now().plus(LONG_ENOUGH);
        while (!condition.holds()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain for " + LONG_ENOUGH.toSeconds() + " seconds");
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    public interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}
