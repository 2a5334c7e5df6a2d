package sourcebook.answer.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sourcebook.model.Fact;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Value;

/** The figure, date or name that was asked for, as the sources state it, in one line. */
final class Headline {
    private Headline() {}

    /** Of facts in the order in which they are shown: all that stand beside the first, and none of another basis. */
    static String of(List<Fact> facts) {
        Fact first = facts.getFirst();
        boolean mixed = facts.stream().map(Fact::predicate).distinct().count() > 1;
        Set<String> said = new LinkedHashSet<>();
        for (Fact fact : facts) {
            boolean alike = Weighing.basis(fact).equals(Weighing.basis(first))
                    && fact.doubts().isEmpty() == first.doubts().isEmpty();
            if (mixed) {
                said.add(fact.predicate().label() + ": " + value(fact.value()));
            } else if (alike && said.stream().noneMatch(value(fact.value())::equalsIgnoreCase)) {
                said.add(value(fact.value()));
            }
        }
        boolean disagree = !mixed
                && !Weighing.disagreements(facts.stream()
                                .filter(fact -> Weighing.basis(fact).equals(Weighing.basis(first)))
                                .toList())
                        .isEmpty();
        boolean either = disagree || (!mixed && !first.predicate().several());
        String line = said.stream().collect(Collectors.joining(either ? " or " : ", "));
        if (disagree) {
            line += " – the sources disagree";
        }
        return first.doubts().isEmpty() ? line : line + " – doubtful: " + String.join(" ", first.doubts());
    }

    /** A value for people; a day in ISO form beside its usual one would be said twice, so it is ISO alone. */
    static String value(Value value) {
        return switch (value) {
            case Value.Amount amount -> {
                String basis = amount.basis().equals(Basis.UNSTATED) ? "" : " (" + amount.basis() + ")";
                yield amount.money() + basis;
            }
            case Value.Day day -> day.date().iso();
            case Value.Length length -> length.term().toString();
            case Value.Named named -> named.name();
            case Value.Holding holding ->
                holding.owner().name() + (holding.share() == null ? "" : " (" + holding.share() + ")");
            case Value.Count count -> count.figure() + " " + count.unit();
            case Value.Words words -> words.words();
        };
    }
}
