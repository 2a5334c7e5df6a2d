package sourcebook.render;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.main;
import static j2html.TagCreator.mark;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import j2html.tags.specialized.MarkTag;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Span;
import sourcebook.text.Passages;

/**
 * An article's page: its canonical text in paragraphs, with one sentence marked. The fragment of our links names the
 * mark and the mark takes the focus, so that a browser scrolls to it without any script and a screen reader begins there.
 */
public final class HtmlArticle {
    private HtmlArticle() {}

    /** The page; {@code quoted} is in the article's offsets and may be null or lie outside, then nothing is marked. */
    public static String render(Article article, @Nullable Span quoted) {
        Citation citation = article.citation();
        return HtmlPages.page(
                citation.title() + " · Sourcebook",
                nav(a("Ask Sourcebook").withHref("/")),
                main(article(
                        header(
                                h1(citation.title()),
                                p(Wording.provenance(citation)).withClass("provenance")),
                        each(
                                Passages.paragraphs(article.text()),
                                paragraph -> p(words(article.text(), paragraph, quoted))),
                        iff(
                                citation.record() != null,
                                p("Rests on: " + citation.record()).withClass("provenance")),
                        iff(
                                citation.url() != null,
                                p(a("The source’s own page")
                                        .withHref(citation.url())
                                        .withRel("noopener noreferrer"))))));
    }

    private static DomContent words(String text, Span paragraph, @Nullable Span quoted) {
        if (quoted == null || !markable(text, paragraph, quoted)) {
            return text(paragraph.in(text));
        }
        MarkTag mark = mark(quoted.in(text)).withId("quote").withTabindex(-1);
        return each(
                text(new Span(paragraph.start(), quoted.start()).in(text)),
                mark,
                text(new Span(quoted.end(), paragraph.end()).in(text)));
    }

    /** Links are typed by people too: a span may lie anywhere, and even begin in the middle of a character. */
    private static boolean markable(String text, Span paragraph, Span quoted) {
        return quoted.length() > 0
                && paragraph.contains(quoted)
                && !halved(text, quoted.start())
                && !halved(text, quoted.end());
    }

    private static boolean halved(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at));
    }
}
