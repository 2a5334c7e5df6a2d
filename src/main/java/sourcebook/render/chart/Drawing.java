package sourcebook.render.chart;

import java.util.ArrayList;
import java.util.List;

/** Shapes on a white sheet, later ones above; units are pixels of a page, y downwards. For one thread while drawn on. */
final class Drawing {
    /** Black, grey and two hues of Okabe and Ito, which people of every colour vision tell apart, also by lightness. */
    enum Ink {
        PAPER("#ffffff"),
        TEXT("#1a1a1a"),
        QUIET("#595959"),
        GRID("#d0d0d0"),
        SOLID("#0072b2"),
        PALE("#cfe6f5"),
        MARK("#d55e00");

        final String hex;

        Ink(String hex) {
            this.hex = hex;
        }
    }

    /** Where a text stands from its x. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    sealed interface Shape {}

    record Box(double x, double y, double width, double height, Ink fill, Ink edge) implements Shape {}

    record Line(double x1, double y1, double x2, double y2, Ink ink, boolean dashed) implements Shape {}

    record Words(double x, double y, String text, double size, Ink ink, Anchor anchor) implements Shape {
        /** Where the first letter begins. */
        double left() {
            double width = Typeface.width(text, size);
            return switch (anchor) {
                case START -> x;
                case MIDDLE -> x - width / 2;
                case END -> x - width;
            };
        }
    }

    static final int WIDTH = 640;
    static final double SIZE = 14;
    static final double SMALL = 12;

    private final List<Shape> shapes = new ArrayList<>();
    private double height;

    void box(double x, double y, double width, double height, Ink fill) {
        shapes.add(new Box(x, y, Math.max(width, 1), height, fill, Ink.SOLID));
        reach(y + height);
    }

    /** A white ground behind words that would stand on a line. */
    void ground(double x, double y, double width, double height) {
        shapes.add(new Box(x, y, width, height, Ink.PAPER, Ink.PAPER));
    }

    void line(double x1, double y1, double x2, double y2, Ink ink) {
        shapes.add(new Line(x1, y1, x2, y2, ink, false));
        reach(Math.max(y1, y2));
    }

    void dashes(double x1, double y1, double x2, double y2, Ink ink) {
        shapes.add(new Line(x1, y1, x2, y2, ink, true));
    }

    void words(double x, double y, String text, double size, Ink ink, Anchor anchor) {
        shapes.add(new Words(x, y, text, size, ink, anchor));
        reach(y + size / 2);
    }

    /** The text, cut at its end with an ellipsis where it is wider than there is room. */
    static String fitted(String text, double size, double room) {
        if (Typeface.width(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && Typeface.width(text.substring(0, end) + "…", size) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "…";
    }

    private void reach(double y) {
        height = Math.max(height, y);
    }

    List<Shape> shapes() {
        return List.copyOf(shapes);
    }

    int height() {
        return (int) Math.ceil(height + 12);
    }
}
