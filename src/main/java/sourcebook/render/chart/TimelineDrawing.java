package sourcebook.render.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import sourcebook.render.chart.Chart.Stretch;
import sourcebook.render.chart.Chart.Timeline;
import sourcebook.render.chart.Drawing.Anchor;
import sourcebook.render.chart.Drawing.Ink;

/** Draws contracts over time: the label above each bar, so that long titles have room on a narrow page. */
final class TimelineDrawing {
    static final int MOST = 25;
    private static final double LEFT = 12;
    private static final double ROOM = Drawing.WIDTH - 2 * LEFT;
    private static final double BAR = 14;
    private static final double ROW = 44;

    private final Drawing drawing = new Drawing();
    private final Timeline chart;
    private final Axis axis;
    private final List<Stretch> shown;

    private TimelineDrawing(Timeline chart) {
        this.chart = chart;
        this.shown = chart.stretches().stream()
                .filter(s -> s.start() != null || s.end() != null)
                .limit(MOST)
                .toList();
        this.axis = axis();
    }

    static Drawing of(Timeline chart) {
        TimelineDrawing timeline = new TimelineDrawing(chart);
        timeline.draw();
        return timeline.drawing;
    }

    /** From the first day to the last of all, with half a year around, so that open sides can be seen. */
    private Axis axis() {
        List<LocalDate> days = Stream.concat(
                        Stream.of(chart.today()),
                        shown.stream()
                                .flatMap(s -> Stream.of(s.start(), s.end(), s.extended())
                                        .filter(Objects::nonNull)))
                .sorted()
                .toList();
        return new Axis(days.getFirst().minusMonths(9), days.getLast().plusMonths(9), LEFT, ROOM);
    }

    private void draw() {
        drawing.words(LEFT, 26, Drawing.fitted(chart.title(), 17, ROOM), 17, Ink.TEXT, Anchor.START);
        legend();
        double top = 66;
        double bottom = top + 24 + shown.size() * ROW;
        for (LocalDate tick : axis.ticks()) {
            drawing.line(axis.x(tick), top + 8, axis.x(tick), bottom, Ink.GRID);
            drawing.words(
                    axis.x(tick), top + 2, String.valueOf(tick.getYear()), Drawing.SMALL, Ink.QUIET, Anchor.MIDDLE);
        }
        today(top + 8, bottom);
        for (int i = 0; i < shown.size(); i++) {
            double y = top + 28 + i * ROW;
            stretch(shown.get(i), y);
            today(y + 14, y + 18 + BAR);
        }
        Notes.leftOut(drawing, LEFT, bottom + 16, chart.stretches().size() - shown.size(), "in the table only");
    }

    /** Today's line: behind the labels, before the bars. */
    private void today(double from, double to) {
        drawing.dashes(axis.x(chart.today()), from, axis.x(chart.today()), to, Ink.MARK);
    }

    private void legend() {
        double y = 40;
        drawing.box(LEFT, y, 18, 11, Ink.SOLID);
        drawing.words(LEFT + 24, y + 10, "term", Drawing.SMALL, Ink.QUIET, Anchor.START);
        drawing.box(LEFT + 64, y, 18, 11, Ink.PALE);
        drawing.words(LEFT + 88, y + 10, "option to extend", Drawing.SMALL, Ink.QUIET, Anchor.START);
        drawing.dashes(LEFT + 200, y - 1, LEFT + 200, y + 12, Ink.MARK);
        drawing.words(LEFT + 208, y + 10, "today, " + Notes.day(chart.today()), Drawing.SMALL, Ink.QUIET, Anchor.START);
    }

    private void stretch(Stretch stretch, double y) {
        double from = stretch.start() == null ? LEFT : axis.x(stretch.start());
        double to = stretch.end() == null ? LEFT + ROOM : axis.x(stretch.end());
        String label = Drawing.fitted(stretch.label(), Drawing.SIZE, ROOM);
        drawing.ground(LEFT - 2, y - 3, Typeface.width(label, Drawing.SIZE) + 4, 15);
        drawing.words(LEFT, y + 9, label, Drawing.SIZE, Ink.TEXT, Anchor.START);
        if (stretch.end() != null && stretch.extended() != null) {
            drawing.box(to, y + 16, axis.x(stretch.extended()) - to, BAR, Ink.PALE);
        }
        if (stretch.start() == null || stretch.end() == null) {
            open(stretch, from, to, y + 16);
        } else if (to > from) {
            drawing.box(from, y + 16, to - from, BAR, Ink.SOLID);
        } else {
            drawing.words(from, y + 28, "ends before it starts", Drawing.SMALL, Ink.MARK, Anchor.START);
        }
    }

    /** A line instead of a bar where one side is not stated, with a stop at the side that is. */
    private void open(Stretch stretch, double from, double to, double y) {
        double known = stretch.start() == null ? to : from;
        drawing.dashes(from, y + BAR / 2, to, y + BAR / 2, Ink.SOLID);
        drawing.box(known - 2, y, 4, BAR, Ink.SOLID);
        boolean startOpen = stretch.start() == null;
        String said = startOpen ? "start not stated" : "end not stated";
        boolean after = startOpen == (known < Drawing.WIDTH / 2.0);
        double x = known + (after ? 8 : -8);
        double wide = Typeface.width(said, Drawing.SMALL) + 4;
        drawing.ground(after ? x - 2 : x + 2 - wide, y, wide, BAR);
        drawing.words(x, y + 11, said, Drawing.SMALL, Ink.QUIET, after ? Anchor.START : Anchor.END);
    }
}
