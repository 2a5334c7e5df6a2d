package sourcebook.app;

import java.io.PrintStream;
import sourcebook.library.report.Progress;
import sourcebook.render.PlainProgress;

/**
 * Where the commands print.
 *
 * @param colour whether {@code out} is a terminal that takes colour
 * @param live whether {@code err} is a terminal, where a line may be written over
 */
record Terminal(PrintStream out, PrintStream err, boolean colour, boolean live) {

    /** A bar that moves in place on a terminal; elsewhere nothing. */
    Progress.Watcher progress() {
        return live ? this::print : Progress.Watcher.NONE;
    }

    /** Ends a line that a bar may have left open. */
    void endProgress() {
        if (live) {
            err.print("\r\u001b[K");
        }
    }

    private void print(Progress progress) {
        err.print("\r\u001b[K" + PlainProgress.of(progress));
        err.flush();
    }
}
