package sourcebook.library;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to write drafts in a state folder, held by one process and thread at a time. The operating system takes it
 * back when a process ends, however it ends; the file only tells people who holds it.
 */
final class ReindexLock implements Closeable {
    private final FileChannel channel;
    private final FileLock lock;

    private ReindexLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** The lock, or empty while somebody else holds it. */
    static Optional<ReindexLock> take(Path state, Instant now) throws IOException {
        Files.createDirectories(state);
        FileChannel channel = FileChannel.open(file(state), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        String holder = "process " + ProcessHandle.current().pid() + " since " + now;
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
        return Optional.of(new ReindexLock(channel, lock));
    }

    /** Who wrote into the lock file last: while the lock is taken, its holder. */
    static String holder(Path state) throws IOException {
        return Files.readString(file(state));
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        }
    }

    private static Path file(Path state) {
        return state.resolve("reindex.lock");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
