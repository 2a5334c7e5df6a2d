package sourcebook.answer.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sourcebook.index.Lease;
import sourcebook.index.contract.ContractSearch;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Reason;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Value;
import sourcebook.question.Question;
import sourcebook.question.contract.FactQuestion;
import sourcebook.text.Mention;
import sourcebook.text.Names;

/**
 * Answers a question for one fact of a contract or party, if the store knows the contract and the fact; nothing is computed
 * beyond what a source states. For one thread, for one question.
 */
public final class SingleFact {
    /** A title given in full leaves little to doubt; words that fit leave some. */
    private static final double SURE = 0.97;

    private static final double FAIRLY_SURE = 0.85;

    /** More contracts than this fit no single question. */
    private static final int MOST_CONTRACTS = 5;

    private final FactQuestion asked;
    private final Lease index;
    private final ContractSearch search;
    private final int limit;

    private SingleFact(FactQuestion asked, Lease index, ContractSearch search, int limit) {
        this.asked = asked;
        this.index = index;
        this.search = search;
        this.limit = limit;
    }

    /** The answer, if this is a question for contract data to answer; empty where sentences may know better. */
    public static Optional<Answer> ask(Question question, Lease index, int limit) throws IOException {
        ContractSearch search = index.contracts();
        if (question.scope() != null || search.empty()) {
            return Optional.empty();
        }
        Optional<FactQuestion> asked = FactQuestion.read(question.text());
        return asked.isEmpty()
                ? Premise.ask(question, index, search)
                : new SingleFact(asked.get(), index, search, limit).answer();
    }

    private Optional<Answer> answer() throws IOException {
        List<Mention> mentions = index.names().find(asked.about(), Names.Writing.QUESTION);
        if (asked.predicate() == Predicate.OWNER) {
            return owners(mentions);
        }
        List<Matching.Match> matches = Matching.find(search, asked.about(), asked.title(), mentions);
        if (matches.isEmpty() || matches.size() > MOST_CONTRACTS) {
            return Optional.empty();
        }
        boolean exact = matches.getFirst().exact();
        List<Chosen> chosen = new ArrayList<>();
        for (Matching.Match match : matches) {
            Chosen facts = Chosen.of(match.contract(), asked);
            if (!facts.facts().isEmpty()) {
                chosen.add(facts);
            }
        }
        if (!chosen.isEmpty()) {
            return Optional.of(found(chosen, matches.size(), exact ? SURE : FAIRLY_SURE));
        }
        return exact ? Optional.of(refused(matches)) : Optional.empty();
    }

    private Optional<Answer> owners(List<Mention> mentions) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (Mention mention : mentions) {
            mention.parties().forEach(party -> {
                names.add(party.name());
                names.addAll(party.otherNames());
            });
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<Fact> facts = search.ofParty(names).stream()
                .filter(fact -> fact.predicate() == Predicate.OWNER)
                .filter(new InTime(asked)::holds)
                .sorted(Comparator.comparing(
                        fact -> fact.held().from(), Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
        facts = new InTime(asked).current(facts);
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        found(List.of(new Chosen(facts.getFirst().subject().label(), facts, List.of())), 1, SURE));
    }

    private Answer.Found found(List<Chosen> chosen, int contracts, double confidence) {
        List<Evidence> evidence = new ArrayList<>();
        Set<String> notices = new LinkedHashSet<>();
        if (contracts > 1) {
            notices.add(contracts + " contracts fit what you asked; each is shown under its title.");
        }
        for (Chosen facts : chosen) {
            for (Fact fact : facts.facts()) {
                if (evidence.size() < limit) {
                    evidence.add(fact.scored(confidence - 0.01 * evidence.size()));
                }
            }
            notices.addAll(facts.notices());
        }
        String headline = chosen.stream()
                .map(facts -> (chosen.size() > 1 ? facts.label() + ": " : "") + Headline.of(facts.facts()))
                .collect(Collectors.joining("; "));
        return new Answer.Found(evidence, confidence, List.copyOf(notices), headline);
    }

    /** The contract is known, and what is asked for is not stated of it: says what is. */
    private Answer.NotFound refused(List<Matching.Match> matches) {
        List<String> notes = new ArrayList<>();
        for (Matching.Match match : matches) {
            notes.add(Unstated.why(match.contract(), asked.predicate()));
        }
        return new Answer.NotFound(
                Reason.NOT_ON_RECORD, 0.02, index.generation().holdings(), List.of(), List.of(), List.copyOf(notes));
    }

    /**
     * The facts of one contract or party that answer.
     *
     * @param label the contract's title or the party's name
     * @param facts the one to show first, first; may be none
     * @param notices what the asker should know of them
     */
    record Chosen(String label, List<Fact> facts, List<String> notices) {
        static Chosen of(Contract contract, FactQuestion asked) {
            InTime time = new InTime(asked);
            List<Fact> stated = contract.facts().stream()
                    .filter(fact -> fact.predicate() == asked.predicate())
                    .filter(time::holds)
                    .filter(fact -> time.placed(contract, fact))
                    .toList();
            stated = time.current(stated);
            List<Fact> facts = awarded(contract) || asked.predicate() != Predicate.VALUE
                    ? stated
                    : stated.stream().filter(fact -> !estimate(fact)).toList();
            List<Fact> substitutes = facts.isEmpty() ? instead(contract, asked.predicate(), time) : List.of();
            if (!substitutes.isEmpty()) {
                return new Chosen(
                        contract.title(),
                        substitutes,
                        List.of("No source states " + Unstated.wanted(asked.predicate())
                                + "; this is what they state, and nothing is computed from it."));
            }
            List<Fact> ordered = Weighing.inOrder(facts);
            List<String> notices = new ArrayList<>(Weighing.notices(ordered));
            time.notice(contract).ifPresent(notices::add);
            return new Chosen(contract.title(), ordered, notices);
        }

        /** A notice's estimate is no value of a contract before it is awarded. */
        private static boolean estimate(Fact fact) {
            return fact.source() instanceof Source.Notice
                    && fact.value() instanceof Value.Amount amount
                    && switch (amount.basis().kind()) {
                        case ESTIMATE, MINIMUM, CEILING -> true;
                        case UNSTATED, AWARD, CONTRACT, SPENT -> false;
                    };
        }

        private static boolean awarded(Contract contract) {
            return !contract.standing(Predicate.SUPPLIER).isEmpty()
                    || !contract.standing(Predicate.AWARDED_ON).isEmpty();
        }

        /** A length is told by its two ends, an end by start and length, if both are stated. */
        private static List<Fact> instead(Contract contract, Predicate predicate, InTime time) {
            List<Predicate> both = switch (predicate) {
                case TERM -> List.of(Predicate.START, Predicate.END);
                case END -> List.of(Predicate.START, Predicate.TERM);
                default -> List.of();
            };
            Map<Predicate, Fact> stated = new LinkedHashMap<>();
            for (Predicate one : both) {
                contract.standing(one).stream()
                        .filter(time::holds)
                        .findFirst()
                        .ifPresent(fact -> stated.put(one, fact));
            }
            return stated.size() == 2 ? List.copyOf(stated.values()) : List.of();
        }
    }
}
