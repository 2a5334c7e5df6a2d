package sourcebook.corpus.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sourcebook.model.Fact;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source.Said;
import sourcebook.model.contract.Value;

/**
 * Finds the contract of a fact sheet that sentences of an article are about, so that what is read from text stands beside
 * what people entered, and never instead of it. It is the one of the same buyer and supplier, if there is one alone, and
 * if the sheet quotes the same article or states the same term, value or date.
 */
final class Linking {
    private static final Set<Predicate> TELLING =
            Set.of(Predicate.TERM, Predicate.VALUE, Predicate.START, Predicate.END, Predicate.SAVING, Predicate.POSTS);

    /** Contracts of sheets by their pairs of parties. */
    private final Map<List<String>, List<Sheet>> byPair = new HashMap<>();

    private record Sheet(String contract, List<Fact> facts) {}

    /** Makes a contract of a sheet known. */
    void sheet(String contract, List<Fact> facts) {
        for (String buyer : parties(facts, Predicate.BUYER)) {
            for (String supplier : parties(facts, Predicate.SUPPLIER)) {
                byPair.computeIfAbsent(List.of(buyer, supplier), pair -> new ArrayList<>())
                        .add(new Sheet(contract, facts));
            }
        }
    }

    /** Whether all of the facts were read from sentences. */
    static boolean read(List<Fact> facts) {
        return !facts.isEmpty() && facts.stream().allMatch(fact -> fact.source() instanceof Said said && said.read());
    }

    /** The contract of a sheet that facts read from an article are of. */
    Optional<String> contract(List<Fact> read) {
        List<Sheet> same = parties(read, Predicate.BUYER).stream()
                .flatMap(buyer -> parties(read, Predicate.SUPPLIER).stream().map(supplier -> List.of(buyer, supplier)))
                .flatMap(pair -> byPair.getOrDefault(pair, List.of()).stream())
                .toList();
        return same.size() == 1 && (sameArticle(same.getFirst(), read) || agrees(same.getFirst(), read))
                ? Optional.of(same.getFirst().contract)
                : Optional.empty();
    }

    /** Of the facts read from text those of which the sheet states nothing. */
    static List<Fact> beside(List<Fact> sheet, List<Fact> read) {
        Set<Predicate> stated = sheet.stream().map(Fact::predicate).collect(Collectors.toSet());
        return read.stream().filter(fact -> !stated.contains(fact.predicate())).toList();
    }

    private static boolean sameArticle(Sheet sheet, List<Fact> read) {
        return sheet.facts.stream()
                .anyMatch(fact ->
                        fact.source().origin().equals(read.getFirst().source().origin()));
    }

    private static boolean agrees(Sheet sheet, List<Fact> read) {
        return read.stream()
                .filter(fact -> TELLING.contains(fact.predicate()))
                .anyMatch(fact -> sheet.facts.stream()
                        .anyMatch(other -> other.predicate() == fact.predicate()
                                && figure(other).equals(figure(fact))));
    }

    private static String figure(Fact fact) {
        return fact.value().figure() + " " + fact.value().unit();
    }

    private static Set<String> parties(List<Fact> facts, Predicate role) {
        return facts.stream()
                .filter(fact -> fact.predicate() == role)
                .map(fact -> fact.value() instanceof Value.Named named ? named.party() : "")
                .collect(Collectors.toSet());
    }
}
