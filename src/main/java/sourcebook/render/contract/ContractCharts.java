package sourcebook.render.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Term;
import sourcebook.model.contract.Value;
import sourcebook.render.chart.Chart.Bar;
import sourcebook.render.chart.Chart.Bars;
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

    /** The values of contracts by their suppliers, largest first; see {@link #values}. */
    public static Optional<Bars> bySupplier(String title, List<Contract> contracts) {
        return values(
                title,
                contracts,
                contract -> contract.standing(Predicate.SUPPLIER).stream()
                        .map(fact -> fact.value().figure())
                        .distinct()
                        .sorted()
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(" and "),
                                names -> names.isEmpty() ? "supplier not stated" : names)));
    }

    /** The values of contracts by the years in which they were awarded; see {@link #values}. */
    public static Optional<Bars> byYear(String title, List<Contract> contracts) {
        Optional<Bars> bars = values(
                title,
                contracts,
                contract -> contract.shown(Predicate.AWARDED_ON)
                        .or(() -> contract.shown(Predicate.START))
                        .map(fact -> fact.value().figure().substring(0, 4))
                        .orElse("year not stated"));
        return bars.map(all -> new Bars(
                all.title(),
                all.basis(),
                all.bars().stream().sorted(Comparator.comparing(Bar::label)).toList()));
    }

    /**
     * Sums of values of one currency and basis, the one that most contracts state; the others are not added. Values that
     * are doubtful are in no sum. Empty where no contract states a value.
     */
    private static Optional<Bars> values(String title, List<Contract> contracts, Function<Contract, String> label) {
        Map<String, Group> groups = new TreeMap<>();
        for (Contract contract : contracts) {
            contract.shown(Predicate.VALUE)
                    .filter(fact -> fact.doubts().isEmpty())
                    .flatMap(fact ->
                            fact.value() instanceof Value.Amount amount ? Optional.of(amount) : Optional.empty())
                    .filter(amount -> amount.money().currency() != null)
                    .ifPresent(amount -> groups.computeIfAbsent(
                                    amount.money().currency() + ", " + named(amount.basis()),
                                    basis -> new Group(basis, amount, new TreeMap<>()))
                            .add(label.apply(contract), amount.money().amount()));
        }
        return groups.values().stream()
                .max(Comparator.comparingInt(Group::count))
                .map(group -> new Bars(
                        title,
                        group.basis + "; " + group.count() + " of " + contracts.size() + " contracts state it",
                        group.bars()));
    }

    /** Values of one currency and basis, by label. */
    private record Group(String basis, Value.Amount like, Map<String, List<BigDecimal>> values) {
        void add(String label, BigDecimal value) {
            values.computeIfAbsent(label, l -> new ArrayList<>()).add(value);
        }

        int count() {
            return values.values().stream().mapToInt(List::size).sum();
        }

        List<Bar> bars() {
            List<Bar> bars = new ArrayList<>();
            values.forEach((label, all) ->
                    bars.add(bar(label, all.stream().reduce(BigDecimal.ZERO, BigDecimal::add), like)));
            bars.sort(Comparator.comparing(Bar::sum).reversed());
            return bars;
        }
    }

    private static Bar bar(String label, BigDecimal sum, Value.Amount like) {
        return new Bar(label, sum, new Money(sum, like.money().currency()).toString());
    }

    private static String named(Basis basis) {
        return basis.toString().isEmpty() ? "basis not stated" : basis.toString();
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
