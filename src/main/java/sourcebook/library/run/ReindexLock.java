package sourcebook.library.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to write in a state folder, held by one run at a time, whichever process it is of. The operating system takes
 * it back when a process ends, however it ends.
 *
 * <p>POSIX takes a file's locks from a process that closes <em>any</em> of its channels to the file, even one that failed
 * to lock it. So whether this process holds a lock already is asked of a set, and the file is not touched then.
 */
final class ReindexLock implements Closeable {
    private static final String NAME = "reindex.lock";
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();
    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 25;

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private ReindexLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /** The lock, or empty while somebody else holds it. Waits half a second for those who only look. */
    static Optional<ReindexLock> take(Path state) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<ReindexLock> lock = tryOnce(state, false);
            if (lock.isPresent() || HELD.contains(file(state))) {
                return lock;
            }
            pause();
        }
        return Optional.empty();
    }

    /** Whether somebody holds the lock now. */
    static boolean held(Path state) throws IOException {
        if (!Files.exists(state.resolve(NAME))) {
            return false;
        }
        Optional<ReindexLock> look = tryOnce(state, true);
        if (look.isPresent()) {
            look.get().close();
        }
        return look.isEmpty();
    }

    private static Optional<ReindexLock> tryOnce(Path state, boolean looking) throws IOException {
        Path file = file(state);
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        FileLock lock = null;
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock = tryLock(channel, looking);
            return lock == null ? Optional.empty() : Optional.of(new ReindexLock(file, channel, lock));
        } finally {
            if (lock == null) {
                channel.close();
                HELD.remove(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            HELD.remove(file);
        }
    }

    private static Path file(Path state) throws IOException {
        return Files.createDirectories(state).toRealPath().resolve(NAME);
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the lock", e);
        }
    }
}
