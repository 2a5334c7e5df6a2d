package sourcebook.model.contract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;

/**
 * One contract, or one award of a process with several: a title and what its sources state of it. Also what they stated
 * before and have replaced is here; {@link Held#stands} tells the difference.
 *
 * @param id the process's ocid, the notice's id or the sheet's name for it; unique in a corpus
 * @param description in the source's words, null where there is none
 */
public record Contract(String id, String title, @Nullable String description, List<Fact> facts) {
    public Contract {
        facts = List.copyOf(facts);
        if (id.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a contract needs an id and a title, contract " + id);
        }
    }

    /** What stands of one predicate, in the order of the sources. */
    public List<Fact> standing(Predicate predicate) {
        return facts.stream()
                .filter(fact -> fact.predicate() == predicate && fact.held().stands())
                .toList();
    }

    /** The one to show in a row: without doubts if there is one, the latest recorded first. */
    public Optional<Fact> shown(Predicate predicate) {
        return standing(predicate).stream()
                .min(Comparator.comparing((Fact fact) -> !fact.doubts().isEmpty())
                        .thenComparing(
                                fact -> fact.held().recordedOn(), Comparator.nullsLast(Comparator.reverseOrder())));
    }

    /** The value to show in a row and to add up: of all that are beyond doubt, the one nearest to the signed contract. */
    public Optional<Fact> worth() {
        return standing(Predicate.VALUE).stream()
                .filter(fact -> fact.doubts().isEmpty() && fact.value() instanceof Value.Amount)
                .min(Comparator.comparing((Fact fact) ->
                                ((Value.Amount) fact.value()).basis().nearness())
                        .thenComparing(
                                fact -> fact.held().recordedOn(), Comparator.nullsLast(Comparator.reverseOrder())));
    }

    /** A day that is beyond doubt. */
    public Optional<PartialDate> day(Predicate predicate) {
        return shown(predicate)
                .filter(fact -> fact.doubts().isEmpty())
                .flatMap(fact -> fact.value() instanceof Value.Day day ? Optional.of(day.date()) : Optional.empty());
    }

    /** The parties of one predicate, each once, as the sources write them. */
    public List<Value.Named> parties(Predicate predicate) {
        Map<String, Value.Named> byKey = new LinkedHashMap<>();
        for (Fact fact : standing(predicate)) {
            if (fact.value() instanceof Value.Named named) {
                byKey.putIfAbsent(named.party(), named);
            }
        }
        return List.copyOf(byKey.values());
    }
}
