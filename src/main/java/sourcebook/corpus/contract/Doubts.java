package sourcebook.corpus.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Value;

/** Marks facts that cannot well be true, so that nobody is shown them as if they were sure; none is changed or left out. */
final class Doubts {
    /** No public contract comes near; the largest on record are some tens of thousands of millions. */
    private static final BigDecimal ABSURD = new BigDecimal("100000000000");

    private static final int LONGEST_YEARS = 100;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final Contract contract;

    private Doubts(Contract contract) {
        this.contract = contract;
    }

    static Contract marked(Contract contract) {
        Doubts doubts = new Doubts(contract);
        return new Contract(
                contract.id(),
                contract.title(),
                contract.description(),
                contract.facts().stream().map(doubts::marked).toList());
    }

    private Fact marked(Fact fact) {
        Fact marked = fact;
        for (String doubt : doubts(fact)) {
            marked = marked.doubted(doubt);
        }
        return marked;
    }

    private List<String> doubts(Fact fact) {
        List<String> doubts = new ArrayList<>();
        switch (fact.value()) {
            case Value.Amount amount -> amount(amount, doubts);
            case Value.Day day -> day(fact.predicate(), day.date(), doubts);
            case Value.Length length -> {
                if (length.term().days() > LONGEST_YEARS * 366.0) {
                    doubts.add("A term of " + length.term() + " is longer than contracts run.");
                }
            }
            case Value.Named named -> {}
            case Value.Holding holding -> {}
            case Value.Count count -> {}
            case Value.Words words -> {}
        }
        return doubts;
    }

    private static void amount(Value.Amount amount, List<String> doubts) {
        BigDecimal sum = amount.money().amount();
        if (amount.money().currency() == null) {
            doubts.add("The source states no currency.");
        }
        if (sum.signum() < 0) {
            doubts.add("A value below zero cannot be what the contract is worth.");
        } else if (sum.signum() == 0) {
            doubts.add("A value of nothing often means that none was published.");
        } else if (sum.compareTo(ABSURD) > 0) {
            doubts.add("A value of more than a hundred thousand million is larger than any contract's.");
        }
    }

    private void day(Predicate predicate, PartialDate date, List<String> doubts) {
        if (date.earliest().isBefore(EARLIEST) || date.earliest().isAfter(LATEST)) {
            doubts.add("The year " + date.earliest().getYear() + " is outside of any contract's time.");
        }
        if (predicate != Predicate.START && predicate != Predicate.END) {
            return;
        }
        Optional<PartialDate> start = stated(Predicate.START);
        Optional<PartialDate> end = stated(Predicate.END);
        if (start.isEmpty() || end.isEmpty()) {
            return;
        }
        if (end.get().latest().isBefore(start.get().earliest())) {
            doubts.add("The source's end, " + end.get() + ", is before its start, " + start.get() + ".");
        } else if (start.get()
                .earliest()
                .plusYears(LONGEST_YEARS)
                .isBefore(end.get().earliest())) {
            doubts.add("From " + start.get() + " to " + end.get() + " is longer than contracts run.");
        }
    }

    private Optional<PartialDate> stated(Predicate predicate) {
        return contract.standing(predicate).stream()
                .map(Fact::value)
                .filter(Value.Day.class::isInstance)
                .map(value -> ((Value.Day) value).date())
                .findFirst();
    }
}
