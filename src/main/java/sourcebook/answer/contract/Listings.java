package sourcebook.answer.contract;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sourcebook.index.contract.ContractSearch;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.ContractQuery.Condition;
import sourcebook.model.contract.ContractQuery.Of;
import sourcebook.model.contract.Listing;
import sourcebook.question.contract.ListQuestion;

/** Lists contracts, and says what part of them one party has. */
public final class Listings {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Listings() {}

    /** The list that is asked for; where a share is, the list of that party's contracts, with its part of all in the notes. */
    public static Listing of(ListQuestion asked, ContractSearch search) throws IOException {
        Optional<Of> share = asked.share();
        Listing listing = share.isEmpty() ? search.list(asked.query()) : share(asked.query(), share.get(), search);
        List<String> notes = new ArrayList<>();
        if (!asked.unread().isEmpty()) {
            notes.add("Not understood, and not heeded: " + String.join(", ", asked.unread()) + ".");
        }
        return notes.isEmpty() ? listing : listing.with(notes);
    }

    private static Listing share(ContractQuery all, Of party, ContractSearch search) throws IOException {
        List<Condition> conditions = new ArrayList<>(all.conditions());
        conditions.add(party);
        Listing whole = search.list(all);
        Listing part = search.list(new ContractQuery(conditions, all.sort(), all.descending(), all.page()));
        List<String> notes = new ArrayList<>();
        notes.add(party.name() + " supplies " + part.count() + " of " + whole.count() + " contracts on record"
                + percent(BigDecimal.valueOf(part.count()), BigDecimal.valueOf(whole.count())) + ".");
        for (Listing.Total total : part.totals()) {
            whole.totals().stream()
                    .filter(other -> other.currency().equals(total.currency())
                            && other.basis().equals(total.basis()))
                    .forEach(other -> notes.add("By value: " + total.shown() + ", of " + other.shown()
                            + percent(total.sum(), other.sum()) + "."));
        }
        return part.with(notes);
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? ""
                : ", "
                        + part.multiply(HUNDRED)
                                .divide(whole, 1, RoundingMode.HALF_UP)
                                .toPlainString() + " %";
    }
}
