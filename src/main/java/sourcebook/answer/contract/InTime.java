package sourcebook.answer.contract;

import java.util.List;
import java.util.Optional;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Predicate;
import sourcebook.question.contract.FactQuestion;

/** Which facts stand at the time that a question is about. */
final class InTime {
    private final FactQuestion asked;

    InTime(FactQuestion asked) {
        this.asked = asked;
    }

    /** By the time that it held for "in 2016", by the time of record for "what did we know in 2016". */
    boolean holds(Fact fact) {
        Held held = fact.held();
        if (asked.known() != null) {
            return held.knownOn(asked.known().latest());
        }
        if (!held.stands()) {
            return false;
        }
        PartialDate at = asked.at();
        if (at == null) {
            return true;
        }
        return held.overlaps(new Held(at, at, null, null));
    }

    /**
     * Whether it is on record that a contract's facts can be placed in the time that was asked about; a contract that nobody
     * dates says nothing of a year.
     */
    boolean placed(Contract contract, Fact fact) {
        PartialDate at = asked.at();
        if (at == null || !ofATime(fact.predicate())) {
            return true;
        }
        boolean own = fact.held().from() != null || fact.held().to() != null;
        return own || contract.day(Predicate.START).isPresent();
    }

    /** Who buys and who supplies changes with time; when a contract was awarded does not. */
    private static boolean ofATime(Predicate predicate) {
        return predicate == Predicate.SUPPLIER || predicate == Predicate.BUYER;
    }

    /** Where no time was asked about, what has not ended goes before what has; what has ended is told if it is all there is. */
    List<Fact> current(List<Fact> facts) {
        List<Fact> open =
                facts.stream().filter(fact -> fact.held().to() == null).toList();
        return asked.at() != null || asked.known() != null || open.isEmpty() ? facts : open;
    }

    /** Says so where the contract did not run at the time that was asked about. */
    Optional<String> notice(Contract contract) {
        PartialDate at = asked.at();
        if (at == null) {
            return Optional.empty();
        }
        Optional<PartialDate> start = contract.day(Predicate.START);
        Optional<PartialDate> end = contract.day(Predicate.END);
        boolean before = start.isPresent() && at.latest().isBefore(start.get().earliest());
        boolean after = end.isPresent() && at.earliest().isAfter(end.get().latest());
        if (before) {
            return Optional.of("In " + at + " the contract had not started: its stated start is " + start.get() + ".");
        }
        return after
                ? Optional.of("In " + at + " the contract had ended: its stated end is " + end.get() + ".")
                : Optional.empty();
    }
}
