package sourcebook.text.fact;

import sourcebook.model.Party;
import sourcebook.model.Span;

/**
 * A fact that one sentence states of the contract between two parties.
 *
 * @param sentence where the sentence stands in its text
 * @param value in normal form: a name, {@code 10}, {@code 175000000}, {@code 2015-07-14}, or words of the sentence
 * @param unit what the value counts: {@code years}, {@code months}, a currency; empty for names, dates and words
 * @param yearly whether a sum is one a year rather than in all
 */
public record TextFact(
        Span sentence, Party buyer, Party supplier, Kind kind, String value, String unit, boolean yearly) {

    /** What of the contract is stated. */
    public enum Kind {
        BUYER,
        SUPPLIER,
        TERM,
        VALUE,
        START,
        END,
        SCOPE,
        SAVING,
        POSTS
    }
}
