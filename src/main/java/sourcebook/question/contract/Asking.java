package sourcebook.question.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sourcebook.model.contract.Predicate;

/** The words with which people ask for facts of contracts. */
public final class Asking {
    private static final String AWARD = "(?:award|let|given?|grant|hand|sign|agree|conclude)(?:ed|d|ing|s|ting)?";

    /** Tried in order: the first that matches says what is asked for. */
    private static final Map<Pattern, Predicate> RULES = rules();

    /** Words that say what is asked for and not of which contract. */
    private static final Set<String> OF_ASKING = Set.of("""
            what which who whom whose when how long much many is are was were be been do does did
            has have had will would can could the a an of to for in on at by with from and or it
            its that this their there me tell give please show know we you i contract contracts
            deal agreement agreements award awarded awards awarding awardee let won win wins
            winner winning supplier suppliers supply supplies supplied supplying provider provide
            provides provided contractor company firm bidder vendor got get gets holds hold held
            runs run ran authority buyer buys bought buying body public organisation organization
            council's customer client commissioned procured behind issued value valued worth
            price priced cost costs amount sum total pay pays paid paying spend spent end ends
            ended ending expire expires expired expiry finish finishes start starts started begin
            begins began commence commences date day year month due term length duration last
            lasts years months until extension extended extend option options status deadline
            bids tender notice signed sign given chosen choose chose selected select appointed
            appoint picked pick hired hire go went gone going up out off currently now today s
            exactly called titled named procurement cover covers scope work cpv code procedure
            used big large size place estimated owns own owned owner came come into under as
            won't record about move moved moves transfer transferred save saves saved saving savings
            posts jobs staff
            """.strip().split("\\s+"));

    private Asking() {}

