package sourcebook.answer.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sourcebook.index.Lease;
import sourcebook.index.contract.ContractSearch;
import sourcebook.model.Answer;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Party;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Value;
import sourcebook.question.Question;
import sourcebook.text.Mention;
import sourcebook.text.Names;

/**
 * Answers "why did A lose B's contract with C" where, on record, the contract of B and C never was A's: with who has it, and
 * neither with a reason nor with a yes.
 */
final class Premise {
    private static final Pattern LOSS = Pattern.compile(
            "(?i)^(?:why|when|how)\\b.*\\b(?:lose|lost|losing|leave|left|quit|"
                    + "give up|gave up|hand back|handed back|drop|dropped|replaced|sacked)\\b.*\\b(?:contract|deal|agreement)\\b");
    private static final int LOOKED_AT = 25;
    private static final double SURE = 0.85;

    private Premise() {}

    /** The answer; empty where the question presumes nothing of the kind, or what it presumes may be so. */
    static Optional<Answer> ask(Question question, Lease index, ContractSearch search) throws IOException {
        List<Mention> mentions = index.names().find(question.text(), Names.Writing.QUESTION);
        if (!LOSS.matcher(question.text()).find() || mentions.size() < 3) {
            return Optional.empty();
        }
        Mention loser = mentions.getFirst();
        List<Mention> others = mentions.subList(1, mentions.size());
        List<Contract> theirs = new ArrayList<>();
        for (ContractSearch.Hit hit : search.find(question.text(), keys(mentions), LOOKED_AT)) {
            Set<String> parties = parties(hit.contract());
            boolean meant = others.stream().allMatch(other -> names(other, parties));
            if (meant && names(loser, parties)) {
                return Optional.empty();
            }
            if (meant) {
                theirs.add(hit.contract());
            }
        }
        return theirs.isEmpty()
                ? Optional.empty()
                : Optional.of(found(loser.span().in(question.text()), theirs));
    }

    private static Answer found(String loser, List<Contract> contracts) {
        List<Evidence> evidence = new ArrayList<>();
        for (Contract contract : contracts) {
            Stream.of(Predicate.SUPPLIER, Predicate.BUYER)
                    .flatMap(role -> contract.standing(role).stream())
                    .map(fact -> fact.scored(SURE))
                    .forEach(evidence::add);
        }
        String suppliers = contracts.stream()
                .flatMap(contract -> contract.standing(Predicate.SUPPLIER).stream())
                .map(fact -> fact.value().figure())
                .distinct()
                .collect(Collectors.joining(", "));
        String headline =
                "On record the supplier is " + suppliers + "; nothing on record names " + loser + " as its supplier.";
        return new Answer.Found(evidence, SURE, List.of(), headline);
    }

    private static List<String> keys(List<Mention> mentions) {
        return mentions.stream()
                .flatMap(mention -> mention.parties().stream())
                .map(Party::key)
                .distinct()
                .toList();
    }

    private static boolean names(Mention mention, Set<String> parties) {
        return mention.parties().stream().anyMatch(party -> parties.contains(party.key()));
    }

    private static Set<String> parties(Contract contract) {
        Set<String> keys = new HashSet<>();
        for (Predicate role : List.of(Predicate.BUYER, Predicate.SUPPLIER)) {
            for (Fact fact : contract.standing(role)) {
                if (fact.value() instanceof Value.Named named) {
                    keys.add(named.party());
                }
            }
        }
        return keys;
    }
}
