package sourcebook.render.chart;

import java.util.Locale;
import sourcebook.render.chart.Drawing.Box;
import sourcebook.render.chart.Drawing.Line;
import sourcebook.render.chart.Drawing.Shape;
import sourcebook.render.chart.Drawing.Words;

/** Writes a drawing as SVG that may stand in a page: no style, no script, no id, every word escaped. */
final class Svg {
    private Svg() {}

    static String of(Drawing drawing, String title, String description) {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\""
                        + " font-family=\"%3$s\"><title>%4$s</title><desc>%5$s</desc>"
                        + "<rect width=\"%1$d\" height=\"%2$d\" fill=\"#ffffff\"/>",
                Drawing.WIDTH,
                drawing.height(),
                escaped(Typeface.FAMILY),
                escaped(title),
                escaped(description)));
        drawing.shapes().forEach(shape -> svg.append(shape(shape)));
        return svg.append("</svg>").toString();
    }

    private static String shape(Shape shape) {
        return switch (shape) {
            case Box box ->
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" stroke=\"%s\"/>",
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height(),
                        box.fill().hex,
                        box.edge().hex);
            case Line line ->
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%s\"%s/>",
                        line.x1(),
                        line.y1(),
                        line.x2(),
                        line.y2(),
                        line.ink().hex,
                        line.dashed() ? "2" : "1",
                        line.dashed() ? " stroke-dasharray=\"5 3\"" : "");
            case Words words ->
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\" fill=\"%s\" text-anchor=\"%s\">%s</text>",
                        words.x(),
                        words.y(),
                        words.size(),
                        words.ink().hex,
                        words.anchor().name().toLowerCase(Locale.ROOT),
                        escaped(words.text()));
        };
    }

    /** Escaped for text and attributes; control characters, which XML does not allow, are left out. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .filter(c -> c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> escaped.appendCodePoint(c);
                    }
                });
        return escaped.toString();
    }
}
