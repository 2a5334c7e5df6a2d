package sourcebook.journal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Values by their ids, of one kind, with the time at which each was put. Safe for many threads. */
final class Space {
    private static final String PUT = "insert or replace into kept (space, id, value, at) values (?, ?, ?, ?)";

    private final Store store;
    private final String name;
    private final Clock clock;

    Space(Store store, String name, Clock clock) {
        this.store = store;
        this.name = name;
        this.clock = clock;
    }

    /** Keeps a value unless there is one of that id; true if there was none. */
    boolean putIfAbsent(String id, byte[] value) throws IOException {
        return insert("insert or ignore into kept (space, id, value, at) values (?, ?, ?, ?)", id, value) == 1;
    }

    void put(String id, byte[] value) throws IOException {
        insert(PUT, id, value);
    }

    /** As {@link #put}, in a moment. */
    void putLater(String id, byte[] value) {
        long now = clock.millis();
        store.later(handle -> handle.execute(PUT, name, id, value, now));
    }

    Optional<byte[]> find(String id) throws IOException {
        return store.read(handle -> handle.createQuery("select value from kept where space = ? and id = ?")
                .bind(0, name)
                .bind(1, id)
                .mapTo(byte[].class)
                .findOne());
    }

    /** All ids, sorted. */
    List<String> ids() throws IOException {
        return store.read(handle -> handle.createQuery("select id from kept where space = ? order by id")
                .bind(0, name)
                .mapTo(String.class)
                .list());
    }

    boolean delete(String id) throws IOException {
        store.settle();
        return store.with(handle -> handle.execute("delete from kept where space = ? and id = ?", name, id)) > 0;
    }

    /** Deletes whatever has an id that begins so; the beginning ends with a colon. */
    void deleteFrom(String beginning) throws IOException {
        String after = beginning.substring(0, beginning.length() - 1) + ";";
        store.run(handle ->
                handle.execute("delete from kept where space = ? and id >= ? and id < ?", name, beginning, after));
    }

    void prune(Instant before) throws IOException {
        store.run(handle -> handle.execute("delete from kept where space = ? and at < ?", name, before.toEpochMilli()));
    }

    private int insert(String sql, String id, byte[] value) throws IOException {
        long now = clock.millis();
        return store.with(handle -> handle.execute(sql, name, id, value, now));
    }
}
