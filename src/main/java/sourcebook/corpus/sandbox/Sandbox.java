package sourcebook.corpus.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Unreadable;

/**
 * Reads files so that none can do harm: small text in this process, all else in a child with its own bounds to memory,
 * time and network. A child reads many files; one that ends is replaced. No child is started before it is needed. Safe
 * for many threads, each of which then has a child.
 */
public final class Sandbox implements Closeable {
    private final Bounds bounds;
    private final Deque<Child> idle = new ArrayDeque<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sourcebook-parser-clock").factory());

    public Sandbox() {
        this(Bounds.usual());
    }

    Sandbox(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Reads a file.
     *
     * @throws Unreadable if it holds nothing that can be read within the bounds
     * @throws IOException if no process can be started here
     */
    public Extract extract(Kind kind, byte[] file) throws IOException {
        if (kind.isHarmless(file.length)) {
            return kind.extract(file);
        }
        Child child = take();
        try {
            return child.extract(kind, file);
        } finally {
            put(child);
        }
    }

    private Child take() throws IOException {
        synchronized (idle) {
            for (Child child = idle.poll(); child != null; child = idle.poll()) {
                if (child.isAlive()) {
                    return child;
                }
            }
        }
        return Child.start(bounds, clock);
    }

    private void put(Child child) {
        synchronized (idle) {
            if (child.isAlive()) {
                idle.push(child);
            } else {
                child.end();
            }
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(Child::end);
            idle.clear();
        }
        clock.shutdownNow();
    }
}
