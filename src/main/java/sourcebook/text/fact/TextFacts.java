package sourcebook.text.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sourcebook.model.Party;
import sourcebook.model.Span;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Value;
import sourcebook.text.Names;
import sourcebook.text.Passages;
import sourcebook.text.Sentences;
import sourcebook.text.fact.Deals.Deal;
import sourcebook.text.fact.Terms.Stated;

/**
 * Reads the facts of contracts that a text states, by explicit patterns alone; a wrong fact is worse than a missing
 * one. Pure; safe for many threads.
 */
public final class TextFacts {
    /** Longer sentences are clauses of contracts and tables, which tell of many things at once. */
    private static final int LONGEST = 500;

    private TextFacts() {}

    /** The facts of each sentence, in the order of the text. */
    public static List<TextFact> in(String text, Names names) {
        List<TextFact> facts = new ArrayList<>();
        for (Span paragraph : Passages.paragraphs(text)) {
            for (Span sentence : Sentences.of(text, paragraph)) {
                facts.addAll(inSentence(text, sentence, names));
            }
        }
        return facts;
    }

    private static List<TextFact> inSentence(String text, Span sentence, Names names) {
        String words = sentence.in(text);
        if (words.length() > LONGEST || Doubt.in(words)) {
            return List.of();
        }
        Marked marked = Marked.of(words, names);
        if (marked.parties().size() < 2) {
            return List.of();
        }
        return new Deals(marked)
                .find().stream().flatMap(deal -> facts(deal, marked, sentence)).toList();
    }

    private static Stream<TextFact> facts(Deal deal, Marked marked, Span sentence) {
        Stream<Stated> parties = Stream.of(
                new Stated(Predicate.BUYER, named(deal.buyer())),
                new Stated(Predicate.SUPPLIER, named(deal.supplier())));
        return Stream.concat(parties, new Terms(marked, deal.about()).find().stream())
                .map(stated ->
                        new TextFact(sentence, deal.buyer(), deal.supplier(), stated.predicate(), stated.value()));
    }

    private static Value named(Party party) {
        return new Value.Named(party.name(), party.key());
    }
}
