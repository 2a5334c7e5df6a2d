package sourcebook.render.chart;

import java.math.BigDecimal;
import java.util.List;
import sourcebook.render.chart.Chart.Bar;
import sourcebook.render.chart.Chart.Bars;
import sourcebook.render.chart.Drawing.Anchor;
import sourcebook.render.chart.Drawing.Ink;

/** Draws sums as bars from the left, each with its label above and its figure behind it, so that no scale is needed. */
final class BarsDrawing {
    static final int MOST = 20;
    private static final double LEFT = 12;
    private static final double FIGURE = 150;
    private static final double ROOM = Drawing.WIDTH - 2 * LEFT;

    private BarsDrawing() {}

    static Drawing of(Bars chart) {
        Drawing drawing = new Drawing();
        List<Bar> shown = chart.bars().stream().limit(MOST).toList();
        double most = shown.stream()
                .map(Bar::sum)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
        drawing.words(LEFT, 26, Drawing.fitted(chart.title(), 17, ROOM), 17, Ink.TEXT, Anchor.START);
        drawing.words(
                LEFT, 46, Drawing.fitted(chart.basis(), Drawing.SMALL, ROOM), Drawing.SMALL, Ink.QUIET, Anchor.START);
        double y = 62;
        for (Bar bar : shown) {
            bar(drawing, bar, most, y);
            y += 42;
        }
        drawing.line(LEFT, 58, LEFT, y, Ink.QUIET);
        Notes.leftOut(drawing, LEFT, y + 16, chart.bars().size() - shown.size(), "in the table only");
        return drawing;
    }

    private static void bar(Drawing drawing, Bar bar, double most, double y) {
        drawing.words(
                LEFT + 6,
                y + 10,
                Drawing.fitted(bar.label(), Drawing.SIZE, ROOM - 6),
                Drawing.SIZE,
                Ink.TEXT,
                Anchor.START);
        double length = most <= 0 ? 0 : Math.max(0, bar.sum().doubleValue()) / most * (ROOM - FIGURE);
        if (length > 0) {
            drawing.box(LEFT, y + 17, length, 16, Ink.SOLID);
        }
        drawing.words(LEFT + length + 8, y + 30, bar.shown(), Drawing.SIZE, Ink.TEXT, Anchor.START);
    }
}
