package sourcebook.question.contract;

import java.util.regex.Pattern;

/** The forms in which filters are typed, and plain words say the same. */
final class ListPatterns {
    static final Pattern FILTER = Pattern.compile(
            "(?i)\\b(buyer|supplier|value|ends?|ending|starts?|awarded|cpv|sort|page|sector|missing|about|title):\\s?(\"[^\"]*\"|“[^”]*”|[^\\s]+)");
    /** Typed like a filter, and none that there is. */
    static final Pattern UNKNOWN = Pattern.compile("(?i)\\b[a-z]{2,20}:(?:\"[^\"]*\"|[^\\s/]+)");

    private static final String MISSED =
            "(end date|end|expiry date|value|price|supplier|start date|award date|term|buyer)s?";
    static final Pattern MISSING = Pattern.compile(
            "(?i)\\b(?:missing|without|with no|lacking|no)(?: an?| any)?(?: stated)? " + MISSED + "\\b");
    static final Pattern WHEN = Pattern.compile(
            "(?i)\\b(?:that |which )?(?:are |were )?(due to end|end(?:ing|s|ed)?|expir(?:ing|es|ed|e)|running out|up"
                    + " for renewal|start(?:ing|s|ed)?|begin(?:ning|s)?|began|award(?:ed)?|let|won|signed)(?:"
                    + " (in|by|before|after|within|during|between|from|since|until|on))?(?: the)? (" + Times.FORM
                    + ")\\b");
    static final Pattern BETWEEN = Pattern.compile(
            "(?i)\\b(?:worth |valued at |of )?(?:between|from) (" + Sums.FORM + ") (?:and|to) (" + Sums.FORM + ")");
    static final Pattern MONEY = Pattern.compile(
            "(?i)\\b(?:worth |valued (?:at )?|of )?(over|above|more than|at least|exceeding|upwards of|greater"
                    + " than|bigger than|under|below|less than|up to|at most|smaller than) ("
                    + Sums.FORM + ")");
    static final Pattern LARGEST = Pattern.compile(
            "(?i)\\b(?:the )?(?:top(?: \\d+)?|(?:\\d+ )?(?:largest|biggest|most valuable|highest[- ]value))\\b");
    static final Pattern SMALLEST = Pattern.compile("(?i)\\b(?:the )?(?:smallest|cheapest|lowest[- ]value)\\b");
    static final Pattern LATEST = Pattern.compile("(?i)\\b(?:the )?(?:latest|newest|most recent)\\b");
    static final Pattern SHARE = Pattern.compile("(?i)^(?:what (?:is|was) )?(.{2,80}?)(?:'s|’s|s') share of (.*)$");
    static final Pattern SHARE_OF = Pattern.compile(
            "(?i)^(?:what|how (?:big|large) (?:a|is the)) share of (.*?) (?:does|do|did|has|have|is held by|goes"
                    + " to|went to) (.{2,80}?)(?: have| hold| get| win)?\\??$");
    static final Pattern SUPPLIES =
            Pattern.compile("(?i)\\b(?:outsource[sd]?|contract(?:ed|s)?|buy|bought|work(?:s|ed)?|sign(?:ed)?)(?:"
                    + " \\w+)? (?:to|with|from)$|\\b(?:use[ds]?|hire[ds]?|to|with|from|supplied by|won by|held by|awarded"
                    + " to|run by)$");
    static final Pattern BUYS = Pattern.compile("(?i)\\b(?:bought by|buyer|let by|awarded by|for|by)$");
    static final Pattern CPV = Pattern.compile("(?i)\\bcpv(?: codes?)? (\\d{2,8})\\b");

    private ListPatterns() {}
}
