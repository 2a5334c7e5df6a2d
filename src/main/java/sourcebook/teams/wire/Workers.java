package sourcebook.teams.wire;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Who does the work: looking for answers takes the processor and is done by a few threads with a short queue; talking
 * with the Bot Connector is waiting, and is done by a thread each, of which there may be so many and no more.
 */
public final class Workers implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Workers.class.getName());
    private static final int QUEUE = 64;
    private static final int TALKS = 256;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ThreadPoolExecutor thinking;
    private final ExecutorService talking = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("teams-talk-", 1).factory());
    private final Semaphore room = new Semaphore(TALKS);

    public Workers() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        thinking = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().name("teams-answer-", 1).factory());
    }

    /** Work that gives something. */
    public interface Thought<T> {
        T think() throws IOException;
    }

    /** Work that talks with the Bot Connector. */
    public interface Talk {
        void talk() throws IOException, InterruptedException;
    }

    /** There is more to do than is being done. */
    public static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;

        private Busy() {
            super("too much is being asked", null, false, false);
        }
    }

    /** Talks later, unless so many are talking that one more would be too many; then false. */
    public boolean later(Talk talk) {
        Optional<Place> free = place();
        if (free.isEmpty()) {
            return false;
        }
        try (Place place = free.get()) {
            return place.talk(talk);
        }
    }

    /** Room for one talk more, to be given back if it is not used; empty where there is none. */
    public Optional<Place> place() {
        return room.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
    }

    /** Room for one talk, taken before it is known whether there is anything to say. For one thread. */
    public final class Place implements AutoCloseable {
        private boolean used;

        private Place() {}

        /** Talks later; false where we are stopping. */
        public boolean talk(Talk talk) {
            try {
                talking.execute(() -> Workers.this.talk(talk));
                used = true;
            } catch (RejectedExecutionException e) {
                LOG.log(Level.DEBUG, "Nothing more is said, for we are stopping");
            }
            return used;
        }

        /** Gives the room back where nothing was said. */
        @Override
        public void close() {
            if (!used) {
                room.release();
            }
        }
    }

    private void talk(Talk talk) {
        try {
            talk.talk();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Something did not reach Teams: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            room.release();
        }
    }

    /** What comes of a thought, however long it takes. */
    public <T> T think(Thought<T> thought) throws IOException, Busy {
        try {
            return begun(thought).join();
        } catch (CompletionException e) {
            throw failure(e);
        }
    }

    /** What comes of a thought in that time; empty where it takes longer. */
    public <T> Optional<T> think(Thought<T> thought, Duration patience) throws IOException, Busy, InterruptedException {
        CompletableFuture<T> result = begun(thought);
        try {
            return Optional.of(result.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            result.cancel(false);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private <T> CompletableFuture<T> begun(Thought<T> thought) throws Busy {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            thinking.execute(() -> {
                if (!result.isDone()) {
                    complete(result, thought);
                }
            });
            return result;
        } catch (RejectedExecutionException e) {
            throw new Busy();
        }
    }

    private static <T> void complete(CompletableFuture<T> result, Thought<T> thought) {
        try {
            result.complete(thought.think());
        } catch (IOException | RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private static IOException failure(Exception e) {
        return e.getCause() instanceof IOException io ? io : new IOException(e);
    }

    /** Lets work in hand finish for a while, then stops. */
    @Override
    public void close() {
        end(talking);
        end(thinking);
    }

    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
