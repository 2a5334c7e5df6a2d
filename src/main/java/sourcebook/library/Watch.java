package sourcebook.library;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says when a server should reindex by itself: when files changed and are no longer being changed, when feeds brought
 * something, or when the schedule says so. It never says so where there is nothing new, nor for what was refused, called off or rolled back. For one
 * thread.
 */
public final class Watch {
    /** How often feeds are asked where files are watched. */
    private static final Duration FETCH_EVERY = Duration.ofMinutes(15);

    private final Library library;
    private final boolean files;
    private final @Nullable Schedule schedule;
    private Instant next;
    private Instant nextFetch;
    private String looked;
    private String handled;

    /**
     * A watch that takes what lies there now as known.
     *
     * @param files whether it looks at the files each time that it is asked
     * @param schedule null for none
     */
    public Watch(Library library, boolean files, @Nullable Schedule schedule, Instant now) throws IOException {
        this.library = library;
        this.files = files;
        this.schedule = schedule;
        this.next = schedule == null ? Instant.MAX : schedule.next(now);
        this.nextFetch = files ? now.plus(FETCH_EVERY) : Instant.MAX;
        this.looked = files ? library.glance() : "";
        this.handled = looked;
    }

    /** Whether to reindex now; ask about once a second. */
    public boolean due(Instant now) throws IOException {
        boolean time = schedule != null && !now.isBefore(next);
        if (time && schedule != null) {
            next = schedule.next(now);
        }
        boolean settled = filesSettled();
        if (time || !now.isBefore(nextFetch)) {
            nextFetch = files ? now.plus(FETCH_EVERY) : Instant.MAX;
            library.fetch();
            return library.due();
        }
        return settled && library.due();
    }

    /** Whether files differ from what was handled last and stayed so since the last look. */
    private boolean filesSettled() throws IOException {
        if (!files) {
            return false;
        }
        String before = looked;
        looked = library.glance();
        boolean settled = looked.equals(before) && !looked.equals(handled);
        if (settled) {
            handled = looked;
        }
        return settled;
    }
}
