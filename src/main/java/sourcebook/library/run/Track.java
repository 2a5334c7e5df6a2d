package sourcebook.library.run;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Progress.Work;
import sourcebook.library.report.Stage;

/**
 * Follows one reindex: tells watchers and other processes where it stands, and stops it where it was called off. The
 * reindex's own thread moves it on; any thread may look and cancel.
 */
final class Track {
    private static final long TELL_NANOS = 250_000_000;

    private final RunFile file;
    private final Pace pace;
    private final Progress.Watcher watcher;
    private volatile Progress now;
    private volatile @Nullable String cancelledBy;
    private long told = System.nanoTime() - TELL_NANOS;

    Track(RunFile file, Progress first, Pace pace, Progress.Watcher watcher) {
        this.file = file;
        this.now = first;
        this.pace = pace;
        this.watcher = watcher;
    }

    Progress now() {
        return now;
    }

    /** Stops the reindex where it next looks. */
    void cancel(String by) {
        cancelledBy = by;
    }

    /** A stage begins. */
    void stage(Stage stage, long all, String unit) throws IOException {
        pace.begin(stage, all);
        now = new Progress(
                now.run(),
                now.by(),
                now.process(),
                now.since(),
                stage,
                0,
                all,
                unit,
                pace.secondsLeft(0),
                now.work(),
                List.of());
        tell();
        check();
    }

    /** A later stage will have so many units. */
    void expect(Stage later, long all) {
        pace.expect(later, all);
    }

    /** So much of the stage is done. */
    void done(long done) throws IOException {
        if (due()) {
            now = new Progress(
                    now.run(),
                    now.by(),
                    now.process(),
                    now.since(),
                    now.stage(),
                    done,
                    now.all(),
                    now.unit(),
                    pace.secondsLeft(done),
                    now.work(),
                    List.of());
            tell();
            check();
        }
    }

    /** Time goes on, and nothing that is counted. */
    void look() throws IOException {
        done(now.done());
    }

    /** The counts go on. */
    void work(UnaryOperator<Work> more) {
        now = new Progress(
                now.run(),
                now.by(),
                now.process(),
                now.since(),
                now.stage(),
                now.done(),
                now.all(),
                now.unit(),
                now.secondsLeft(),
                more.apply(now.work()),
                now.reasons());
    }

    /** Looks whether somebody called the reindex off. */
    void check() throws IOException {
        String by = cancelledBy;
        if (by == null) {
            by = file.cancelledBy(now.run()).orElse(null);
        }
        if (by != null) {
            throw new Cancelled(by);
        }
    }

    void end(Stage stage, List<String> reasons) {
        now = new Progress(
                now.run(),
                now.by(),
                now.process(),
                now.since(),
                stage,
                0,
                0,
                "",
                Progress.UNKNOWN,
                now.work(),
                reasons);
        tell();
    }

    private boolean due() {
        return System.nanoTime() - told >= TELL_NANOS;
    }

    private void tell() {
        told = System.nanoTime();
        file.tell(now);
        watcher.at(now);
    }

    static Progress first(String run, String by, Instant since) {
        return new Progress(
                run,
                by,
                ProcessHandle.current().pid(),
                since,
                Stage.READING,
                0,
                0,
                "files",
                Progress.UNKNOWN,
                Work.NONE,
                List.of());
    }
}
