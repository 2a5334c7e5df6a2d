package sourcebook.evaluate.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import sourcebook.evaluate.Outcome;

/** The answers that are worst to give: wrong ones, the surest first, then refusals where we had the answer. */
final class Misses {
    private static final int SHOWN = 20;

    private Misses() {}

    static List<Outcome> worst(List<Outcome> outcomes) {
        Stream<Outcome> wrong = outcomes.stream()
                .filter(outcome -> outcome.given() && !outcome.firstRight())
                .sorted(Comparator.comparing(Outcome::confidence).reversed());
        Stream<Outcome> refused = outcomes.stream()
                .filter(outcome -> !outcome.given() && outcome.answerable())
                .sorted(Comparator.comparing(Outcome::firstRight).reversed().thenComparing(Outcome::confidence));
        return Stream.concat(wrong, refused).limit(SHOWN).toList();
    }
}
