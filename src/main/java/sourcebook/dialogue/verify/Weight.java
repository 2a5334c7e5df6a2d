package sourcebook.dialogue.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sourcebook.dialogue.verify.Words.Word;

/** Tells the words that turn what a sentence says when they are lost or added. Pure; safe for many threads. */
final class Weight {
    private static final Set<String> NEGATIONS = Set.of(
            "no",
            "not",
            "never",
            "none",
            "nobody",
            "nothing",
            "nor",
            "neither",
            "nowhere",
            "without",
            "cannot",
            "hardly",
            "barely",
            "scarcely",
            "unless",
            "except",
            "fail",
            "fails",
            "failed",
            "failing",
            "refuse",
            "refuses",
            "refused",
            "refusing",
            "deny",
            "denies",
            "denied",
            "denying",
            "reject",
            "rejects",
            "rejected",
            "false",
            "untrue");

    private static final Pattern NUMBER =
            Pattern.compile(".*\\p{N}.*|[£$€¥%‰-]|one|two|three|four|five|six|seven|eight|nine|"
                    + "ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
                    + "(?:hundred|thousand|million|billion|trillion|dozen)s?|half|third|thirds|quarter|quarters|first|second|double|"
                    + "doubled|twice|once|percent|per|cent|pounds?|pence|euros?|dollars?|(?:day|week|month|year|decade)s?|january|february|"
                    + "march|april|june|july|august|september|october|november|december");

    /** Words whose opposite is as ordinary as they are. */
    private static final Set<String> TURNING = Set.of(
            "more",
            "less",
            "fewer",
            "most",
            "least",
            "all",
            "some",
            "any",
            "many",
            "few",
            "only",
            "before",
            "after",
            "above",
            "below",
            "over",
            "under",
            "up",
            "down",
            "increase",
            "increased",
            "decrease",
            "decreased",
            "rise",
            "rose",
            "risen",
            "fall",
            "fell",
            "fallen",
            "grew",
            "shrank",
            "won",
            "lost",
            "best",
            "worst",
            "better",
            "worse",
            "always",
            "may",
            "might",
            "could",
            "would",
            "should",
            "must",
            "will",
            "can",
            "shall",
            "to",
            "from",
            "if",
            "alleged",
            "allegedly");

    private static final List<String> PREFIXES = List.of("un", "in", "im", "ir", "il", "dis", "non", "mis");

    private static final Set<String> OPENERS = Set.of(
            "the", "a", "an", "it", "he", "she", "they", "we", "you", "i", "this", "that", "these", "those", "there",
            "in", "on", "at", "by", "with", "for", "of", "and", "but", "or", "as", "when", "while", "since", "his",
            "her", "its", "their", "our", "my", "also", "then", "so", "now", "is", "was", "are", "were", "has", "had",
            "have");

    private Weight() {}

    /** What a lost or added word is, in a word or two; empty where it is an ordinary word. */
    static Optional<String> of(Word word) {
        String folded = word.folded();
        if (isNegation(word)) {
            return Optional.of("a negation");
        }
        if (NUMBER.matcher(folded).matches()) {
            return Optional.of("a number");
        }
        if (word.capital() && !(word.opening() && OPENERS.contains(folded))) {
            return Optional.of("a name");
        }
        return TURNING.contains(folded) ? Optional.of("a word that turns the meaning") : Optional.empty();
    }

    static boolean isNegation(Word word) {
        return NEGATIONS.contains(word.folded()) || word.folded().endsWith("n't");
    }

    /** Whether one of two words is the other with a negation before it: fair and unfair. */
    static boolean opposite(Word one, Word other) {
        return Stream.of(one, other)
                .anyMatch(word -> PREFIXES.stream()
                        .anyMatch(prefix -> word.folded().equals(prefix + one.folded())
                                || word.folded().equals(prefix + other.folded())));
    }
}
