package sourcebook.evaluate.report;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import sourcebook.evaluate.report.Svg.At;

/** A field for two shares from 0 to 1, with its grid and the names of its axes. */
final class Square {
    static final double HEIGHT = 316;
    private static final double LEFT = 46;
    private static final double RIGHT = Svg.WIDTH - 14;
    private static final double TOP = 30;
    private static final double BOTTOM = HEIGHT - 48;
    private static final int STEPS = 4;

    private Square() {}

    /** Where two shares lie. */
    static At at(double x, double y) {
        return new At(LEFT + x * (RIGHT - LEFT), BOTTOM - y * (BOTTOM - TOP));
    }

    static List<DomContent> axes(String along, String up) {
        List<DomContent> shapes = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            shapes.add(Svg.line("grid", List.of(at(0, share), at(1, share))));
            shapes.add(Svg.words("tick end", new At(LEFT - 6, at(0, share).y() + 4), percent(share)));
            String anchor = i == STEPS ? "tick end" : "tick middle";
            shapes.add(Svg.words(anchor, new At(at(share, 0).x(), BOTTOM + 17), percent(share)));
        }
        shapes.add(Svg.words("axis", new At(6, 14), up));
        shapes.add(Svg.words("axis end", new At(RIGHT, HEIGHT - 8), along));
        return shapes;
    }

    static String percent(double share) {
        return Math.round(100 * share) + "%";
    }
}
