package sourcebook.evaluate.report;

import static j2html.TagCreator.tag;
import static j2html.TagCreator.text;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The few shapes that charts are drawn with. A chart is {@link #WIDTH} wide and scales with the page; colours come from
 * the style sheet, by class.
 */
final class Svg {
    static final double WIDTH = 420;

    private Svg() {}

    /** A place in a chart, from its upper left corner. */
    record At(double x, double y) {}

    /** A chart with what it says in words for those who do not see it. */
    static ContainerTag<?> chart(double height, String inWords, List<DomContent> shapes) {
        return tag("svg")
                .attr("viewBox", "0 0 " + number(WIDTH) + " " + number(height))
                .attr("role", "img")
                .attr("aria-label", inWords)
                .with(shapes);
    }

    static DomContent bar(String cssClass, At corner, double width, double height) {
        return tag("rect")
                .withClass(cssClass)
                .attr("x", number(corner.x))
                .attr("y", number(corner.y))
                .attr("width", number(Math.max(0, width)))
                .attr("height", number(Math.max(0, height)))
                .attr("rx", 2);
    }

    static DomContent line(String cssClass, List<At> points) {
        return tag("polyline")
                .withClass(cssClass)
                .attr(
                        "points",
                        points.stream()
                                .map(at -> number(at.x) + "," + number(at.y))
                                .collect(Collectors.joining(" ")));
    }

    static DomContent dot(String cssClass, At centre, double radius) {
        return tag("circle")
                .withClass(cssClass)
                .attr("cx", number(centre.x))
                .attr("cy", number(centre.y))
                .attr("r", number(radius));
    }

    /** Words; {@code cssClass} says where they are anchored: start, middle or end. */
    static DomContent words(String cssClass, At at, String words) {
        return tag("text")
                .withClass(cssClass)
                .attr("x", number(at.x))
                .attr("y", number(at.y))
                .with(text(words));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
