package sourcebook.render;

import static j2html.TagCreator.a;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.body;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.dialogue.Response;
import sourcebook.model.Answer.Ambiguous;
import sourcebook.model.Answer.Found;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Citation;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Generation;
import sourcebook.model.Quote;
import sourcebook.model.Reply;

/** Whole web pages without any script; every word that is not ours is escaped by the library that writes them. */
public final class HtmlPages {
    private static final int MAX_QUESTION = 500;

    private HtmlPages() {}

    /**
     * The page that asks.
     *
     * @param reply the answer to show, null before anything was asked
     * @param holdings what is searched, null while the first index is being built
     */
    public static String ask(@Nullable Reply reply, List<String> examples, Generation.@Nullable Holdings holdings) {
        String question = reply == null ? "" : reply.question();
        return page(
                question.isEmpty() ? "Sourcebook" : question + " · Sourcebook",
                header(
                        h1(a("Sourcebook").withHref("/")),
                        p("Ask about outsourcing. The answer is the exact words of the sources, or an honest no.")),
                main(askForm(question, reply == null), reply == null ? examples(examples) : answer(reply)),
                footer(p(holdings == null ? "The first index is being built." : holdings(holdings))));
    }

    /**
     * The page that answers.
     *
     * @param typed what was typed
     */
    public static String heard(String typed, Response response, Generation.@Nullable Holdings holdings) {
        return page(
                typed + " · Sourcebook",
                header(
                        h1(a("Sourcebook").withHref("/")),
                        p("Ask about outsourcing. The answer is the exact words of the sources, or an honest no.")),
                main(askForm(typed, false), HtmlResponse.render(response)),
                footer(p(holdings == null ? "The first index is being built." : holdings(holdings))));
    }

    /** A page with one message, such as that there is no such page. */
    public static String message(String heading, String message) {
        return page(
                heading + " · Sourcebook", header(h1(a("Sourcebook").withHref("/"))), main(h2(heading), p(message)));
    }

    /** The frame around every page. */
    public static String page(String name, DomContent... content) {
        return "<!DOCTYPE html>\n"
                + html(
                                head(
                                        meta().withCharset("utf-8"),
                                        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                        title(name),
                                        link().withRel("stylesheet").withHref("/style.css"),
                                        link().withRel("icon").withHref("data:,")),
                                body(content))
                        .withLang("en")
                        .render();
    }

    private static DomContent askForm(String question, boolean focus) {
        return form(
                        label("Your question").withFor("q"),
                        div(
                                        input().withId("q")
                                                .withName("q")
                                                .withType("search")
                                                .withValue(question)
                                                .withMaxlength(Integer.toString(MAX_QUESTION))
                                                .withPlaceholder("how long is the Met's contract with SSCL?")
                                                .attr("autocomplete", "off")
                                                .condAttr(focus, "autofocus", null),
                                        button("Ask").withType("submit"))
                                .withClass("ask"))
                .withAction("/")
                .withMethod("get")
                .attr("role", "search");
    }

    private static DomContent examples(List<String> examples) {
        return iff(!examples.isEmpty(), questions("For example", examples));
    }

    /** Questions to ask by a click. */
    static DomContent questions(String heading, List<String> questions) {
        return section(
                h2(heading), ul(each(questions, question -> li(a(question).withHref(asking(question))))));
    }

    static DomContent answer(Reply reply) {
        DomContent content = switch (reply.answer()) {
            case Found found ->
                div(
                        iff(found.headline() != null, p(found.headline()).withClass("headline")),
                        each(found.evidence(), HtmlPages::evidence),
                        each(found.notices(), n -> p(n)));
            case Ambiguous ambiguous -> ambiguous(ambiguous);
            case NotFound notFound -> notFound(notFound);
        };
        return section(content).withClass("answer").attr("aria-label", "Answer");
    }

    private static DomContent evidence(Evidence evidence) {
        return switch (evidence) {
            case Quote quote -> quote(quote);
            case Fact fact -> fact(fact);
        };
    }

    static DomContent quote(Quote quote) {
        return figure(
                blockquote(p(quote.text())),
                figcaption(
                        iff(quote.speaker() != null, text("Said by " + quote.speaker() + " · ")),
                        source(quote.citation(), Links.quotePath(quote)),
                        each(
                                quote.also(),
                                other -> div(text(Wording.also()), source(other.citation(), Links.quotePath(other))))));
    }

    private static DomContent fact(Fact fact) {
        String time = FactWording.time(fact);
        String doubts = FactWording.doubts(fact);
        return figure(
                p(FactWording.statement(fact)),
                blockquote(p(FactWording.words(fact))),
                figcaption(
                        a(FactWording.source(fact)).withHref(Links.factPath(fact)),
                        text(time.isEmpty() ? "" : " · " + time),
                        iff(!doubts.isEmpty(), text(" · " + doubts))));
    }

    private static DomContent ambiguous(Ambiguous ambiguous) {
        return div(
                p(Wording.which(ambiguous)),
                ul(each(ambiguous.readings(), reading -> li(a(reading.party()).withHref(asking(reading.question()))))));
    }

    private static DomContent notFound(NotFound notFound) {
        return div(
                p(Wording.refusal(notFound)),
                iff(
                        !notFound.closest().isEmpty(),
                        div(p(Wording.closest(notFound.closest().size())), each(notFound.closest(), HtmlPages::quote))),
                iff(
                        !notFound.nearest().isEmpty(),
                        div(
                                p(Wording.nearest()),
                                ul(each(
                                        notFound.nearest(),
                                        citation -> li(source(citation, Links.articlePath(citation.article()))))))));
    }

    static DomContent source(Citation citation, String href) {
        String provenance = Wording.provenance(citation);
        return each(a(citation.title()).withHref(href), text(provenance.isEmpty() ? "" : " · " + provenance));
    }

    private static String asking(String question) {
        return "/?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
    }

    /** The address of a further page of quotes. */
    static String asking(String question, int page) {
        return page == 0 ? asking(question) : asking(question) + "&page=" + page;
    }

    private static String holdings(Generation.Holdings holdings) {
        String newest = holdings.newest() == null ? "" : ", the newest of " + Wording.date(holdings.newest());
        String articles = holdings.articles() == 1 ? "1 article" : holdings.articles() + " articles";
        return "Searching " + articles + newest + ".";
    }
}
