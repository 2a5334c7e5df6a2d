package sourcebook.model.contract;

import java.math.BigDecimal;
import java.util.List;

/**
 * A page of a list of contracts, and what all of them together come to.
 *
 * @param rows the contracts of this page, in order
 * @param count how many there are on all pages
 * @param totals one for each currency and basis, the largest number of contracts first; none mixes two
 * @param withoutValue how many of {@code count} state no value
 * @param doubtful how many of {@code count} state a value that is not beyond doubt, and are in no total
 * @param buyers how many different buyers there are among all
 * @param notes what the reader should know besides, in whole sentences
 */
public record Listing(
        ContractQuery query,
        List<Contract> rows,
        int count,
        List<Total> totals,
        int withoutValue,
        int doubtful,
        int buyers,
        List<String> notes) {
    public Listing {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
    }

    /** The sum of the values of one currency and basis, with how many contracts it adds up. */
    public record Total(BigDecimal sum, String currency, Basis basis, int contracts) {
        /** {@code £1,234,567 (award value) in 12 contracts}. */
        public String shown() {
            String of = basis.toString().isEmpty() ? "basis not stated" : basis.toString();
            return new Money(sum, currency) + " (" + of + ") in " + contracts
                    + (contracts == 1 ? " contract" : " contracts");
        }
    }

    public int pages() {
        return (count + ContractQuery.ROWS - 1) / ContractQuery.ROWS;
    }

    /** The same with another note. */
    public Listing with(List<String> moreNotes) {
        List<String> all = new java.util.ArrayList<>(notes);
        all.addAll(moreNotes);
        return new Listing(query, rows, count, totals, withoutValue, doubtful, buyers, all);
    }
}
