package sourcebook.render;

import static j2html.TagCreator.a;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.code;
import static j2html.TagCreator.del;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.iffElse;
import static j2html.TagCreator.ins;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import sourcebook.dialogue.Response;
import sourcebook.dialogue.Verification;
import sourcebook.dialogue.Verification.Added;
import sourcebook.dialogue.Verification.Lost;
import sourcebook.dialogue.Verification.Match;
import sourcebook.dialogue.Verification.Piece;
import sourcebook.dialogue.Verification.Same;
import sourcebook.model.Citation;
import sourcebook.model.contract.Listing;

/** Whatever is answered to a person as the main part of a page. */
final class HtmlResponse {
    private HtmlResponse() {}

    static DomContent render(Response response) {
        return switch (response) {
            case Response.Answered answered -> answered(answered);
            case Response.Verified verified -> shown(each(verified.claims(), HtmlResponse::claim));
            case Response.Sources sources -> shown(p(sources.heading()), articles(sources.articles()));
            case Response.Help help ->
                shown(
                        h2("What you can type"),
                        ul(each(help.lines(), line -> li(code(line.usage()), text(" " + line.what() + ".")))),
                        iff(!help.examples().isEmpty(), HtmlPages.questions("For example", help.examples())));
            case Response.Listed listed -> listed(listed);
            case Response.Told told -> shown(p(told.sentence()));
        };
    }

    private static DomContent shown(DomContent... content) {
        return section(content).withClass("answer").attr("aria-label", "Answer");
    }

    private static DomContent answered(Response.Answered answered) {
        return div(
                iff(
                        answered.understood() != null,
                        p("Understood as: " + answered.understood()).withClass("provenance")),
                HtmlPages.answer(answered.reply()),
                iff(
                        answered.more() || answered.page() > 0,
                        p(
                                iff(
                                        answered.page() > 0,
                                        a("Earlier quotes")
                                                .withHref(HtmlPages.asking(
                                                        answered.reply().question(), answered.page() - 1))),
                                text(answered.more() && answered.page() > 0 ? " · " : ""),
                                iff(
                                        answered.more(),
                                        a("More quotes")
                                                .withHref(HtmlPages.asking(
                                                        answered.reply().question(), answered.page() + 1))))),
                iff(!answered.next().isEmpty(), HtmlPages.questions("You may ask next", answered.next())));
    }

    private static DomContent listed(Response.Listed listed) {
        Listing listing = listed.listing();
        return shown(
                p(listed.heading()),
                p(PlainListing.counted(listing)),
                each(PlainListing.totals(listing), total -> p(total)),
                each(listing.notes(), note -> p(note)),
                ul(each(
                        listing.rows(),
                        contract -> li(
                                a(contract.title()).withHref(Links.contractPath(contract.id())),
                                text(" · " + PlainListing.row(contract))))),
                p(
                        listed.byMonth()
                                ? a("What ends soon, month by month, with a chart")
                                        .withHref("/expiring")
                                : a("The whole list, with charts and as CSV")
                                        .withHref(Links.listPath(listed.asked()))));
    }

    private static DomContent claim(Verification verification) {
        return div(
                blockquote(p(verification.claim())),
                p(VerifyWording.verdict(verification)).withClass("headline"),
                each(verification.notices(), notice -> p(notice)),
                switch (verification.finding()) {
                    case Verification.Verbatim found -> quotes(found.matches());
                    case Verification.OfAnother found -> quotes(found.matches());
                    case Verification.Joined found -> quotes(found.fragments());
                    case Verification.Nearly found -> compared(found.match(), found.pieces());
                    case Verification.Changed found -> compared(found.match(), found.pieces());
                    case Verification.Absent found ->
                        iffElse(
                                found.nearest().isEmpty(),
                                text(""),
                                div(p(Wording.nearest()), articles(found.nearest())));
                });
    }

    private static DomContent quotes(List<Match> matches) {
        return each(matches, match -> HtmlPages.quote(match.sentence()));
    }

    private static DomContent compared(Match match, List<Piece> pieces) {
        return div(
                p(each(pieces, piece -> each(piece(match, piece), text(" ")))),
                p("Struck out words are in the source alone, underlined ones in the claim alone.")
                        .withClass("provenance"),
                HtmlPages.quote(match.sentence()));
    }

    private static DomContent piece(Match match, Piece piece) {
        return switch (piece) {
            case Same same -> text(VerifyWording.words(match, same.span()));
            case Lost lost -> del(VerifyWording.words(match, lost.span()));
            case Added added -> ins(added.words());
        };
    }

    private static DomContent articles(List<Citation> articles) {
        return ul(each(articles, citation -> li(HtmlPages.source(citation, Links.articlePath(citation.article())))));
    }
}
