package sourcebook.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Values by their ids, of one kind, with the time at which each was put. What was read or put of late is also kept in memory:
 * no other process writes here. Safe for many threads.
 */
final class Space {
    private static final int IN_MEMORY = 5_000;
    private static final String PUT = "insert or replace into kept (space, id, value, at) values (?, ?, ?, ?)";

    private final Store store;
    private final String name;
    private final Clock clock;
    private final Cache<String, Optional<byte[]>> recent =
            Caffeine.newBuilder().maximumSize(IN_MEMORY).build();

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
        recent.put(id, Optional.of(value));
    }

    /** As {@link #put}, in a moment. */
    void putLater(String id, byte[] value) {
        long now = clock.millis();
        recent.put(id, Optional.of(value));
        store.later(handle -> handle.execute(PUT, name, id, value, now));
    }

    /** Keeps a value in place of the one of that id; false where there is none. */
    boolean replace(String id, byte[] value) throws IOException {
        long now = clock.millis();
        int replaced = store.with(handle ->
                handle.execute("update kept set value = ?, at = ? where space = ? and id = ?", value, now, name, id));
        if (replaced > 0) {
            recent.put(id, Optional.of(value));
        }
        return replaced > 0;
    }

    /** When the value of an id was put. */
    Optional<Instant> since(String id) throws IOException {
        return store.with(handle -> handle.createQuery("select at from kept where space = ? and id = ?")
                .bind(0, name)
                .bind(1, id)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }

    Optional<byte[]> find(String id) throws IOException {
        try {
            return recent.get(id, this::stored);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Optional<byte[]> stored(String id) {
        try {
            return store.single(handle -> handle.createQuery("select value from kept where space = ? and id = ?")
                    .bind(0, name)
                    .bind(1, id)
                    .mapTo(byte[].class)
                    .findOne());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All ids, sorted. */
    List<String> ids() throws IOException {
        store.settle();
        return store.single(handle -> handle.createQuery("select id from kept where space = ? order by id")
                .bind(0, name)
                .mapTo(String.class)
                .list());
    }

    boolean delete(String id) throws IOException {
        store.settle();
        int deleted = store.with(handle -> handle.execute("delete from kept where space = ? and id = ?", name, id));
        recent.invalidate(id);
        return deleted > 0;
    }

    /** Deletes whatever has an id that begins so; the beginning ends with a colon. */
    void deleteFrom(String beginning) throws IOException {
        String after = beginning.substring(0, beginning.length() - 1) + ";";
        store.settle();
        store.run(handle ->
                handle.execute("delete from kept where space = ? and id >= ? and id < ?", name, beginning, after));
        recent.invalidateAll();
    }

    void prune(Instant before) throws IOException {
        store.settle();
        store.run(handle -> handle.execute("delete from kept where space = ? and at < ?", name, before.toEpochMilli()));
        recent.invalidateAll();
    }

    private int insert(String sql, String id, byte[] value) throws IOException {
        long now = clock.millis();
        return store.single(handle -> handle.execute(sql, name, id, value, now));
    }
}
