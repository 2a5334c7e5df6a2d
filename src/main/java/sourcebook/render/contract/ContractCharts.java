package sourcebook.render.contract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Term;
import sourcebook.model.contract.Value;
import sourcebook.render.chart.Chart.Month;
import sourcebook.render.chart.Chart.Pipeline;
import sourcebook.render.chart.Chart.Stretch;
import sourcebook.render.chart.Chart.Timeline;

/** Charts of what contracts' sources state; what they do not state is not worked out from the rest. */
public final class ContractCharts {
    private ContractCharts() {}

    /** Contracts over time, those that end first above. */
    public static Timeline timeline(String title, LocalDate today, List<Contract> contracts) {
        return new Timeline(
                title,
                today,
                contracts.stream()
                        .map(ContractCharts::stretch)
                        .sorted(Comparator.comparing(Stretch::end, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
    }

    /**
     * How many contracts end in each month.
     *
     * @param first the first month shown
     * @param months how many, 1 or more
     */
    public static Pipeline pipeline(String title, YearMonth first, int months, List<Contract> contracts) {
        List<Month> columns = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            YearMonth month = first.plusMonths(i);
            List<Contract> ending = contracts.stream()
                    .filter(contract -> month.equals(endMonth(contract).orElse(null)))
                    .toList();
            int extendable = (int) ending.stream()
                    .filter(contract -> contract.shown(Predicate.EXTENSION).isPresent())
                    .count();
            columns.add(new Month(month, ending.size(), extendable));
        }
        return new Pipeline(title, columns);
    }

    /** The month in which a contract ends, as far as its source names a month. */
    public static Optional<YearMonth> endMonth(Contract contract) {
        return contract.shown(Predicate.END)
                .map(fact -> fact.value() instanceof Value.Day day
                                && day.date().iso().length() > 4
                        ? day
                        : null)
                .filter(Objects::nonNull)
                .map(day -> YearMonth.from(day.date().latest()));
    }

    private static Stretch stretch(Contract contract) {
        LocalDate end = day(contract, Predicate.END, false);
        return new Stretch(label(contract), day(contract, Predicate.START, true), end, extended(contract, end));
    }

    private static String label(Contract contract) {
        String supplier = contract.shown(Predicate.SUPPLIER)
                .map(fact -> " – " + fact.value().figure())
                .orElse("");
        return contract.title() + supplier;
    }

    private static @Nullable LocalDate day(Contract contract, Predicate predicate, boolean first) {
        return contract.shown(predicate)
                .map(fact -> fact.value() instanceof Value.Day day ? day.date() : null)
                .map(date -> first ? date.earliest() : date.latest())
                .orElse(null);
    }

    /** The day that the source names, or the end moved by the length that it names. */
    private static @Nullable LocalDate extended(Contract contract, @Nullable LocalDate end) {
        return contract.shown(Predicate.EXTENSION)
                .map(fact -> switch (fact.value()) {
                    case Value.Day day -> day.date().latest();
                    case Value.Length length -> end == null ? null : later(end, length.term());
                    default -> null;
                })
                .filter(day -> end == null || day.isAfter(end))
                .orElse(null);
    }

    private static LocalDate later(LocalDate day, Term term) {
        return switch (term.unit()) {
            case YEAR -> day.plusYears(term.length());
            case MONTH -> day.plusMonths(term.length());
            case WEEK -> day.plusWeeks(term.length());
            case DAY -> day.plusDays(term.length());
        };
    }
}
