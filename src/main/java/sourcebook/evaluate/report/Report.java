package sourcebook.evaluate.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.style;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;

import j2html.tags.DomContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import sourcebook.evaluate.Comparison;

/**
 * One self-contained page about evaluated sets: no scripts, nothing fetched. For the people who work on the answers; what
 * askers see is in {@code render}.
 */
public final class Report {
    private static final String STYLE = "report.css";

    private Report() {}

    /** The whole page. */
    public static String page(List<Comparison> sets, LocalDate today) throws IOException {
        return "<!DOCTYPE html>\n"
                + html(
                                head(
                                        meta().withCharset("utf-8"),
                                        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                        title("How good the answers are · Sourcebook"),
                                        style(rawHtml(css()))),
                                body(top(today), each(sets, SetSection::of), bottom()))
                        .withLang("en")
                        .render();
    }

    private static DomContent top(LocalDate today) {
        return header(
                h1("How good the answers are"),
                p("Question sets with known answers, asked on " + today
                        + ". An answer is right when its first quote is."),
                div(
                                span(span().withClass("swatch ours"), text("Sourcebook")),
                                span(span().withClass("swatch plain"), text("plain BM25 over sentences")))
                        .withClass("legend"));
    }

    private static DomContent bottom() {
        return footer(
                p(
                        "Plain BM25 always answers; its AUROC and its curve go by the score of its best sentence. "
                                + "right@k and MRR are over the questions that have an answer, so refusing one of them counts against us."));
    }

    private static String css() throws IOException {
        try (InputStream in = Report.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IOException(STYLE + " is missing from the program; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
