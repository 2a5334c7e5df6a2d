package sourcebook.text;

import java.util.Locale;
import java.util.Set;

/** Words before a full stop that may not end a sentence, and words that most likely begin one. */
final class Abbreviations {
    /** Titles of people, with a capital: a name follows. */
    private static final Set<String> TITLES = Set.of(
            "Mr", "Mrs", "Ms", "Mx", "Messrs", "Dr", "Prof", "Assoc", "Asst", "Rev", "Hon", "Rt", "Lt", "Col", "Brig",
            "Gen", "Capt", "Cpl", "Sgt", "Maj", "Cdr", "Cmdr", "Adm", "Det", "Insp", "Supt", "Cllr", "Gov", "Sen",
            "Rep", "Pres", "Pte", "Mme", "Mlle");

    /** Always point at what follows. */
    private static final Set<String> NEVER_LAST = Set.of(
            "vs", "v", "e.g", "eg", "i.e", "ie", "n.b", "nb", "cf", "viz", "approx", "incl", "excl", "c", "ca", "op",
            "loc", "resp");

    /** End a sentence only where the next word most likely begins one. */
    private static final Set<String> SELDOM_LAST = Set.of("al", "jr", "sr", "st", "mt", "ft");

    /** Point at a number: no end before a digit or a bracket, else an ordinary word. */
    private static final Set<String> BEFORE_NUMBER = Set.of(
            "no", "nos", "para", "paras", "p", "pp", "s", "ss", "sec", "secs", "fig", "figs", "art", "arts", "reg",
            "regs", "ch", "chap", "vol", "vols", "ver", "ed", "eds", "cl", "col", "cols", "sch", "sched", "app",
            "annex", "n", "nn", "pt", "ref", "refs", "cit", "tel", "ext", "max", "min", "avg", "est", "rs", "jan",
            "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "thu",
            "thur", "thurs", "fri");

    /** A letter behind one of these is its number, as in "Schedule A", not the initial of a name. */
    private static final Set<String> LETTERED = Set.of(
            "annex",
            "appendix",
            "band",
            "category",
            "class",
            "figure",
            "grade",
            "group",
            "level",
            "lot",
            "option",
            "part",
            "phase",
            "plan",
            "schedule",
            "section",
            "table",
            "type",
            "version",
            "vitamin",
            "zone");

    /** Forms of companies, which go on a name that ends in a stop, as in "Acme Co. Ltd". */
    private static final Set<String> COMPANY_FORMS =
            Set.of("ltd", "inc", "corp", "plc", "llp", "llc", "gmbh", "pty", "pte", "pvt");

    private static final Set<String> DAYS =
            Set.of("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "gmt", "bst", "utc");

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
        return TITLES.contains(word) || !oneCapital(word) && NEVER_LAST.contains(lower(word));
    }

    static boolean seldomLast(String word) {
        return SELDOM_LAST.contains(lower(word));
    }

    static boolean beforeNumber(String word) {
        return !oneCapital(word) && BEFORE_NUMBER.contains(lower(word));
    }

    static boolean lettered(String word) {
        return LETTERED.contains(lower(word));
    }

    static boolean companyForm(String word) {
        return COMPANY_FORMS.contains(lower(word));
    }

    /** Half of the day, as in {@code 5 p.m}. */
    static boolean clock(String word) {
        return word.equals("a.m") || word.equals("p.m");
    }

    /** A day's name or a time zone: what goes on after the clock. */
    static boolean day(String word) {
        return DAYS.contains(lower(word)) || lower(word).endsWith("day");
    }

    static boolean starter(String word) {
        return STARTERS.contains(lower(word));
    }

    /** Letters with stops between them such as {@code U.S} or {@code J.P}, or one capital alone. */
    static boolean initials(String word) {
        return oneCapital(word) || word.matches("(\\p{L}\\.)+\\p{L}");
    }

    private static boolean oneCapital(String word) {
        return word.length() == 1 && Character.isUpperCase(word.charAt(0));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
