package sourcebook.render;

import sourcebook.library.report.Progress;

/** Where a reindex stands, in one line of plain text. */
public final class PlainProgress {
    private static final int BAR = 24;
    private static final int MINUTE = 60;

    private PlainProgress() {}

    public static String of(Progress progress) {
        return progress.stage() + (progress.all() == 0 ? "…" : bar(progress) + left(progress.secondsLeft()));
    }

    private static String bar(Progress progress) {
        int filled = (int) (BAR * progress.share());
        return " [" + "#".repeat(filled) + " ".repeat(BAR - filled) + "] " + progress.done() + " of " + progress.all()
                + " " + progress.unit();
    }

    private static String left(long seconds) {
        if (seconds == Progress.UNKNOWN) {
            return "";
        }
        return seconds < 2 * MINUTE ? ", " + seconds + " s left" : ", " + seconds / MINUTE + " min left";
    }
}
