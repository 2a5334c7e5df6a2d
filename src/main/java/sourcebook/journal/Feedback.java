package sourcebook.journal;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import sourcebook.model.Quote;
import sourcebook.model.Span;

/** What people thought of answers: neither who thought so nor what was asked. Safe for many threads. */
public final class Feedback {
    private final Store store;
    private final Clock clock;

    Feedback(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One opinion.
     *
     * @param team which team it came from, empty where a platform has none
     * @param reason one of the reasons offered, empty where none was given
     * @param places which quotes it is about
     * @param generation the index that answered, 0 where that is not known
     */
    public record Opinion(
            String platform, String team, boolean helpful, String reason, List<Quote.Place> places, long generation) {
        public Opinion {
            places = List.copyOf(places);
        }
    }

    public void add(Opinion opinion) throws IOException {
        String places = opinion.places().stream().map(Feedback::written).collect(Collectors.joining("\n"));
        long now = clock.millis();
        store.run(handle -> handle.execute(
                "insert into feedback (platform, team, helpful, reason, places, generation, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                opinion.platform(),
                opinion.team(),
                opinion.helpful(),
                opinion.reason(),
                places,
                opinion.generation(),
                now));
    }

    /** Forgets what people of a team thought. */
    void forgetTeam(String platform, String team) throws IOException {
        store.run(handle -> handle.execute("delete from feedback where platform = ? and team = ?", platform, team));
    }

    /** The places of quotes in answers that helped, each once, of the latest opinions. */
    public List<Quote.Place> helpful(int opinions) throws IOException {
        return latest(opinions).stream()
                .filter(Opinion::helpful)
                .flatMap(opinion -> opinion.places().stream())
                .distinct()
                .toList();
    }

    /** The latest opinions first. */
    public List<Opinion> latest(int limit) throws IOException {
        return store.with(handle -> handle.createQuery(
                        "select platform, team, helpful, reason, places, generation from feedback"
                                + " order by at desc, rowid desc limit ?")
                .bind(0, limit)
                .map((row, context) -> new Opinion(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5).lines().map(Feedback::read).toList(),
                        row.getLong(6)))
                .list());
    }

    /** Ids of articles have no control characters, so a tab ends one. */
    private static String written(Quote.Place place) {
        return place.article() + "\t" + place.span().start() + "\t"
                + place.span().end();
    }

    private static Quote.Place read(String line) {
        String[] parts = line.split("\t", -1);
        return new Quote.Place(parts[0], new Span(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
    }
}
