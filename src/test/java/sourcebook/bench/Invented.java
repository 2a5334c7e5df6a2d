package sourcebook.bench;

import java.util.Locale;
import java.util.SplittableRandom;

/** Words that no language has, the same ones for the same seed. */
final class Invented {
    private static final String CONSONANTS = "bdfghjklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 4;

    private Invented() {}

    /** A word in lower case; two seeds in forty million share one. */
    static String word(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }

    /** The word as a name. */
    static String name(long seed) {
        String word = word(seed);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
