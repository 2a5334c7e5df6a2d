package sourcebook.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives the names in a text other, invented ones, so that copies of a text are about different things. */
final class Renaming {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final int SHORTEST = 3;

    /** A word is a name if it is written small in less than this share of its uses. */
    private static final double RARELY_SMALL = 0.1;

    private final Set<String> names = new HashSet<>();

    /** Learns from texts which of their words are names: those used more than once, and hardly ever written small. */
    Renaming(Collection<String> texts) {
        Map<String, Integer> capital = new HashMap<>();
        Map<String, Integer> small = new HashMap<>();
        for (String text : texts) {
            WORD.matcher(text).results().forEach(match -> {
                String word = match.group();
                Map<String, Integer> counts = Character.isUpperCase(word.charAt(0)) ? capital : small;
                counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum);
            });
        }
        capital.forEach((word, uses) -> {
            if (word.length() >= SHORTEST && uses > 1 && small.getOrDefault(word, 0) < RARELY_SMALL * uses) {
                names.add(word);
            }
        });
    }

    /** The text with the names of that copy; copy 0 keeps its own. */
    String in(String text, int copy) {
        return copy == 0 ? text : WORD.matcher(text).replaceAll(match -> renamed(match.group(), copy));
    }

    private String renamed(String word, int copy) {
        boolean name = Character.isUpperCase(word.charAt(0)) && names.contains(word.toLowerCase(Locale.ROOT));
        return name
                ? Invented.name(
                        31L * copy + ((long) word.toLowerCase(Locale.ROOT).hashCode() << 16))
                : word;
    }
}
