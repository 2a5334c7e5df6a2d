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
        return live ? new Bar(err) : Reindex.Progress.NONE;
    }

    /** Ends a line that a bar may have left open. */
    void endProgress() {
        if (live) {
            err.print("\r\u001b[K");
        }
    }

    /** One line, written over: how far the files are, how fast sentences are embedded. */
    private static final class Bar implements Reindex.Progress {
        private final PrintStream err;
        private final long start = System.nanoTime();
        private String files = "";

        Bar(PrintStream err) {
            this.err = err;
        }

        @Override
        public void at(String stage, int done, int all) {
            int filled = all == 0 ? 0 : (int) ((long) BAR * done / all);
            files = all == 0
                    ? stage + "…"
                    : stage + " [" + "#".repeat(filled) + " ".repeat(BAR - filled) + "] " + done + " of " + all
                            + " files";
            print(files);
        }

        @Override
        public void embedded(long sentences) {
            double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
            print(files + ", " + sentences + " sentences embedded, " + Math.round(sentences / seconds) + " a second");
        }

        private void print(String line) {
            err.print("\r\u001b[K" + line);
            err.flush();
        }
    }
}
