package sourcebook.journal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;

/**
 * The database file, lent to one thread at a time: a piece of work is one transaction, which a killed process leaves done
 * or not done, never in part. Only its owner may read the file.
 */
final class Store implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Store.class.getName());
    private static final int BUSY_MILLIS = 5_000;
    private static final int WRITE_MILLIS = 100;

    private final Path file;
    private final Connection connection;
    private final Jdbi jdbi;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Work> pending = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("journal").daemon().factory());

    private Store(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.jdbi = Jdbi.create(connection);
    }

    static Store open(Path file) throws IOException {
        create(file);
        try {
            Store store = new Store(file, settings().createConnection("jdbc:sqlite:" + file));
            store.with(Schema::migrate);
            store.writer.scheduleWithFixedDelay(store::writePending, WRITE_MILLIS, WRITE_MILLIS, TimeUnit.MILLISECONDS);
            return store;
        } catch (SQLException e) {
            throw unusable(file, e);
        }
    }

    /** Runs work in a transaction of its own, after whatever other threads have begun. */
    <T> T with(HandleCallback<T, RuntimeException> work) throws IOException {
        lock.lock();
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException | IllegalStateException e) {
            throw unusable(file, e);
        } finally {
            lock.unlock();
        }
    }

    /** Runs a single statement, which is a transaction by itself. */
    <T> T single(HandleCallback<T, RuntimeException> work) throws IOException {
        lock.lock();
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException | IllegalStateException e) {
            throw unusable(file, e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Work that nobody waits for, done within a moment, in order, and many at once: a killed process may lose the last
     * moment's. Whoever must read what it wrote calls {@link #settle} first.
     */
    void later(Work work) {
        pending.add(work);
    }

    /** Does now what was to be done later; all of it or, if it fails, none. */
    void settle() throws IOException {
        if (!pending.isEmpty()) {
            run(handle -> {
                for (Work work = pending.poll(); work != null; work = pending.poll()) {
                    work.run(handle);
                }
            });
        }
    }

    private void writePending() {
        try {
            settle();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Something was not kept: " + e.getMessage());
        }
    }

    /** Empties the log into the file, so that what was deleted is in neither. */
    void flush() throws IOException {
        lock.lock();
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            throw unusable(file, e);
        } finally {
            lock.unlock();
        }
    }

    /** A write-ahead log flushed at checkpoints: a killed process loses nothing, a power cut at most the last writes. */
    private static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return config;
    }

    /** The files that SQLite puts beside it get the same permissions. */
    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            Files.createFile(file, ownersOnly());
        } catch (FileAlreadyExistsException e) {
            // It is from an earlier run.
        }
    }

    private static FileAttribute<?>[] ownersOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static IOException unusable(Path file, Exception cause) {
        return new IOException("the journal " + file + " cannot be used: " + cause.getMessage(), cause);
    }

    @Override
    public void close() throws IOException {
        writer.shutdown();
        writePending();
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw unusable(file, e);
        } finally {
            lock.unlock();
        }
    }

    /** For {@link #with} where nothing comes back. */
    interface Work {
        void run(Handle handle);
    }

    void run(Work work) throws IOException {
        with(handle -> {
            work.run(handle);
            return Boolean.TRUE;
        });
    }
}
