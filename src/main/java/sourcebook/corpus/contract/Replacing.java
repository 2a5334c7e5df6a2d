package sourcebook.corpus.contract;

import java.util.List;
import java.util.Optional;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Value;

/**
 * A source that says something else later replaces what it said before: facts of one origin and predicate, of one basis and
 * of times that overlap, are closed by the day on which the later one was recorded.
 */
final class Replacing {
    private Replacing() {}

    static List<Fact> marked(List<Fact> facts) {
        return facts.stream()
                .map(fact -> replacedOn(fact, facts).map(fact::replaced).orElse(fact))
                .toList();
    }

    private static Optional<PartialDate> replacedOn(Fact fact, List<Fact> facts) {
        PartialDate recorded = fact.held().recordedOn();
        if (recorded == null || !fact.held().stands()) {
            return Optional.empty();
        }
        return facts.stream()
                .filter(later -> replaces(later, fact))
                .flatMap(later -> Optional.ofNullable(later.held().recordedOn()).stream())
                .filter(on -> on.compareTo(recorded) > 0)
                .min(PartialDate::compareTo);
    }

    private static boolean replaces(Fact later, Fact earlier) {
        return later.predicate() == earlier.predicate()
                && later.source().origin().equals(earlier.source().origin())
                && !later.value().equals(earlier.value())
                && basis(later).equals(basis(earlier))
                && later.held().overlaps(earlier.held());
    }

    private static Basis basis(Fact fact) {
        return fact.value() instanceof Value.Amount amount ? amount.basis() : Basis.UNSTATED;
    }
}
