package sourcebook.render.contract;

import static j2html.TagCreator.a;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.p;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;
import sourcebook.model.Fact;
import sourcebook.model.contract.Source.Notice;
import sourcebook.model.contract.Source.Said;
import sourcebook.model.contract.Value;
import sourcebook.render.FactWording;
import sourcebook.render.Links;

/** A fact with the words that say so, who says it, and what speaks against it. */
final class FactFigure {
    private FactFigure() {}

    static DomContent of(Fact fact) {
        String time = FactWording.time(fact);
        return figure(
                p(strong(capital(fact.predicate().label()) + ": "), value(fact.value())),
                blockquote(p(FactWording.words(fact))),
                figcaption(source(fact), text(time.isEmpty() ? "" : " · " + time)),
                each(
                        fact.doubts().isEmpty() ? List.<String>of() : List.of(FactWording.doubts(fact)),
                        doubt -> p(doubt).withClass("doubt")));
    }

    /** The value; a buyer, supplier or owner leads to its page. */
    static DomContent value(Value value) {
        return switch (value) {
            case Value.Named named -> a(named.name()).withHref(Links.partyPath(named.party()));
            case Value.Holding holding ->
                each(
                        a(holding.owner().name())
                                .withHref(Links.partyPath(holding.owner().party())),
                        text(holding.share() == null ? "" : " (" + holding.share() + ")"));
            case Value.Amount amount -> text(FactWording.value(amount));
            case Value.Day day -> text(FactWording.value(day));
            case Value.Length length -> text(FactWording.value(length));
            case Value.Count count -> text(FactWording.value(count));
            case Value.Words words -> text(FactWording.value(words));
        };
    }

    private static DomContent source(Fact fact) {
        return switch (fact.source()) {
            case Said said -> a(FactWording.source(fact)).withHref(Links.quotePath(said.quote()));
            case Notice notice
            when notice.url() != null ->
                a(FactWording.source(fact)).withHref(notice.url()).withRel("noopener noreferrer");
            case Notice notice -> text(FactWording.source(fact));
        };
    }

    static String capital(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }
}
