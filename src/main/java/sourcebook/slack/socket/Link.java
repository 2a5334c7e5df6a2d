package sourcebook.slack.socket;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket: gives whole texts, remembers when it last heard anything, sends one text at a time. Safe for many
 * threads.
 */
final class Link implements WebSocket.Listener {
    private static final int SEND_SECONDS = 5;
    private static final int MAX_CHARS = 1 << 20;

    private final Consumer<String> texts;
    private final Runnable ended;
    private final LongSupplier nanos;
    private final StringBuilder partial = new StringBuilder();
    private final ReentrantLock sending = new ReentrantLock();
    private volatile long heard;
    private volatile @Nullable WebSocket socket;

    Link(Consumer<String> texts, Runnable ended, LongSupplier nanos) {
        this.texts = texts;
        this.ended = ended;
        this.nanos = nanos;
        this.heard = nanos.getAsLong();
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        hear(opened);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        if (partial.length() + data.length() > MAX_CHARS) {
            from.abort();
            ended.run();
            return null;
        }
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            texts.accept(text);
        }
        hear(from);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        hear(from);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        hear(from);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ended.run();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended.run();
    }

    long silentNanos() {
        return nanos.getAsLong() - heard;
    }

    boolean send(String text) {
        WebSocket to = socket;
        return to != null && sent(() -> to.sendText(text, true));
    }

    boolean ping() {
        WebSocket to = socket;
        return to != null && sent(() -> to.sendPing(ByteBuffer.allocate(0)));
    }

    /** Ends the connection without waiting for the other side. */
    void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    private interface Sending {
        java.util.concurrent.CompletableFuture<WebSocket> begin();
    }

    private boolean sent(Sending message) {
        sending.lock();
        try {
            message.begin().get(SEND_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            sending.unlock();
        }
    }

    private void hear(WebSocket from) {
        heard = nanos.getAsLong();
        from.request(1);
    }
}
