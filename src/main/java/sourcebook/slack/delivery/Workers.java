package sourcebook.slack.delivery;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A few threads that search, with a line of limited length before them: whoever finds it full is told so at once, and
 * nobody who stands in it is dropped without a word. Safe for many threads.
 */
public final class Workers implements AutoCloseable {
    /** So many may wait. */
    public static final int QUEUE = 64;

    private final Duration stopWithin;
    private final ThreadPoolExecutor threads;

    public Workers(Duration stopWithin) {
        this.stopWithin = stopWithin;
        int count = Math.max(2, Runtime.getRuntime().availableProcessors());
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().name("slack-answer-", 1).factory());
    }

    /** Work, and what is said instead if there is no more time to do it. */
    private record Job(Supplier<Outgoing> work, Outgoing instead, CompletableFuture<Outgoing> message)
            implements Runnable {
        @Override
        public void run() {
            try {
                message.complete(work.get());
            } catch (RuntimeException e) {
                message.completeExceptionally(e);
            }
        }

        void abandon() {
            message.complete(instead);
        }
    }

    /**
     * Gets in line.
     *
     * @param instead the message if the process stops before the work was begun
     * @throws RejectedExecutionException if the line is full, or the process is stopping
     */
    public CompletableFuture<Outgoing> submit(Supplier<Outgoing> work, Outgoing instead) {
        CompletableFuture<Outgoing> message = new CompletableFuture<>();
        threads.execute(new Job(work, instead, message));
        return message;
    }

    /** How many wait before whoever would come now. */
    public int waiting() {
        return threads.getQueue().size();
    }

    /** Takes no more, lets the line go on for a while, and tells the rest. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(stopWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow().forEach(left -> ((Job) left).abandon());
    }
}
