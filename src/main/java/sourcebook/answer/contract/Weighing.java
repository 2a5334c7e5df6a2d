package sourcebook.answer.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Value;

/**
 * Holds what several sources state of one predicate against each other. Two sources disagree if they state different values
 * of one basis for one time; a different basis or another time is no disagreement.
 */
public final class Weighing {
    private Weighing() {}

    /**
     * Facts of one predicate in the order in which they are shown: those that are beyond doubt first, by basis the one
     * nearest to the signed contract, the latest record first.
     */
    static List<Fact> inOrder(Collection<Fact> facts) {
        return facts.stream()
                .sorted(Comparator.comparing((Fact fact) -> !fact.doubts().isEmpty())
                        .thenComparing(fact -> basis(fact).nearness())
                        .thenComparing(Weighing::read)
                        .thenComparing(
                                fact -> fact.held().recordedOn(), Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    /** What the asker must know of several facts: that sources disagree, that bases differ, what else is said. */
    static List<String> notices(List<Fact> facts) {
        List<String> notices = new ArrayList<>(alsoSaid(facts));
        for (Set<String> disagreeing : disagreements(facts)) {
            notices.add("Sources disagree; each is shown with its own: " + String.join(", ", disagreeing) + ".");
        }
        long bases = facts.stream().map(Weighing::basis).distinct().count();
        if (bases > 1) {
            notices.add("The figures are of different bases, which are named beside them; they do not contradict each"
                    + " other.");
        }
        return notices;
    }

    /** Two texts are no two values: what another source says besides is neither agreement nor disagreement. */
    private static List<String> alsoSaid(List<Fact> facts) {
        return facts.stream()
                .skip(1)
                .filter(fact -> fact.value() instanceof Value.Words)
                .filter(fact ->
                        !fact.source().origin().equals(facts.getFirst().source().origin()))
                .filter(fact -> !same(fact.value(), facts.getFirst().value()))
                .map(fact -> "Also said, by another source: " + Headline.value(fact.value()) + ".")
                .distinct()
                .toList();
    }

    /** For each basis on which sources disagree, what they say. */
    public static List<Set<String>> disagreements(Collection<Fact> facts) {
        Map<String, List<Fact>> comparable = facts.stream()
                .collect(Collectors.groupingBy(
                        fact -> fact.subject().label() + fact.predicate() + basis(fact),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Set<String>> all = new ArrayList<>();
        for (List<Fact> group : comparable.values()) {
            Set<String> said = new TreeSet<>();
            for (Fact one : group) {
                for (Fact other : group) {
                    if (disagree(one, other, group)) {
                        said.add(Headline.value(one.value()));
                        said.add(Headline.value(other.value()));
                    }
                }
            }
            if (!said.isEmpty()) {
                all.add(said);
            }
        }
        return all;
    }

    private static boolean disagree(Fact one, Fact other, List<Fact> group) {
        if (one.source().origin().equals(other.source().origin()) || !one.held().overlaps(other.held())) {
            return false;
        }
        return one.predicate().several()
                ? one.predicate() != Predicate.SCOPE && !shared(one, other, group)
                : !same(one.value(), other.value());
    }

    /** Where a source can name several, two sources agree as long as they name one in common. */
    private static boolean shared(Fact one, Fact other, List<Fact> group) {
        return group.stream()
                .filter(fact -> fact.source().origin().equals(one.source().origin()))
                .anyMatch(mine -> group.stream()
                        .filter(fact ->
                                fact.source().origin().equals(other.source().origin()))
                        .anyMatch(theirs -> same(mine.value(), theirs.value())));
    }

    /** Whether two values say the same, each as precisely as it can. */
    static boolean same(Value one, Value other) {
        if (one instanceof Value.Amount a && other instanceof Value.Amount b) {
            return a.money().amount().compareTo(b.money().amount()) == 0
                    && String.valueOf(a.money().currency())
                            .equals(String.valueOf(b.money().currency()));
        }
        if (one instanceof Value.Day a && other instanceof Value.Day b) {
            return within(a.date(), b.date()) || within(b.date(), a.date());
        }
        if (one instanceof Value.Length a && other instanceof Value.Length b) {
            return Math.abs(a.term().days() - b.term().days()) < 1
                    && a.term().atMost() == b.term().atMost();
        }
        if (one instanceof Value.Named a && other instanceof Value.Named b) {
            return a.party().equals(b.party());
        }
        if (one instanceof Value.Holding a && other instanceof Value.Holding b) {
            return a.owner().party().equals(b.owner().party());
        }
        if (one instanceof Value.Count a && other instanceof Value.Count b) {
            return a.number().compareTo(b.number()) == 0 && a.unit().equals(b.unit());
        }
        return one.figure().equalsIgnoreCase(other.figure());
    }

    /** A day lies within the month or year that another source gives. */
    private static boolean within(PartialDate precise, PartialDate coarse) {
        return !precise.earliest().isBefore(coarse.earliest())
                && !precise.latest().isAfter(coarse.latest());
    }

    static Basis basis(Fact fact) {
        if (fact.value() instanceof Value.Amount amount) {
            return amount.basis();
        }
        if (fact.value() instanceof Value.Length length && length.term().atMost()) {
            return Basis.of(Basis.Kind.CEILING);
        }
        return Basis.UNSTATED;
    }

    private static boolean read(Fact fact) {
        return fact.source() instanceof Source.Said said && said.read();
    }
}
