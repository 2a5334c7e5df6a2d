package sourcebook.render.contract;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import sourcebook.model.Fact;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.render.HtmlPages;

/** A party's page: what it buys, what it supplies, who has owned it. */
public final class PartyPage {
    /** More rows than this are left to the list of contracts. */
    public static final int MOST = 50;

    private PartyPage() {}

    /**
     * What is known of a party.
     *
     * @param otherNames as names.csv and the data spell it otherwise
     * @param owners facts of its ownership, past ones too
     */
    public record Known(
            String name, List<String> otherNames, List<Contract> buys, List<Contract> supplies, List<Fact> owners) {
        public Known {
            otherNames = List.copyOf(otherNames);
            buys = List.copyOf(buys);
            supplies = List.copyOf(supplies);
            owners = List.copyOf(owners);
        }
    }

    public static String render(Known party, LocalDate today) {
        return HtmlPages.page(
                party.name() + " · Sourcebook",
                ContractPage.navigation(),
                main(
                        header(h1(party.name()), otherNames(party)),
                        owners(party),
                        contracts("As buyer", Predicate.SUPPLIER, party.buys(), today),
                        contracts("As supplier", Predicate.BUYER, party.supplies(), today),
                        nothing(party)));
    }

    private static DomContent otherNames(Known party) {
        return party.otherNames().isEmpty() ? text("") : p("Also: " + String.join(", ", party.otherNames()));
    }

    private static DomContent owners(Known party) {
        List<Fact> owners = party.owners().stream()
                .sorted(Comparator.comparing(
                        (Fact fact) -> fact.held().from(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        return owners.isEmpty() ? text("") : section(h2("Owners over time"), each(owners, FactFigure::of));
    }

    private static DomContent contracts(String heading, Predicate other, List<Contract> contracts, LocalDate today) {
        if (contracts.isEmpty()) {
            return text("");
        }
        List<Contract> shown = contracts.stream().limit(MOST).toList();
        String left = contracts.size() > MOST ? " Here are " + MOST + " of " + contracts.size() + "." : "";
        return section(
                h2(heading),
                p(count(contracts.size()) + "." + left),
                ContractTable.of(heading, shown, List.of(other)),
                ChartFigure.of(ContractCharts.timeline(heading + ": contracts over time", today, shown)));
    }

    private static String count(int contracts) {
        return contracts == 1 ? "1 contract" : contracts + " contracts";
    }

    private static DomContent nothing(Known party) {
        boolean any = !party.buys().isEmpty()
                || !party.supplies().isEmpty()
                || !party.owners().isEmpty();
        return any ? text("") : p("The corpus has no contract of this party.");
    }
}
