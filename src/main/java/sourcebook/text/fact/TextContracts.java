package sourcebook.text.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sourcebook.model.Article;
import sourcebook.model.Fact;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Source;
import sourcebook.text.Names;

/** The contracts that one article tells of: what its sentences state, each fact with its sentence and marked as read. */
public final class TextContracts {
    private TextContracts() {}

    /**
     * One for each pair of buyer and supplier, in the order of the text; none where no sentence states one. Two contracts
     * of one pair in one article cannot be told apart and become one.
     */
    public static List<Contract> of(Article article, Names names) {
        Map<String, List<Fact>> byId = new LinkedHashMap<>();
        for (TextFact read : TextFacts.in(article.text(), names)) {
            Fact fact = fact(read, article);
            List<Fact> facts = byId.computeIfAbsent(id(read, article), id -> new ArrayList<>());
            if (facts.stream().noneMatch(other -> sameWord(other, fact))) {
                facts.add(fact);
            }
        }
        List<Contract> contracts = new ArrayList<>();
        byId.forEach((id, facts) ->
                contracts.add(new Contract(id, facts.getFirst().subject().label(), null, facts)));
        return contracts;
    }

    private static Fact fact(TextFact read, Article article) {
        String label = read.buyer().name() + " with " + read.supplier().name();
        Quote quote = new Quote(Passage.of(article, read.sentence()), read.sentence(), null, 0);
        return new Fact(
                new Fact.Subject(id(read, article), read.buyer().name(), label),
                read.predicate(),
                read.value(),
                Held.recorded(article.citation().published()),
                new Source.Said(quote, true),
                List.of(),
                0);
    }

    private static boolean sameWord(Fact one, Fact other) {
        return one.predicate() == other.predicate() && one.value().equals(other.value());
    }

    private static String id(TextFact read, Article article) {
        return article.id() + "/" + read.buyer().key() + "/" + read.supplier().key();
    }
}
