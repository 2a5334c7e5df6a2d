package sourcebook.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether a sentence denies what a question takes for granted: "No contract was ever signed" to "When was the contract
 * signed?". By words alone: a word of denial, and near it a word of the question that is no name. Pure; safe for many
 * threads.
 */
public final class Denials {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}£$€%]+(?:['’.,-][\\p{L}\\p{N}]+)*");
    private static final Pattern NOT = Pattern.compile("(?i)no|never|not|nor|neither|without|cannot|none|\\w+n['’]t");
    private static final Pattern REFUSES =
            Pattern.compile("(?i)refus\\w+|reject\\w+|den(?:y|ied|ies)|declin\\w+|abandon\\w+");
    private static final Pattern ENDING = Pattern.compile("(?:['’]s|ing|ed|es|s|e)$");
    private static final Set<String> SMALL = Set.of(
            "the", "a", "an", "of", "in", "to", "and", "or", "is", "are", "was", "were", "be", "been", "for", "on",
            "at", "by", "with", "from", "as", "that", "it", "its", "their", "his", "her", "what", "who", "when",
            "where", "which", "how", "why", "did", "do", "does", "has", "have", "had", "could", "would", "can", "will",
            "any", "ever", "than", "over", "past", "after", "before", "about", "there");
    private static final int AFTER = 3;
    private static final int BEFORE = 3;
    private static final int SHARED = 2;

    private Denials() {}

    /** Whether the question itself denies something. */
    public static boolean in(String question) {
        return words(question).stream().anyMatch(word -> NOT.matcher(word).matches());
    }

    /** Whether the sentence denies something that the question speaks of. */
    public static boolean in(String sentence, String question) {
        Set<String> asked = words(question).stream()
                .filter(word -> !Character.isUpperCase(word.charAt(0)) && !SMALL.contains(word))
                .map(Denials::stem)
                .collect(Collectors.toSet());
        List<String> words = words(sentence);
        List<String> stems = words.stream().map(Denials::stem).toList();
        Set<String> shared = new HashSet<>(stems);
        shared.retainAll(asked);
        return shared.size() >= SHARED && near(words, stems, asked::contains);
    }

    private static boolean near(List<String> words, List<String> stems, Predicate<String> asked) {
        for (int i = 0; i < words.size(); i++) {
            boolean refuses = REFUSES.matcher(words.get(i)).matches();
            if (refuses || NOT.matcher(words.get(i)).matches()) {
                int from = refuses ? Math.max(0, i - BEFORE) : i + 1;
                int to = Math.min(stems.size(), i + 1 + AFTER);
                if (stems.subList(Math.min(from, to), to).stream().anyMatch(asked)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String cut = ENDING.matcher(lower).replaceFirst("");
        return cut.length() >= 3 ? cut : lower;
    }
}
