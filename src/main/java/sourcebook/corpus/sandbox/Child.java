package sourcebook.corpus.sandbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Unreadable;

/** One process that reads files. For one thread at a time; of no more use once {@link #isAlive} says no. */
final class Child {
    private static final Duration MAX_START = Duration.ofSeconds(60);

    private final Bounds bounds;
    private final ScheduledExecutorService clock;
    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private volatile boolean late;

    private Child(Bounds bounds, ScheduledExecutorService clock) throws IOException {
        this.bounds = bounds;
        this.clock = clock;
        this.process = bounds.start();
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /**
     * Starts a child.
     *
     * @param clock what ends it when it takes too long
     * @throws IOException if no child can be started here, which says nothing of any file
     */
    static Child start(Bounds bounds, ScheduledExecutorService clock) throws IOException {
        Child child = new Child(bounds, clock);
        ScheduledFuture<?> end = child.endIn(MAX_START);
        try {
            if (child.in.readByte() != Wire.READY) {
                throw new EOFException();
            }
        } catch (EOFException e) {
            child.end();
            throw new IOException("the process that reads files did not start: " + child.process.info(), e);
        } finally {
            end.cancel(false);
        }
        return child;
    }

    /** Reads a file; whatever becomes of the child, the reason is given as an {@link Unreadable}. */
    Extract extract(Kind kind, byte[] file) throws Unreadable {
        ScheduledFuture<?> end = endIn(bounds.maxTime());
        try {
            Wire.ask(out, kind, file);
            return Wire.answer(in);
        } catch (Unreadable e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable(0, reason());
        } finally {
            end.cancel(false);
        }
    }

    boolean isAlive() {
        return process.isAlive() && !late;
    }

    void end() {
        process.destroyForcibly();
    }

    private ScheduledFuture<?> endIn(Duration time) {
        return clock.schedule(
                () -> {
                    late = true;
                    end();
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private String reason() {
        int exit = exit();
        if (late) {
            return "the file took longer than " + bounds.maxTime().toSeconds() + " s to read; split or simplify it";
        }
        return exit == Bounds.OUT_OF_MEMORY
                ? "the file needs more than " + bounds.maxHeapMegabytes()
                        + " MB of memory to read; split or simplify it"
                : "reading the file ended its reader (exit " + exit + "); save it anew";
    }

    /** Ends the child, if it did not by itself, and tells its exit status. */
    private int exit() {
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                end();
                process.waitFor(5, TimeUnit.SECONDS);
            }
            return process.isAlive() ? -1 : process.exitValue();
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
