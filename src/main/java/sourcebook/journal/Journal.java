package sourcebook.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must survive a restart, in one file; a process that is killed leaves it whole. Safe for many threads. */
public final class Journal implements AutoCloseable {
    /** Threads and answers that nobody came back to for so long are forgotten. */
    static final Duration CONVERSATIONS_KEPT = Duration.ofDays(30);

    /** Longer than anything that is good once stays good. */
    static final Duration SPENT_KEPT = Duration.ofDays(8);

    private final Store store;
    private final Clock clock;
    private final Space seen;
    private final Space subjects;
    private final Space answers;
    private final Space rules;
    private final Space references;
    private final Space used;
    private final Deliveries deliveries;
    private final Deliveries spent;
    private final Feedback feedback;
    private final Asked asked;
    private final @Nullable Installations installations;

    /**
     * What the journal needs to know. The secret does not show in {@link #toString}.
     *
     * @param file such as {@code state/journal.db}; made where there is none
     * @param secret encrypts tokens; null where none are to be kept
     * @param questionsKept for how long people see their recent questions; zero keeps none
     */
    public record Terms(Path file, @Nullable String secret, Duration questionsKept) {
        @Override
        public String toString() {
            return "Terms[file=" + file + ", secret=***, questionsKept=" + questionsKept + "]";
        }
    }

    private Journal(Terms terms, Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.seen = new Space(store, "delivery", clock);
        this.subjects = new Space(store, "subject", clock);
        this.answers = new Space(store, "answer", clock);
        this.rules = new Space(store, "rule", clock);
        this.references = new Space(store, "reference", clock);
        this.used = new Space(store, "spent", clock);
        this.deliveries = new Deliveries(seen);
        this.spent = new Deliveries(used);
        this.feedback = new Feedback(store, clock);
        this.asked = new Asked(store, clock, terms.questionsKept());
        this.installations = terms.secret() == null
                ? null
                : new Installations(new Space(store, "installation", clock), new Vault(terms.secret()));
    }

    /**
     * Opens the journal, and forgets what has grown too old.
     *
     * @throws IOException if the file cannot be read or is not a journal
     */
    public static Journal open(Terms terms, Clock clock) throws IOException {
        Journal journal = new Journal(terms, Store.open(terms.file()), clock);
        journal.prune();
        return journal;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /** What is good once, such as a button that goes back, by an id that is unique among platforms. */
    public Deliveries spent() {
        return spent;
    }

    public Feedback feedback() {
        return feedback;
    }

    public Asked asked() {
        return asked;
    }

    /** What each conversation is about. */
    public Threads subjects() {
        return new Threads(subjects);
    }

    /** Which quotes a message of ours showed, by an id of the message that is unique among platforms. */
    public Texts answers() {
        return new Texts(answers);
    }

    /** What a channel may see, by an id of the channel that is unique among platforms. Kept until it is changed. */
    public Texts rules() {
        return new Texts(rules);
    }

    /** How to reach a conversation of Microsoft Teams, by its id. Kept until it is deleted. */
    public Texts references() {
        return new Texts(references);
    }

    /** Empty where there is no secret to encrypt them with. */
    public Optional<Installations> installations() {
        return Optional.ofNullable(installations);
    }

    /** Forgets everything of a team, as when it uninstalls the app: nothing of it stays in any file. */
    public void forget(String platform, String team) throws IOException {
        store.settle();
        asked.forgetTeam(platform, team);
        feedback.forgetTeam(platform, team);
        seen.deleteFrom(platform + ":message:" + team + ":");
        for (Space space : new Space[] {subjects, answers, rules}) {
            space.deleteFrom(platform + ":" + team + ":");
        }
        if (installations != null) {
            installations.delete(team);
        }
        store.flush();
    }

    /** Forgets what has grown too old; to be called now and then. */
    public void prune() throws IOException {
        store.settle();
        seen.prune(clock.instant().minus(Deliveries.REMEMBERED));
        used.prune(clock.instant().minus(SPENT_KEPT));
        subjects.prune(clock.instant().minus(CONVERSATIONS_KEPT));
        answers.prune(clock.instant().minus(CONVERSATIONS_KEPT));
        asked.prune();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
