package sourcebook.corpus.markup;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How alike two texts are by their words: the harmonic mean of the shares of each that the other has too. */
public final class TokenF1 {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");

    private TokenF1() {}

    public static double of(String read, String expected) {
        Map<String, Integer> first = counts(read);
        Map<String, Integer> second = counts(expected);
        long shared = first.entrySet().stream()
                .mapToLong(entry -> Math.min(entry.getValue(), second.getOrDefault(entry.getKey(), 0)))
                .sum();
        return 2.0 * shared / Math.max(1, sum(first) + sum(second));
    }

    private static long sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    private static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        TOKEN.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .forEach(token -> counts.merge(token.group(), 1, Integer::sum));
        return counts;
    }
}
