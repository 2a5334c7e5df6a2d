package sourcebook.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells whether what a sentence says holds in some year, by the years that it gives. Pure; safe for many threads. */
public final class Years {
    private static final Pattern YEAR = Pattern.compile("(?<![£$€\\d,.])\\b(?:1[5-9]|20)\\d\\d\\b(?![,.]\\d)");

    /** What is so from then on, until something else is said. */
    private static final Pattern BEGINS = Pattern.compile(
            "(?i)\\b(?:since|from|bec(?:a|o)mes?|beg(?:a|u)n|begin(?:s|ning)?|start(?:s|ed|ing)?|took|taken"
                    + "|takes|appoint(?:s|ed)|award(?:s|ed)|sign(?:s|ed)|won|chose|chosen|hand(?:s|ed)|pass(?:es|ed)|moved"
                    + "|elected|selected|open(?:s|ed)|set|launched|enter(?:s|ed)|replace[sd]|succeed(?:s|ed)|bought|acquired"
                    + "|let|introduced|founded|created|originally)\\b");

    private static final Pattern ENDS = Pattern.compile(
            "(?i)\\b(?:until|till|end(?:s|ed|ing)?|expire[sd]?|left|leaves|closed|ceased|dissolved|abolished)\\b"
                    + "|(?:\\bto|[–-])\\s?(?:\\p{Lu}\\p{L}+\\s)?(?:1[5-9]|20)\\d\\d\\b");

    /** When somebody said it is not when it was so. */
    private static final Pattern SAID =
            Pattern.compile("(?i)\\b(?:said|says|told|warned|announced|reported|argued|claimed"
                    + "|wrote|added|called|complained)\\b[^.;]{0,30}?\\b(?:1[5-9]|20)\\d\\d\\b");

    private Years() {}

    /** Whether it gives the year, or one before it in which something began, or one after it in which something ended. */
    public static boolean hold(String sentence, int year) {
        List<Integer> given = years(sentence);
        if (given.contains(year)) {
            return true;
        }
        String told = SAID.matcher(sentence).replaceAll(" ");
        List<Integer> dated = years(told);
        boolean begun = BEGINS.matcher(told).find() && dated.stream().anyMatch(one -> one < year);
        boolean toEnd = ENDS.matcher(told).find() && dated.stream().anyMatch(one -> one > year);
        return begun || toEnd;
    }

    private static List<Integer> years(String text) {
        return YEAR.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList();
    }
}
