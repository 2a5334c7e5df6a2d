package sourcebook.slack.install;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.journal.Installations;
import sourcebook.journal.Journal;
import sourcebook.slack.delivery.Origin;

/** Forgets workspaces that removed the app. Safe for many threads. */
public final class Departures {
    private static final System.Logger LOG = System.getLogger(Departures.class.getName());

    /** Slack's clock and ours need not agree to the second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final Journal journal;

    public Departures(Journal journal) {
        this.journal = journal;
    }

    /**
     * A workspace has removed the app, or taken its token back. Slack repeats events for some minutes: one that comes late
     * must not forget an installation that was made since.
     *
     * @param at when it happened, in seconds since 1970; null where Slack does not say
     */
    public void left(String team, @Nullable Integer at) throws IOException {
        Optional<Installations> installations = journal.installations();
        Optional<Instant> since =
                installations.isEmpty() ? Optional.empty() : installations.get().since(team);
        if (at != null
                && since.isPresent()
                && Instant.ofEpochSecond(at).plus(TOLERANCE).isBefore(since.get())) {
            LOG.log(Level.INFO, "A workspace that removed the app has installed it again since");
            return;
        }
        journal.forget(Origin.PLATFORM, team);
        LOG.log(Level.INFO, "A workspace has removed the app, and all that was kept of it is deleted");
    }
}
