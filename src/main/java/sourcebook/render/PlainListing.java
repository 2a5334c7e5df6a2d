package sourcebook.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sourcebook.model.Fact;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.Listing;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Value;

/** A list of contracts in lines, for a terminal; other forms take its sentences. */
public final class PlainListing {
    private static final int MAX_PARTIES = 3;

    private PlainListing() {}

    /** The list in lines, without a line end after the last; under the months of their ends where that is wanted. */
    public static String render(String heading, Listing listing, boolean byMonth, Links links) {
        List<String> lines = new ArrayList<>(List.of(heading, counted(listing)));
        lines.addAll(totals(listing));
        lines.addAll(listing.notes());
        String month = "";
        int number = listing.query().page() * ContractQuery.ROWS;
        for (Contract contract : listing.rows()) {
            String ends = month(contract);
            if (byMonth && !ends.equals(month)) {
                month = ends;
                lines.add("\n" + month);
            } else if (!byMonth) {
                lines.add("");
            }
            lines.add(++number + ". " + contract.title());
            lines.add("   " + row(contract));
            lines.add("   " + links.contract(contract.id()));
        }
        if (listing.pages() > listing.query().page() + 1) {
            lines.add("\nPage " + (listing.query().page() + 1) + " of " + listing.pages() + "; for the next add page:"
                    + (listing.query().page() + 2));
        }
        return String.join("\n", lines);
    }

    /** How many there are, and how many of them state a value that can be added up. */
    public static String counted(Listing listing) {
        String contracts = listing.count() == 1 ? "1 contract" : listing.count() + " contracts";
        if (listing.count() == 0) {
            return "No contract on record is like this.";
        }
        int valued = listing.count() - listing.withoutValue() - listing.doubtful();
        String doubtful = listing.doubtful() == 0
                ? ""
                : "; " + listing.doubtful() + (listing.doubtful() == 1 ? " states one" : " state one")
                        + " that is doubtful";
        return contracts + " of " + listing.buyers() + (listing.buyers() == 1 ? " buyer" : " buyers") + "; " + valued
                + (valued == 1 ? " states" : " state") + " a value" + doubtful + ".";
    }

    /** What the values come to, each currency and basis by itself. */
    public static List<String> totals(Listing listing) {
        return listing.totals().stream().map(total -> "Total: " + total.shown()).toList();
    }

    /** Who buys what from whom for how much until when, as far as it is stated. */
    public static String row(Contract contract) {
        return Stream.of(
                        parties(contract, Predicate.BUYER),
                        parties(contract, Predicate.SUPPLIER),
                        worth(contract),
                        dates(contract),
                        contract.shown(Predicate.EXTENSION)
                                .map(fact -> "option to extend: " + FactWording.value(fact.value()))
                                .orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String parties(Contract contract, Predicate role) {
        List<Value.Named> all = contract.parties(role);
        String names = all.stream().limit(MAX_PARTIES).map(Value.Named::name).collect(Collectors.joining(", "));
        String more = all.size() > MAX_PARTIES ? " and " + (all.size() - MAX_PARTIES) + " more" : "";
        return all.isEmpty() ? "" : role.label() + " " + names + more;
    }

    private static String worth(Contract contract) {
        Optional<Fact> worth = contract.worth();
        if (worth.isPresent()) {
            return FactWording.value(worth.get().value());
        }
        return contract.shown(Predicate.VALUE)
                .map(fact -> FactWording.value(fact.value()) + ", doubtful")
                .orElse("no value stated");
    }

    private static String dates(Contract contract) {
        String start = contract.day(Predicate.START)
                .map(date -> "from " + Wording.date(date))
                .orElse("");
        String end = contract.day(Predicate.END)
                .map(date -> "to " + Wording.date(date))
                .orElse("no end stated");
        return (start + " " + end).strip();
    }

    /** The month in which it ends, such as {@code March 2027}; the year where no month is stated, or nothing. */
    public static String month(Contract contract) {
        return contract.day(Predicate.END)
                .map(date -> date.iso().length() < 7
                        ? date.iso()
                        : Wording.date(date).replaceFirst("^\\d{1,2} ", ""))
                .orElse("");
    }
}
