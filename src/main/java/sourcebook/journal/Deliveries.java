package sourcebook.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;

/**
 * Which deliveries were seen, by the ids that their platform gives them: the same event may come several times, at the
 * same moment, over HTTP and a socket, and again after a restart. Safe for many threads.
 */
public final class Deliveries {
    /** Platforms send again for some minutes, in bad times for an hour. */
    static final Duration REMEMBERED = Duration.ofHours(6);

    private static final int IN_MEMORY = 100_000;
    private static final byte[] NOTHING = {};

    private final Space space;
    private final Cache<String, Boolean> recent =
            Caffeine.newBuilder().maximumSize(IN_MEMORY).build();

    Deliveries(Space space) {
        this.space = space;
    }

    /**
     * Whether this is the first time that the delivery is seen; of many who ask at once, one is told so.
     *
     * @param id unique among all platforms, such as {@code slack:event:Ev123}
     * @throws IOException if the journal cannot tell; the delivery then was not seen by this process, and is not asked
     *     about again
     */
    public boolean first(String id) throws IOException {
        return recent.asMap().putIfAbsent(id, Boolean.TRUE) == null && space.putIfAbsent(id, NOTHING);
    }

    /** Takes a delivery for not seen: it was not done after all, and its platform is told to send it again. */
    public void forget(String id) throws IOException {
        space.delete(id);
        recent.invalidate(id);
    }
}
