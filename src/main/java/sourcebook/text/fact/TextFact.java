package sourcebook.text.fact;

import sourcebook.model.Party;
import sourcebook.model.Span;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Value;

/**
 * A fact that one sentence states of the contract between two parties.
 *
 * @param sentence where the sentence stands in its text
 */
public record TextFact(Span sentence, Party buyer, Party supplier, Predicate predicate, Value value) {}
