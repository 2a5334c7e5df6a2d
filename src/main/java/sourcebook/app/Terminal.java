package sourcebook.app;

import java.io.PrintStream;
import sourcebook.library.Reindex;

/**
 * Where the commands print.
 *
 * @param colour whether {@code out} is a terminal that takes colour
 * @param live whether {@code err} is a terminal, where a line may be written over
 */
record Terminal(PrintStream out, PrintStream err, boolean colour, boolean live) {
    private static final int BAR = 24;

    /** A bar that moves in place on a terminal; elsewhere nothing. */
    Reindex.Progress progress() {
        return live ? this::bar : Reindex.Progress.NONE;
    }

    /** Ends a line that a bar may have left open. */
    void endProgress() {
        if (live) {
            err.print("\r\u001b[K");
        }
    }

    private void bar(String stage, int done, int all) {
        if (all == 0) {
            err.print("\r\u001b[K" + stage + "…");
        } else {
            int filled = (int) ((long) BAR * done / all);
            err.print("\r\u001b[K" + stage + " [" + "#".repeat(filled) + " ".repeat(BAR - filled) + "] " + done + " of "
                    + all + " files");
        }
        err.flush();
    }
}
