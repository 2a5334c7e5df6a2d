package sourcebook.evaluate.report;

import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sourcebook.evaluate.Comparison;
import sourcebook.evaluate.Outcome;

/** A set's part of the page. */
final class SetSection {
    private static final int LONG = 400;

    private SetSection() {}

    static DomContent of(Comparison set) {
        Calibration calibration = Calibration.of(set.ours());
        return section(
                h2(set.set()),
                p(counts(set)).withClass("soft"),
                div(
                                figures(set),
                                chart(
                                        "A right quote among the first one, three, five",
                                        "of questions with an answer",
                                        Charts.rightAt(set)),
                                chart("If fewer or more questions were answered", now(set), Charts.coverage(set)),
                                chart(
                                        "Does confidence keep its word?",
                                        reliability(calibration),
                                        Charts.reliability(calibration)),
                                chart(
                                        "How long an answer takes",
                                        millis(set),
                                        Charts.latency(Latency.bars(set.ours()))))
                        .withClass("charts"),
                misses(Misses.worst(set.ours())));
    }

    private static String counts(Comparison set) {
        long with = set.ours().stream().filter(Outcome::answerable).count();
        return set.split() + " · " + set.ours().size() + " questions, " + with + " with an answer in the corpus and "
                + (set.ours().size() - with) + " without";
    }

    private static String now(Comparison set) {
        Coverage.Point now = Coverage.given(set.ours());
        return "the dot is now: " + Square.percent(now.coverage()) + " answered, " + Square.percent(now.precision())
                + " of that right";
    }

    private static String reliability(Calibration calibration) {
        return String.format(
                Locale.ROOT,
                "expected calibration error %.3f; the numbers count questions, with those refused",
                calibration.expectedError());
    }

    private static String millis(Comparison set) {
        return set.rows().stream()
                .filter(row -> row.name().startsWith("millis"))
                .map(row -> row.name().replace("millis ", "") + " " + row.ours() + " ms")
                .collect(Collectors.joining(", "));
    }

    private static DomContent figures(Comparison set) {
        return table(
                thead(tr(
                        th().attr("scope", "col"),
                        th("Sourcebook").attr("scope", "col"),
                        th("BM25").attr("scope", "col"))),
                tbody(each(
                        set.rows(),
                        row -> tr(th(row.name()).attr("scope", "row"), td(row.ours()), td(row.baseline())))));
    }

    private static DomContent chart(String caption, String note, DomContent chart) {
        return figure(figcaption(strong(caption), p(note)), chart);
    }

    private static DomContent misses(List<Outcome> worst) {
        return iff(
                !worst.isEmpty(),
                div(h3("The worst misses"), ol(each(worst, SetSection::miss)).withClass("misses")));
    }

    private static DomContent miss(Outcome outcome) {
        return li(
                p(strong(outcome.question().text())),
                said(outcome),
                p(outcome.answerable()
                                ? "Right: " + cut(outcome.expected())
                                : "Right: nothing; the set says that none answers")
                        .withClass("right"));
    }

    private static DomContent said(Outcome outcome) {
        Outcome.Judged first = outcome.first();
        String confidence = String.format(Locale.ROOT, "%.2f", outcome.confidence());
        String verb = outcome.given() ? "Said at " : "Refused at ";
        if (first == null) {
            return p(verb + confidence + ".").withClass("said");
        }
        String held = outcome.given() ? "" : first.right() ? "; held back, and right:" : "; held back:";
        return div(
                p(verb + confidence + ", from “" + first.title() + "”" + held).withClass("said"),
                blockquote(cut(first.text())));
    }

    private static String cut(String text) {
        return text.length() <= LONG
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONG))) + "…";
    }
}
