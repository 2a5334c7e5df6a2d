package sourcebook.model.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Fact;

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
}
