package sourcebook.render.contract;

import static j2html.TagCreator.a;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import sourcebook.model.Citation;
import sourcebook.model.Fact;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.render.FactWording;
import sourcebook.render.HtmlPages;
import sourcebook.render.Links;
import sourcebook.render.Wording;

/** A contract's page. */
public final class ContractPage {
    private ContractPage() {}

    /**
     * The page.
     *
     * @param notices what the sources differ in, in whole sentences
     * @param mentions articles that name the contract's parties together
     */
    public static String render(Contract contract, List<String> notices, List<Citation> mentions, LocalDate today) {
        return HtmlPages.page(
                contract.title() + " · Sourcebook",
                navigation(),
                main(
                        header(h1(contract.title()), described(contract)),
                        glance(contract),
                        each(notices, notice -> p(notice).withClass("alert")),
                        timeline(contract, today),
                        stated(contract),
                        history(contract),
                        mentions(mentions)));
    }

    static DomContent navigation() {
        return nav(
                a("Ask Sourcebook").withHref("/"),
                text(" · "),
                a("Contracts").withHref("/contracts"),
                text(" · "),
                a("Expiring").withHref("/expiring"));
    }

    private static DomContent described(Contract contract) {
        return iff(
                contract.description() != null && !contract.description().equals(contract.title()),
                p(contract.description() == null ? "" : contract.description()));
    }

    /** What stands, a line for each predicate; where sources differ all of them. */
    private static DomContent glance(Contract contract) {
        return dl(each(
                stream(contract).toList(),
                predicate -> div(
                        dt(FactFigure.capital(predicate.label())),
                        each(distinct(contract.standing(predicate)), fact -> dd(FactFigure.value(fact.value()))))));
    }

    private static Stream<Predicate> stream(Contract contract) {
        return Arrays.stream(Predicate.values())
                .filter(predicate -> !contract.standing(predicate).isEmpty());
    }

    private static List<Fact> distinct(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> facts.stream()
                                .filter(other -> other.value().equals(fact.value()))
                                .findFirst()
                                .orElse(fact)
                        == fact)
                .toList();
    }

    private static DomContent timeline(Contract contract, LocalDate today) {
        boolean dated = contract.shown(Predicate.START).isPresent()
                || contract.shown(Predicate.END).isPresent();
        return dated
                ? section(
                        h2("Over time"),
                        ChartFigure.of(ContractCharts.timeline("Term of the contract", today, List.of(contract))))
                : text("");
    }

    private static DomContent stated(Contract contract) {
        return section(
                h2("What is stated, and by whom"),
                each(
                        stream(contract)
                                .flatMap(predicate -> contract.standing(predicate).stream())
                                .toList(),
                        FactFigure::of));
    }

    /** What was stated once and has been replaced, the latest change first. */
    private static DomContent history(Contract contract) {
        List<Fact> replaced = contract.facts().stream()
                .filter(fact -> !fact.held().stands())
                .sorted(Comparator.comparing(
                        (Fact fact) -> fact.held().replacedOn(), Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
        return replaced.isEmpty()
                ? text("")
                : section(h2("History of changes"), ol(each(replaced, fact -> li(change(contract, fact)))));
    }

    private static DomContent change(Contract contract, Fact before) {
        String on = before.held().replacedOn() == null
                ? ""
                : Wording.date(before.held().replacedOn()) + ": ";
        List<Fact> after = contract.facts().stream()
                .filter(fact -> fact.predicate() == before.predicate()
                        && fact.source().origin().equals(before.source().origin())
                        && fact.held().recordedOn() != null
                        && fact.held().recordedOn().equals(before.held().replacedOn()))
                .toList();
        return each(
                p(text(on + before.predicate().label() + " "), FactFigure.value(before.value()), text(after(after))),
                FactFigure.of(before));
    }

    private static String after(List<Fact> after) {
        return after.isEmpty()
                ? " no longer stated"
                : " became "
                        + String.join(
                                ", ",
                                after.stream()
                                        .map(fact -> FactWording.value(fact.value()))
                                        .toList());
    }

    private static DomContent mentions(List<Citation> mentions) {
        return mentions.isEmpty()
                ? text("")
                : section(
                        h2("Articles that mention it"),
                        ul(each(
                                mentions,
                                article -> li(a(article.title()).withHref(Links.articlePath(article.article()))))));
    }
}
