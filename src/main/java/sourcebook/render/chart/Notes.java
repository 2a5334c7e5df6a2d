package sourcebook.render.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import sourcebook.render.chart.Drawing.Anchor;
import sourcebook.render.chart.Drawing.Ink;

/** Words that several pictures share. */
final class Notes {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Notes() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Says how many are not in the picture, if any. */
    static void leftOut(Drawing drawing, double x, double y, int count, String where) {
        if (count > 0) {
            drawing.words(x, y, "… and " + count + " " + where, Drawing.SMALL, Ink.QUIET, Anchor.START);
        }
    }
}