    /** What a question asks for; empty where no rule knows. */
    static Optional<Predicate> predicate(String question) {
        return RULES.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(question).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether a word says what is asked for, and not of which contract. */
    public static boolean isOfAsking(String word) {
        return OF_ASKING.contains(word);
    }

    private static Map<Pattern, Predicate> rules() {
        Map<Pattern, Predicate> rules = new LinkedHashMap<>();
        rule(
                rules,
                Predicate.OWNER,
                "\\bwho (?:\\w+ )?(?:owns?|owned|controls?|controlled)\\b|\\bowners? of\\b|\\bowned by whom"
                        + "|\\bwho (?:is|was|were|are) the (?:\\w+ )?owners?\\b|\\bparent company\\b");
        rule(rules, Predicate.POSTS, "\\bhow many (?:posts|jobs|staff|employees|people)\\b");
        rule(rules, Predicate.SAVING, "\\bhow much\\b.*\\bsav(?:e|es|ed|ing|ings)\\b|\\bwhat savings?\\b");
        rule(
                rules,
                Predicate.EXTENSION,
                "\\b(?:options? to extend|extension options?|be extended|extension (?:period|option))\\b");
        rule(
                rules,
                Predicate.DEADLINE,
                "\\bdeadline\\b|\\bclosing date\\b|\\bwhen (?:do|did|are|were|must) (?:the )?(?:bids|tenders)\\b");
        rule(rules, Predicate.CATEGORY, "\\bcpv\\b");
        rule(
                rules,
                Predicate.PROCEDURE,
                "\\b(?:which|what) (?:procurement )?procedure\\b|\\bhow was .*\\b(?:procured|tendered)\\b");
        rule(
                rules,
                Predicate.AWARDED_ON,
                "\\b(?:award|signing|signature) date\\b|\\bdate (?:of|was|is|did)\\b.*\\b(?:award|sign)"
                        + "|\\b(?:when|(?:what|which) (?:date|day|month|year))\\b.*\\b(?:" + AWARD
                        + "|won|win|wins|secured?|go to)\\b");
        rule(
                rules,
                Predicate.END,
                "\\bwhen\\b.*\\b(?:end|ends|ended|ending|expires?|expired|expiring|finish(?:es|ed)?|run(?:s|ning)?"
                        + " out|lapses?|lapsed|terminates?|conclude[sd]?|come to an end|up for"
                        + " renewal|over)\\b|\\b(?:end|expiry|expiration|finish|completion) date\\b|\\buntil"
                        + " when\\b|\\bhow long until\\b|\\b(?:what|which)"
                        + " (?:date|day|month|year)\\b.*\\b(?:end|ends|ended|expires?|expired|finish(?:es)?|run(?:s)?"
                        + " out)\\b|\\bwhen is\\b.*\\bup\\?*$");
        rule(
                rules,
                Predicate.START,
                "\\bwhen\\b.*\\b(?:start|starts|started|begin|begins|began|commences?|commenced|come into"
                        + " (?:force|effect)|go live|went live)\\b|\\b(?:start|commencement|beginning)"
                        + " date\\b|\\b(?:what|which)"
                        + " (?:date|day|month|year)\\b.*\\b(?:start|starts|started|begin|begins|began|commenced?)\\b");
        rule(
                rules,
                Predicate.TERM,
                "\\bhow long\\b|\\b(?:length|duration|term) of\\b|\\bhow many (?:years|months|weeks)\\b|\\bwhat"
                        + " (?:is|was) the (?:length|duration|term)\\b");
        rule(
                rules,
                Predicate.VALUE,
                "\\bhow (?:much|big|large|valuable)\\b|\\b(?:value|worth|price|cost|costs|sum|amount)\\b|\\bwhat"
                        + " (?:did|does|is|was) .*\\b(?:pay|paid|paying|spend|spent)\\b");
        rule(
                rules,
                Predicate.SUPPLIER,
                "\\bwho(?:m)? (?:did|does|has|have|had) .*\\b(?:" + AWARD
                        + "|hire[ds]?|choosen?|chose|pick(?:ed)?|select(?:ed)?|appoint(?:ed)?|contract(?:ed)?"
                        + " with|use|pay|buy .* from|go with|outsource)\\b|\\bto"
                        + " whom\\b|\\b" + AWARD + " to (?:who|which|what)\\b"
                        + "|\\bwho (?:was|were|is|has been|got)\\b.*\\b(?:" + AWARD
                        + "|appointed|chosen|selected|picked)\\b(?! by\\b)|\\b(?:which|what)"
                        + " (?:supplier|company|companies|firm|firms|contractor|provider|bidder|vendor|business|suppliers|contractors)\\b|\\bwho"
                        + " (?:currently |now |then"
                        + " )?(?:supplie[sd]|supplying|provide[sd]?|won|wins|win|runs?|ran|operate[sd]?|deliver(?:s|ed)?|got|holds?|held|secured|does|did)\\b|\\bwho(?:'s|’s|"
                        + " is| was| are| were) (?:currently |now"
                        + " )?(?:supplying|providing|running|delivering)\\b|\\bwho (?:is|was|are|were) the (?:\\w+"
                        + " )?(?:supplier|suppliers|contractor|provider|winner|winning bidder|vendor)s?\\b|\\b(?:name"
                        + " of the |winning |successful )?(?:supplier|contractor|provider|bidder|winner)s?"
                        + " (?:of|for|on|to|under|behind)\\b|\\bwho .*\\bgo(?:es)? to\\b|\\bwent to"
                        + " (?:who|which)\\b|\\bname the (?:supplier|contractor|provider|winner)");
        rule(
                rules,
                Predicate.BUYER,
                "\\b(?:which|what) (?:\\w+"
                        + " )?(?:authority|council|body|buyer|organisation|organization|department|force|trust|customer|client|agency|school|university|purchaser)\\b|\\bwho"
                        + " (?:\\w+ )?(?:" + AWARD
                        + "|bought|buys|buying|commission(?:s|ed)|procured?|tendered|issued|put"
                        + " out|advertised|placed|is buying|was buying|outsourced)\\b|\\bwho (?:is|was|are|were) the"
                        + " (?:\\w+"
                        + " )?(?:buyer|customer|client|purchaser|authority|contracting)\\b|\\b(?:buyer|customer|client|purchaser|contracting"
                        + " authority) (?:of|for|behind|in)\\b|\\bwhose contract\\b|\\bon (?:whose behalf|behalf of"
                        + " whom)\\b|\\bwho(?:se)? (?:is|was) .*\\bfor\\?*$|\\b" + AWARD
                        + " by (?:who|whom|which|what)\\b");
        rule(rules, Predicate.STATUS, "\\bstatus of\\b|\\bwhat (?:is|was) the status\\b");
        rule(rules, Predicate.SCOPE, "\\bwhat (?:does|did) .*\\b(?:cover|covered|include|included)\\b|\\bscope of\\b");
        return rules;
    }

    private static void rule(Map<Pattern, Predicate> rules, Predicate predicate, String pattern) {
        rules.put(Pattern.compile("(?i)" + pattern), predicate);
    }
}
