package sourcebook.library.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sourcebook.index.Draft;
import sourcebook.index.Lease;
import sourcebook.index.Verdict;
import sourcebook.library.report.Json;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.library.report.Stage;

/**
 * One reindex: it holds the right to write from the moment it is begun until it is closed. {@link #go} is for one thread,
 * {@link #cancel} and {@link #progress} for any.
 */
public final class Run implements Closeable {
    /** What a generation's report is called in its folder. */
    public static final String REPORT = "report.json";

    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    private final Workplace workplace;
    private final Order order;
    private final ReindexLock lock;
    private final RunFile file;
    private final Pace pace;
    private final Track track;
    private @Nullable Build building;

    private Run(Workplace workplace, Order order, ReindexLock lock, Progress.Watcher watcher) {
        this.workplace = workplace;
        this.order = order;
        this.lock = lock;
        this.file = new RunFile(workplace.state());
        file.clean();
        this.pace = new Pace(System::nanoTime, file.rates());
        String name = UUID.randomUUID().toString();
        Progress first = Track.first(name, order.by().name(), workplace.clock().instant());
        this.track = new Track(file, first, pace, watcher);
    }

    /** A reindex that can go; empty while another one does, in whichever process. */
    public static Optional<Run> begin(Workplace workplace, Order order, Progress.Watcher watcher) throws IOException {
        return ReindexLock.take(workplace.state()).map(lock -> new Run(workplace, order, lock, watcher));
    }

    /** Does something with the right to write in a state folder; empty while a reindex has it. */
    public static <T> Optional<T> alone(Path state, Supplier<T> work) throws IOException {
        Optional<ReindexLock> taken = ReindexLock.take(state);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        try (ReindexLock lock = taken.get()) {
            return Optional.of(work.get());
        }
    }

    /** Where it stands. */
    public Progress progress() {
        return track.now();
    }

    /** Calls it off: it stops within some seconds, and what is served stays. */
    public void cancel(String by) {
        track.cancel(by);
    }

    /**
     * Builds a generation, checks it and, if it passes, serves it. Whatever fails, what is served now stays.
     *
     * @return how it ended; trouble with files is an end, a fault of ours is thrown
     */
    public Reindex go() {
        try {
            return ended(done());
        } catch (Cancelled e) {
            return ended(new Reindex.Cancelled(e.by()));
        } catch (IOException e) {
            return failed(e);
        } catch (UncheckedIOException e) {
            return failed(new IOException(e.getMessage(), e));
        } catch (RuntimeException | Error e) {
            track.end(Stage.FAILED, List.of("A fault of the program: " + e));
            throw e;
        }
    }

    private Reindex failed(IOException e) {
        LOG.log(Level.DEBUG, "A reindex failed", e);
        return ended(new Reindex.Failed(Failures.told(e)));
    }

    private Reindex done() throws IOException {
        try (Lease served = workplace.generations().lease().orElse(null)) {
            Build build = new Build(workplace, order, track);
            building = build;
            Optional<Build.Built> built = build.build(Optional.ofNullable(served));
            if (built.isEmpty()) {
                return new Reindex.Unchanged(
                        Optional.ofNullable(served).orElseThrow().generation());
            }
            return checked(built.get(), build, Optional.ofNullable(served));
        } finally {
            discard();
        }
    }

    private Reindex checked(Build.Built built, Build build, Optional<Lease> served) throws IOException {
        Draft draft = built.draft();
        Gate gate = new Gate(workplace.kept(), order, track, served);
        track.stage(Stage.CHECKING, served.isEmpty() ? 0 : built.goldens().size(), "golden questions");
        Verdict verdict = draft.verify(workplace.embedder(), lease -> gate.reasons(draft, lease, built.goldens()));
        Report report = gate.report(draft, order.by().name(), build.how(), build.problems());
        return switch (verdict) {
            case Verdict.Refused refused -> new Reindex.Refused(report.ended(Stage.REFUSED, refused.reasons()));
            case Verdict.Verified verified -> {
                draft.keep(REPORT, Json.write(report));
                track.stage(Stage.PUBLISHING, 0, "");
                workplace.generations().publish(verified);
                yield new Reindex.Published(draft.generation(), report);
            }
        };
    }

    /** Tells everybody. */
    private Reindex ended(Reindex outcome) {
        switch (outcome) {
            case Reindex.Published published -> {
                file.keep(published.report());
                file.rates(pace.secondsEach());
                track.end(Stage.LIVE, List.of());
            }
            case Reindex.Refused refused -> {
                leaveAlone();
                file.keep(refused.report());
                track.end(Stage.REFUSED, refused.reasons());
            }
            case Reindex.Unchanged unchanged -> track.end(Stage.LIVE, unchanged.reasons());
            case Reindex.Cancelled cancelled -> {
                leaveAlone();
                track.end(Stage.CANCELLED, cancelled.reasons());
            }
            case Reindex.Failed failed -> track.end(Stage.FAILED, failed.reasons());
            case Reindex.Busy busy -> throw new IllegalStateException("whoever has the lock is not busy");
        }
        return outcome;
    }

    private void leaveAlone() {
        Build build = building;
        if (build != null) {
            build.fingerprint().ifPresent(file::leaveAlone);
        }
    }

    /** A draft that cannot be deleted now is deleted before the next is begun. */
    private void discard() {
        try {
            workplace.generations().discardDrafts();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The unfinished index could not be deleted yet: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
