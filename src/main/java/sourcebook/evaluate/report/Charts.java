package sourcebook.evaluate.report;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sourcebook.evaluate.Comparison;
import sourcebook.evaluate.Outcome;
import sourcebook.evaluate.Scores;
import sourcebook.evaluate.report.Svg.At;

/** The four charts of a set. */
final class Charts {
    private static final List<Integer> PLACES = List.of(1, 3, 5);
    private static final double LABEL = 70;
    private static final double FULL = Svg.WIDTH - LABEL - 56;
    private static final double THICK = 20;
    private static final double GROUP = 60;

    /** With more bars than this, every other label stands lower. */
    private static final int CROWDED = 6;

    private Charts() {}

    /** How often a right quote is among the first one, three, five. */
    static DomContent rightAt(Comparison set) {
        List<DomContent> shapes = new ArrayList<>();
        for (int i = 0; i < PLACES.size(); i++) {
            double y = 6 + i * GROUP;
            shapes.add(Svg.words("name end", new At(LABEL - 10, y + THICK + 6), "right@" + PLACES.get(i)));
            shapes.addAll(shareBar("ours", y, right(set.ours(), PLACES.get(i))));
            shapes.addAll(shareBar("plain", y + THICK + 2, right(set.baseline(), PLACES.get(i))));
        }
        return Svg.chart(PLACES.size() * GROUP, "Share of questions with a right quote among the first", shapes);
    }

    private static List<DomContent> shareBar(String cssClass, double y, double share) {
        double width = share * FULL;
        return List.of(
                Svg.bar(cssClass, new At(LABEL, y), width, THICK),
                Svg.words("value", new At(LABEL + width + 6, y + THICK - 5), oneDecimal(share)));
    }

    private static double right(List<Outcome> outcomes, int places) {
        List<Outcome> answerable = outcomes.stream().filter(Outcome::answerable).toList();
        Double share = Scores.part(answerable, outcome -> outcome.rightWithin(places));
        return share == null ? 0 : share;
    }

    /** Precision against coverage, with the threshold in use marked. */
    static DomContent coverage(Comparison set) {
        List<DomContent> shapes = Square.axes("share of questions answered", "share of answers right");
        shapes.add(curve("plain-line", set.baseline()));
        shapes.add(curve("ours-line", set.ours()));
        Coverage.Point now = Coverage.given(set.ours());
        shapes.add(Svg.dot("ours ring", Square.at(now.coverage(), now.precision()), 6.5));
        return Svg.chart(Square.HEIGHT, "Share of answers that are right, by share of questions answered", shapes);
    }

    private static DomContent curve(String cssClass, List<Outcome> outcomes) {
        return Svg.line(
                cssClass,
                Coverage.curve(outcomes).stream()
                        .map(point -> Square.at(point.coverage(), point.precision()))
                        .toList());
    }

    /** Confidence against the share right; a dot's area shows how many questions it stands for, a number says it. */
    static DomContent reliability(Calibration calibration) {
        List<DomContent> shapes = Square.axes("confidence", "share right");
        shapes.add(Svg.line("ideal", List.of(Square.at(0, 0), Square.at(1, 1))));
        List<Calibration.Bin> bins =
                calibration.bins().stream().filter(bin -> bin.count() > 0).toList();
        shapes.add(Svg.line(
                "ours-line",
                bins.stream()
                        .map(bin -> Square.at(bin.confidence(), bin.right()))
                        .toList()));
        for (Calibration.Bin bin : bins) {
            At at = Square.at(bin.confidence(), bin.right());
            double radius = 3 + 9 * Math.sqrt((double) bin.count() / calibration.questions());
            shapes.add(Svg.dot("ours ring", at, radius));
            boolean below = bin.right() > bin.confidence() && bin.right() > 0.12 || bin.right() > 0.92;
            double y = below ? at.y() + radius + 13 : at.y() - radius - 5;
            shapes.add(Svg.words("count middle", new At(at.x(), y), "" + bin.count()));
        }
        return Svg.chart(Square.HEIGHT, "Share right for ten steps of confidence", shapes);
    }

    /** How many answers took how long. */
    static DomContent latency(List<Latency.Bar> bars) {
        double bottom = Square.HEIGHT - 60;
        double step = (Svg.WIDTH - 16) / Math.max(1, bars.size());
        long most = bars.stream().mapToLong(Latency.Bar::count).max().orElse(1);
        List<DomContent> shapes = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            double height = (bottom - 24) * bars.get(i).count() / most;
            double x = 8 + i * step;
            shapes.add(Svg.bar("ours", new At(x + 2, bottom - height), Math.min(step - 4, 60), height));
            At middle = new At(x + 2 + Math.min(step - 4, 60) / 2, bottom);
            shapes.add(Svg.words(
                    "count middle",
                    new At(middle.x(), bottom - height - 5),
                    "" + bars.get(i).count()));
            double under = bars.size() > CROWDED && i % 2 == 1 ? 30 : 17;
            shapes.add(Svg.words(
                    "tick middle",
                    new At(middle.x(), bottom + under),
                    bars.get(i).label()));
        }
        shapes.add(Svg.words("axis middle", new At(Svg.WIDTH / 2, bottom + 44), "milliseconds for an answer"));
        return Svg.chart(Square.HEIGHT - 14, inWords(bars), shapes);
    }

    private static String inWords(List<Latency.Bar> bars) {
        return bars.stream().map(bar -> bar.label() + " ms: " + bar.count()).collect(Collectors.joining(", "));
    }

    private static String oneDecimal(double share) {
        return Math.round(1_000 * share) / 10.0 + "%";
    }
}
