package sourcebook.journal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The questions that a person asked of late, for that person's eyes alone. Kept for as long as the settings say, which may
 * be not at all. Safe for many threads.
 */
public final class Asked {
    /** Of one person no more are kept. */
    static final int MOST = 20;

    private final Store store;
    private final Clock clock;
    private final Duration kept;

    Asked(Store store, Clock clock, Duration kept) {
        this.store = store;
        this.clock = clock;
        this.kept = kept;
    }

    /** Whether questions are kept at all. */
    public boolean keeps() {
        return kept.isPositive();
    }

    /**
     * Keeps a question in a moment, unless the settings say that none is kept; one asked before moves to the front. A
     * killed process may lose the last ones.
     */
    public void add(Person person, String question) {
        if (!keeps()) {
            return;
        }
        long now = clock.millis();
        store.later(handle -> {
            handle.execute("delete from asked where person = ? and question = ?", person.id(), question);
            handle.execute("insert into asked (person, question, at) values (?, ?, ?)", person.id(), question, now);
            handle.execute(
                    "delete from asked where person = ? and rowid not in"
                            + " (select rowid from asked where person = ? order by at desc, rowid desc limit ?)",
                    person.id(),
                    person.id(),
                    MOST);
        });
    }

    /** The latest questions first; none that is older than questions are kept. */
    public List<String> recent(Person person, int limit) throws IOException {
        store.settle();
        long from = clock.instant().minus(kept).toEpochMilli();
        return store.single(handle -> handle.createQuery(
                        "select question from asked where person = ? and at > ? order by at desc, rowid desc limit ?")
                .bind(0, person.id())
                .bind(1, from)
                .bind(2, limit)
                .mapTo(String.class)
                .list());
    }

    /** Forgets all that the person asked. */
    public void forget(Person person) throws IOException {
        store.settle();
        store.run(handle -> handle.execute("delete from asked where person = ?", person.id()));
    }

    /** Forgets all that people of a team asked; ids of persons begin with their team's. */
    void forgetTeam(String platform, String team) throws IOException {
        String from = platform + ":" + team + ":";
        String to = platform + ":" + team + ";";
        store.run(handle -> handle.execute("delete from asked where person >= ? and person < ?", from, to));
    }

    void prune() throws IOException {
        long before = clock.instant().minus(kept).toEpochMilli();
        store.run(handle -> handle.execute("delete from asked where at <= ?", before));
    }
}
