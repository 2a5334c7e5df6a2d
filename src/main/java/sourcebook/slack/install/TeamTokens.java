package sourcebook.slack.install;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import sourcebook.journal.Installation;
import sourcebook.journal.Installations;
import sourcebook.slack.delivery.WebApi;

/**
 * Tokens of the workspaces that installed the app. One that expires soon is renewed first; however many threads want it,
 * it is renewed once, for Slack takes a refresh token once. Safe for many threads.
 */
public final class TeamTokens implements WebApi.Tokens {
    private static final System.Logger LOG = System.getLogger(TeamTokens.class.getName());

    /** So long before it expires a token is renewed; it goes on being good until then. */
    static final Duration EARLY = Duration.ofMinutes(30);

    /** After Slack gave none, a new token is not asked for again for so long. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final Installations installations;
    private final OAuthCalls calls;
    private final Clock clock;
    private final Map<String, ReentrantLock> renewing = new ConcurrentHashMap<>();
    private final Map<String, Instant> failed = new ConcurrentHashMap<>();

    public TeamTokens(Installations installations, OAuthCalls calls, Clock clock) {
        this.installations = installations;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Optional<String> of(String team) throws IOException {
        Optional<Installation> kept = installations.find(team);
        if (kept.isEmpty() || !expires(kept.get(), EARLY)) {
            return kept.map(Installation::botToken);
        }
        return renewed(kept.get());
    }

    /** Slack says that a token has expired, whatever our clock says. */
    @Override
    public Optional<String> instead(String team, String expired) throws IOException {
        Optional<Installation> kept = installations.find(team);
        if (kept.isEmpty() || !kept.get().botToken().equals(expired)) {
            return kept.map(Installation::botToken);
        }
        return kept.get().refreshToken() == null ? Optional.empty() : renewed(kept.get());
    }

    private boolean expires(Installation installation, Duration within) {
        Instant until = installation.expires();
        return until != null
                && installation.refreshToken() != null
                && !clock.instant().plus(within).isBefore(until);
    }

    private Optional<String> renewed(Installation old) throws IOException {
        ReentrantLock lock = renewing.computeIfAbsent(old.team(), team -> new ReentrantLock());
        lock.lock();
        try {
            Optional<Installation> now = installations.find(old.team());
            if (now.isEmpty() || !now.get().botToken().equals(old.botToken())) {
                return now.map(Installation::botToken);
            }
            return Optional.of(renew(now.get()));
        } finally {
            lock.unlock();
        }
    }

    private String renew(Installation old) throws IOException {
        boolean good = !expires(old, Duration.ZERO);
        Instant before = failed.get(old.team());
        if (before != null && clock.instant().isBefore(before.plus(PAUSE))) {
            return still(old, good, new IOException("Slack gave no new token a moment ago"));
        }
        try {
            Installation fresh = calls.renewed(old);
            failed.remove(old.team());
            if (!installations.replace(fresh)) {
                throw new IOException("the app was removed from the workspace meanwhile");
            }
            return fresh.botToken();
        } catch (IOException e) {
            failed.put(old.team(), clock.instant());
            LOG.log(Level.WARNING, "The token of a workspace could not be renewed: " + e.getMessage());
            return still(old, good, e);
        }
    }

    private static String still(Installation old, boolean good, IOException why) throws IOException {
        if (good) {
            return old.botToken();
        }
        throw why;
    }
}
