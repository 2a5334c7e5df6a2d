package sourcebook.slack.socket;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one connection to Slack: opens another when Slack asks for that, when it breaks, and when it falls silent.
 * Deliveries are handled on several threads and acknowledged with what the handler gives; one that no thread had time for
 * is not acknowledged, so that Slack delivers it again. Safe for many threads.
 */
public final class SocketMode implements AutoCloseable {
    /** So many deliveries are handled at once. */
    public static final int HANDLERS = 16;

    private static final System.Logger LOG = System.getLogger(SocketMode.class.getName());
    private static final int QUEUE = 256;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final Addresses addresses;
    private final Function<Delivered, String> handler;
    private final Duration silence;
    private final Duration stopWithin;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final ThreadPoolExecutor handlers = new ThreadPoolExecutor(
            HANDLERS,
            HANDLERS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().name("slack-socket-", 1).factory());
    private final AtomicReference<@Nullable Link> current = new AtomicReference<>();
    private final Semaphore wake = new Semaphore(0);
    private final Thread keeper = Thread.ofPlatform().name("slack-socket").unstarted(this::keep);
    private volatile boolean greeted;
    private volatile boolean stopping;

    /** Gets an address to connect to, which is good for one connection. */
    public interface Addresses {
        URI next() throws IOException;
    }

    /**
     * A connection, not yet opened.
     *
     * @param handler turns a delivery into the body of its answer, blank for none
     * @param silence after so long without a sign of life the connection is tried, and after twice as long given up
     * @param stopWithin for so long deliveries in hand are let finish when it closes
     */
    public SocketMode(Addresses addresses, Function<Delivered, String> handler, Duration silence, Duration stopWithin) {
        this.addresses = addresses;
        this.handler = handler;
        this.silence = silence;
        this.stopWithin = stopWithin;
    }

    public void start() {
        keeper.start();
    }

    /** Whether Slack has greeted us on a connection that is still alive. */
    public boolean connected() {
        return greeted;
    }

    private void keep() {
        int failures = 0;
        while (!stopping) {
            try {
                connect();
                failures = 0;
                watch();
            } catch (IOException e) {
                failures++;
                LOG.log(Level.WARNING, "Slack's Socket Mode could not be reached: " + e.getMessage());
                sleep(Math.min(LONGEST_PAUSE_MILLIS, 250L << Math.min(failures, 7)));
            }
        }
    }

    private void connect() throws IOException {
        wake.drainPermits();
        AtomicReference<@Nullable Link> self = new AtomicReference<>();
        Link link = new Link(text -> received(self, text), () -> ended(self), System::nanoTime);
        self.set(link);
        try {
            http.newWebSocketBuilder()
                    .connectTimeout(CONNECT)
                    .buildAsync(addresses.next(), link)
                    .get(2 * CONNECT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            link.close();
            throw new IOException("the connection could not be opened", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while connecting", e);
        }
        Link before = current.getAndSet(link);
        if (before != null) {
            before.close();
        }
    }

    /** Returns when another connection is needed. */
    private void watch() {
        Link link = current.get();
        while (!stopping && link != null && link.silentNanos() < 2 * silence.toNanos()) {
            if (woken(Math.max(1, silence.toMillis() / 2))) {
                return;
            }
            if (link.silentNanos() > silence.toNanos()) {
                link.ping();
            }
        }
        greeted = false;
    }

    private void received(AtomicReference<@Nullable Link> self, String text) {
        Link link = self.get();
        Envelope envelope = Envelope.read(text).orElse(null);
        if (envelope == null || link == null) {
            LOG.log(Level.WARNING, "Slack's Socket Mode sent something that cannot be read");
            return;
        }
        switch (envelope.type()) {
            case "hello" -> greeted = true;
            case "disconnect" -> wake.release();
            default -> accept(link, envelope);
        }
    }

    private void accept(Link link, Envelope envelope) {
        if (stopping || envelope.id().isEmpty()) {
            return;
        }
        try {
            handlers.execute(() -> handle(link, envelope));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "A delivery was left for Slack to repeat: all handlers are busy");
        }
    }

    private void handle(Link link, Envelope envelope) {
        try {
            String acknowledged = envelope.acknowledged(handler.apply(envelope.delivered()));
            Link now = current.get();
            if (!link.send(acknowledged) && now != null && now != link) {
                now.send(acknowledged);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A delivery through the socket failed", e);
        }
    }

    private void ended(AtomicReference<@Nullable Link> self) {
        if (self.get() == current.get()) {
            greeted = false;
            wake.release();
        }
    }

    private boolean woken(long millis) {
        try {
            return wake.tryAcquire(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void sleep(long millis) {
        woken(millis);
    }

    /** Takes nothing new, finishes and acknowledges what is in hand, and closes. */
    @Override
    public void close() {
        stopping = true;
        greeted = false;
        wake.release();
        handlers.shutdown();
        try {
            if (!handlers.awaitTermination(stopWithin.toMillis(), TimeUnit.MILLISECONDS)) {
                handlers.shutdownNow();
            }
            Link link = current.get();
            if (link != null) {
                link.close();
            }
            keeper.join(stopWithin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }
}
