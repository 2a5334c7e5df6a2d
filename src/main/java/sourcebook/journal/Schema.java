package sourcebook.journal;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The tables, as steps from one version to the next; the file knows its own version. */
final class Schema {
    private static final List<List<String>> STEPS = List.of(
            List.of(
                    "create table kept (space text not null, id text not null, value blob not null, at integer not null,"
                            + " primary key (space, id)) without rowid",
                    "create index kept_at on kept (space, at)",
                    "create table asked (person text not null, question text not null, at integer not null)",
                    "create index asked_person on asked (person, at)",
                    "create table feedback (platform text not null, team text not null, helpful integer not null,"
                            + " reason text not null, places text not null, generation integer not null, at integer not null)"));

    private Schema() {}

    /** Brings the tables to this program's version. */
    static int migrate(Handle handle) {
        int version =
                handle.createQuery("pragma user_version").mapTo(Integer.class).one();
        if (version > STEPS.size()) {
            throw new IllegalStateException("the journal is of version " + version + ", written by a newer Sourcebook;"
                    + " this one knows version " + STEPS.size());
        }
        STEPS.stream().skip(version).flatMap(List::stream).forEach(handle::execute);
        handle.execute("pragma user_version = " + STEPS.size());
        return STEPS.size();
    }
}
