package sourcebook.text.speech;

import java.util.Set;

/**
 * The words without which no {@link SpeechPatterns} matches. Looking for one costs a hundredth of the patterns, and most
 * sentences have none. Pure.
 */
final class SpeechVerbs {
    private static final Set<String> WORDS =
            Set.of(("said says told tells argued argues warned warns commented insisted insists complained urged"
                            + " testified asked welcomed described called pointed accused added adds claimed claims wrote"
                            + " writes stated states explained explains acknowledged admitted admits concluded predicted"
                            + " noted notes observed announced confirmed denied maintained stressed replied responded"
                            + " remarked declared conceded recalled promised pledged reported revealed suggested alleged"
                            + " asserted countered cautioned emphasised protested according According")
                    .split(" "));

    private SpeechVerbs() {}

    /** Whether a sentence has one. */
    static boolean isIn(String sentence) {
        int start = 0;
        for (int at = 0; at <= sentence.length(); at++) {
            if (at == sentence.length() || !Character.isLetter(sentence.charAt(at))) {
                if (at - start > 3 && WORDS.contains(sentence.substring(start, at))) {
                    return true;
                }
                start = at + 1;
            }
        }
        return false;
    }
}
