package sourcebook.text.fact;

import java.util.regex.Pattern;

/** Tells sentences whose words keep them from stating a fact: denials, plans, options, hearsay, questions. */
final class Doubt {
    private static final Pattern DENIED = Pattern.compile(
            "(?i)\\b(?:not|never|no|nor|neither|none|nobody|nothing|cannot|"
                    + "without|den(?:y|ies|ied)|refus\\w+|reject\\w+|abandon\\w*|cancel\\w*|withdr[ae]w\\w*|fail(?:s|ed|ing)?|lost|"
                    + "lose|false|untrue|wrong|wrongly|nearly|almost|instead|pulled out|rather than|barred|blocked)\\b|n't\\b");
    private static final Pattern PLANNED = Pattern.compile("(?i)\\b(?:would|could|should|must|will|shall|can|if|unless|"
            + "whether|suppos\\w+|plans|planned|plan(?:ning)? (?:to|for)|propos\\w+|consider\\w*|expect\\w*|hop(?:es?|ed|ing)|intend\\w*|"
            + "want\\w*|aim(?:s|ed|ing)?|wish\\w*|options?|optional|about to|close to|due to|set to|ready to|was to|were to|"
            + "is to|are to|urged?|asked|offer\\w*|promis\\w+|bid|bids|bidding|bidders?|tender\\w*|shortlist\\w*|in talks|talks (?:on|with)|"
            + "negotiat\\w*|discuss\\w*|proposal|draft|pending|likely|potential\\w*|possib\\w+|preferred|forecast\\w*|"
            + "predict\\w*|estimat\\w+|invit\\w+|might)\\b|(?-i:\\bmay\\b|^Had\\b)");
    private static final Pattern HEARSAY =
            Pattern.compile("(?i)\\b(?:reportedly|(?:was|were|been|is|are) (?:reported|said|"
                    + "thought|believed|understood|rumoured)|alleg\\w+|rumou?rs?|claim(?:s|ed|ing)?|fear\\w*|apparently|perhaps|"
                    + "speculat\\w+)\\b|\\?[\"”’']?$");

    private Doubt() {}

    static boolean in(String sentence) {
        return DENIED.matcher(sentence).find()
                || PLANNED.matcher(sentence).find()
                || HEARSAY.matcher(sentence).find();
    }
}
