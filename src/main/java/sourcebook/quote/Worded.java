package sourcebook.quote;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question and the sentence that may answer it, as they are worded: what the sentence says besides what the question
 * says already, and whether its form is that of an answer. Read for the best candidate alone, for it takes the text.
 *
 * @param title of the sentence's article
 */
public record Worded(String question, String sentence, String title) {
    /** The names of the features, in their order. */
    static final List<String> NAMES = List.of(
            "new-names",
            "new-names-share",
            "new-figures",
            "a-new-name",
            "pronoun-first",
            "defines",
            "a-person",
            "a-place",
            "a-cause",
            "commas",
            "brackets",
            "quoted",
            "no-end",
            "title-asked-for",
            "words-asked-for",
            "asks-what-is",
            "asks-who-is",
            "asks-where",
            "asks-which",
            "asks-how",
            "asks-what-did",
            "asks-definition",
            "definition-defines",
            "definition-first",
            "who-person",
            "where-place");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}£$€%]+(?:['’.,-][\\p{L}\\p{N}]+)*");
    private static final Pattern ENDING = Pattern.compile("(?:['’]s|ing|edly|ed|ies|es|s|ly)$");
    private static final Pattern PRONOUN = Pattern.compile(
            "^\\W*(?:He|She|It|They|This|These|Those|That|His|Her|Its|Their|There|Here|Such|However|Then"
                    + "|Also|But|And)\\b");
    private static final Pattern DEFINES =
            Pattern.compile("(?i)^(?:\\S+\\s+){1,14}?(?:is|are|was|were|means|refers to)\\s+(?:an?|the|one|any)\\b"
                    + "|\\(.{3,60}\\)\\s+(?:is|are|was|were)\\s");
    private static final Pattern PERSON = Pattern.compile("\\b(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|King|Queen|President|Prince"
            + "|Professor)\\.?\\s[A-Z]|\\b[A-Z][a-z]+(?:\\s[A-Z]\\.)?\\s[A-Z][a-z]+\\b");
    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:in|at|near|from|of|to|within|across|throughout|outside|between)\\s(?:the\\s)?[A-Z][a-z]");
    private static final Pattern CAUSE = Pattern.compile(
            "(?i)\\b(?:because|due to|caused|so that|as a result|in order|led" + " to|since|therefore|by \\w+ing)\\b");
    private static final Pattern END = Pattern.compile("[.!?…][\"”’')\\]]*\\s*$");
    private static final Pattern QUOTED = Pattern.compile("[\"“]");

    private static final Pattern WHAT_IS = Pattern.compile("(?i)^what(?:['’]s| is| are| was| were)\\b");
    private static final Pattern WHO = Pattern.compile("(?i)\\bwho(?:m|se)?\\b");
    private static final Pattern WHERE = Pattern.compile("(?i)\\bwhere\\b");
    private static final Pattern WHICH = Pattern.compile(
            "(?i)\\b(?:which|what)\\s+(?!is|are|was|were|did|does|do|has|have|had|can|could|will|would)\\w+");
    private static final Pattern HOW = Pattern.compile("(?i)^how (?:do|does|did|is|are|was|were|can|to)\\b");
    private static final Pattern WHAT_DID =
            Pattern.compile("(?i)^what (?:did|does|do|has|have|had|can|could|will|would)\\b");
    private static final Pattern DEFINITION = Pattern.compile(
            "(?i)^(?:what|who)(?:['’]s| is| are| was| were)\\s+(?:an?\\s|the\\s)?(?:\\S+\\s*){1,4}\\??$");

    private static final Set<String> SMALL = Set.of(
            "the", "a", "an", "of", "in", "to", "and", "is", "are", "was", "were", "for", "on", "at", "by", "with",
            "from", "as", "what", "who", "when", "where", "which", "how", "why", "did", "do", "does");
    private static final double MANY_NAMES = 6;
    private static final double MANY_FIGURES = 4;

    double[] features() {
        List<String> words = words(sentence);
        Set<String> asked = stems(question);
        Set<String> titled = stems(title);
        List<String> names = newNames(words, asked, titled);
        long figures = words.stream()
                .filter(word -> word.chars().anyMatch(Character::isDigit) && !asked.contains(stem(word)))
                .distinct()
                .count();
        boolean defines = in(DEFINES, sentence);
        boolean person = in(PERSON, sentence);
        boolean place = in(PLACE, sentence);
        boolean definition = in(DEFINITION, question);
        return new double[] {
            Math.min(MANY_NAMES, names.size()) / MANY_NAMES,
            names.size() / (double) Math.max(1, words.size()),
            Math.min(MANY_FIGURES, figures) / MANY_FIGURES,
            is(!names.isEmpty()),
            is(in(PRONOUN, sentence)),
            is(defines),
            is(person),
            is(place),
            is(in(CAUSE, sentence)),
            Math.min(MANY_NAMES, sentence.chars().filter(c -> c == ',').count()) / MANY_NAMES,
            is(sentence.indexOf('(') >= 0),
            is(in(QUOTED, sentence)),
            is(!in(END, sentence)),
            share(titled, asked),
            share(asked, stems(sentence)),
            is(in(WHAT_IS, question)),
            is(in(WHO, question)),
            is(in(WHERE, question)),
            is(in(WHICH, question)),
            is(in(HOW, question)),
            is(in(WHAT_DID, question)),
            is(definition),
            is(definition && defines),
            is(definition && !in(PRONOUN, sentence)),
            is(in(WHO, question) && person),
            is(in(WHERE, question) && place)
        };
    }

    /** Words with a capital, not the first, that neither question nor title has. */
    private static List<String> newNames(List<String> words, Set<String> asked, Set<String> titled) {
        return words.stream()
                .skip(1)
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .map(Worded::stem)
                .filter(stem -> !asked.contains(stem) && !titled.contains(stem))
                .distinct()
                .toList();
    }

    /** What share of the words some others have, small words left out of account. */
    private static double share(Set<String> of, Set<String> others) {
        Set<String> counted = new HashSet<>(of);
        counted.removeAll(SMALL);
        long shared = counted.stream().filter(others::contains).count();
        return counted.isEmpty() ? 0 : shared / (double) counted.size();
    }

    private static Set<String> stems(String text) {
        return words(text).stream().map(Worded::stem).collect(Collectors.toSet());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Rough: the index's own terms are not at hand here, and both sides are cut alike. */
    private static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String cut = ENDING.matcher(lower).replaceFirst("");
        return cut.length() >= 3 ? cut : lower;
    }

    private static boolean in(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }

    private static double is(boolean so) {
        return so ? 1 : 0;
    }
}
