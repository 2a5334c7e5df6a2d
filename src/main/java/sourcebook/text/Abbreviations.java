package sourcebook.text;

import java.util.Locale;
import java.util.Set;

/** Words before a full stop that may not end a sentence, and words that most likely begin one. */
final class Abbreviations {
    /** Never end a sentence: titles of people, and words that always point at what follows. */
    private static final Set<String> NEVER_LAST = Set.of(
            "mr", "mrs", "ms", "messrs", "dr", "prof", "sir", "rev", "hon", "rt", "lt", "col", "gen", "capt", "cpl",
            "sgt", "maj", "cmdr", "adm", "insp", "supt", "cllr", "gov", "sen", "rep", "pres", "st", "mt", "ft", "vs",
            "v", "e.g", "eg", "i.e", "ie", "cf", "viz", "approx", "incl", "excl", "c", "ca", "resp");

    /** Point at a number: no end before a digit or a bracket, else an ordinary word. */
    private static final Set<String> BEFORE_NUMBER = Set.of(
            "no", "nos", "para", "paras", "p", "pp", "sec", "secs", "fig", "figs", "art", "arts", "ch", "chap", "vol",
            "vols", "ed", "eds", "cl", "sched", "app", "annex", "pt", "ref", "tel", "ext", "jan", "feb", "mar", "apr",
            "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    /** Begin sentences far more often than they go on a name. */
    private static final Set<String> STARTERS = Set.of(
            "the",
            "a",
            "an",
            "it",
            "its",
            "he",
            "she",
            "they",
            "we",
            "i",
            "you",
            "this",
            "that",
            "these",
            "those",
            "there",
            "here",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "with",
            "under",
            "after",
            "before",
            "when",
            "while",
            "if",
            "as",
            "but",
            "and",
            "or",
            "so",
            "yet",
            "however",
            "although",
            "though",
            "since",
            "because",
            "none",
            "no",
            "not",
            "all",
            "both",
            "each",
            "some",
            "many",
            "most",
            "several",
            "one",
            "two",
            "his",
            "her",
            "their",
            "our",
            "my",
            "what",
            "who",
            "why",
            "how",
            "where",
            "which",
            "another",
            "other",
            "such",
            "then",
            "thus",
            "during",
            "between",
            "despite",
            "until",
            "once",
            "also",
            "later",
            "last",
            "next",
            "about",
            "only",
            "shares");

    private Abbreviations() {}

    static boolean neverLast(String word) {
        return NEVER_LAST.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean beforeNumber(String word) {
        return BEFORE_NUMBER.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean starter(String word) {
        return STARTERS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Letters with stops between them such as {@code U.S} or {@code J.P}, or one capital alone. */
    static boolean initials(String word) {
        return word.length() == 1 ? Character.isUpperCase(word.charAt(0)) : word.matches("(\\p{L}\\.)+\\p{L}");
    }
}
