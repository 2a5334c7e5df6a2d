package sourcebook.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who is logged in to the admin page. Kept in memory: a restart logs everybody out. Safe for many threads. */
final class Sessions {
    static final Duration LASTS = Duration.ofHours(8);
    private static final int MOST = 100;
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /**
     * One browser's stay.
     *
     * @param id what its cookie holds
     * @param csrf what each of its forms must bring along, which another site cannot know
     */
    record Session(String id, String csrf, Instant until) {}

    Session open() {
        sessions.values().removeIf(session -> clock.instant().isAfter(session.until()));
        if (sessions.size() >= MOST) {
            sessions.clear();
        }
        Session session = new Session(secret(), secret(), clock.instant().plus(LASTS));
        sessions.put(session.id(), session);
        return session;
    }

    /** The session of a cookie, if it is one and not over. */
    Optional<Session> find(@Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(known -> Optional.ofNullable(sessions.get(known)))
                .filter(session -> !clock.instant().isAfter(session.until()));
    }

    void close(Session session) {
        sessions.remove(session.id());
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
