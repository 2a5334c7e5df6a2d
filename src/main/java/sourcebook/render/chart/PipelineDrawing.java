package sourcebook.render.chart;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import sourcebook.render.chart.Chart.Month;
import sourcebook.render.chart.Chart.Pipeline;
import sourcebook.render.chart.Drawing.Anchor;
import sourcebook.render.chart.Drawing.Ink;

/** Draws how many contracts end in each month: columns, those that can be extended in the paler part on top. */
final class PipelineDrawing {
    static final int MOST = 36;
    private static final double LEFT = 44;
    private static final double ROOM = Drawing.WIDTH - LEFT - 16;
    private static final double TOP = 76;
    private static final double TALL = 190;
    /** Room that a year's number takes. */
    private static final double YEAR = 32;

    private PipelineDrawing() {}

    static Drawing of(Pipeline chart) {
        Drawing drawing = new Drawing();
        List<Month> shown = chart.months().stream().limit(MOST).toList();
        int step = step(shown.stream().mapToInt(Month::ending).max().orElse(0));
        int top = Math.max(
                        1,
                        Math.ceilDiv(
                                shown.stream().mapToInt(Month::ending).max().orElse(0), step))
                * step;
        drawing.words(12, 26, Drawing.fitted(chart.title(), 17, Drawing.WIDTH - 24), 17, Ink.TEXT, Anchor.START);
        legend(drawing);
        for (int count = 0; count <= top; count += step) {
            double y = TOP + TALL - TALL * count / top;
            drawing.line(LEFT, y, LEFT + ROOM, y, Ink.GRID);
            drawing.words(LEFT - 8, y + 4, String.valueOf(count), Drawing.SMALL, Ink.QUIET, Anchor.END);
        }
        for (int i = 0; i < shown.size(); i++) {
            month(drawing, shown, i, top);
        }
        Notes.leftOut(
                drawing, 12, TOP + TALL + 58, chart.months().size() - shown.size(), "more months in the table only");
        return drawing;
    }

    private static void legend(Drawing drawing) {
        drawing.box(12, 40, 18, 11, Ink.SOLID);
        drawing.words(36, 50, "contracts ending, no option stated", Drawing.SMALL, Ink.QUIET, Anchor.START);
        drawing.box(250, 40, 18, 11, Ink.PALE);
        drawing.words(274, 50, "ending, with an option to extend", Drawing.SMALL, Ink.QUIET, Anchor.START);
    }

    private static void month(Drawing drawing, List<Month> shown, int i, int top) {
        Month month = shown.get(i);
        double wide = ROOM / shown.size();
        double x = LEFT + i * wide;
        double base = TOP + TALL;
        double firm = TALL * (month.ending() - month.extendable()) / top;
        double extendable = TALL * month.extendable() / top;
        double inset = Math.min(6, wide / 6);
        if (firm > 0) {
            drawing.box(x + inset, base - firm, wide - 2 * inset, firm, Ink.SOLID);
        }
        if (extendable > 0) {
            drawing.box(x + inset, base - firm - extendable, wide - 2 * inset, extendable, Ink.PALE);
        }
        if (month.ending() > 0 && wide >= 14) {
            String count = String.valueOf(month.ending());
            drawing.words(x + wide / 2, base - firm - extendable - 5, count, Drawing.SMALL, Ink.TEXT, Anchor.MIDDLE);
        }
        label(drawing, month.month(), i, x, wide);
    }

    /** Each month by name where there is room, else by its initial; the year under the first and each January. */
    private static void label(Drawing drawing, YearMonth month, int i, double x, double wide) {
        String name = month.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, Locale.ENGLISH);
        String shown = wide >= 30 ? name : name.substring(0, 1);
        drawing.words(x + wide / 2, TOP + TALL + 16, shown, Drawing.SMALL, Ink.QUIET, Anchor.MIDDLE);
        if (i == 0 && wide * (13 - month.getMonthValue()) >= YEAR || month.getMonthValue() == 1) {
            String year = String.valueOf(month.getYear());
            drawing.words(x + Math.min(4, wide / 6), TOP + TALL + 34, year, Drawing.SMALL, Ink.QUIET, Anchor.START);
        }
    }

    /** A round number of contracts between two lines, so that there are about five. */
    private static int step(int most) {
        int step = 1;
        for (int next : new int[] {2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10_000, 50_000, 100_000, 1_000_000}) {
            step = most / step > 5 ? next : step;
        }
        return step;
    }
}
