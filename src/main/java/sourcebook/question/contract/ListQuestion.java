package sourcebook.question.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import sourcebook.model.contract.ContractQuery;
import sourcebook.text.Names;

/**
 * A question for a list of contracts, or for what one party has of it.
 *
 * @param query which contracts
 * @param share whose part of these contracts is asked for; none where the list itself is
 * @param unread what was typed and not understood, which the list does not heed
 */
public record ListQuestion(ContractQuery query, Optional<ContractQuery.Of> share, List<String> unread) {
    private static final Pattern LIST =
            Pattern.compile("(?i)^(?:(?:please )?(?:list|show|give)(?: me| us)?(?: all)?(?: the)?"
                    + " )?(?:(?:all|the|our|their)? ?(?:\\d+ )?(?:largest|biggest|smallest|latest|newest|top|most"
                    + " valuable|open|current|police|council|nhs|university|school|fire|housing)? ?(?:\\d+"
                    + " )?contracts\\b(?! (?:was|were|did|does|is|are) )|largest \\w+ contracts)|^(?:which|what) (?:\\w+"
                    + " ){0,3}?(?:forces?|councils?|trusts?|authorities|departments?|universit(?:y|ies)|schools?|bodies|buyers?|hospitals?)"
                    + " (?:outsource[sd]?|contract(?:ed|s)?|buy|bought|use[ds]?|have (?:a )?contracts?|hold"
                    + " contracts?)\\b|^(?:which|what) contracts\\b|\\bshare of\\b.*\\bcontracts?\\b|^how many"
                    + " contracts\\b|^(?:what (?:is|are|was) )?(?:the )?(?:total|combined) (?:value|worth|sum) of\\b.*"
                    + "\\bcontracts\\b|^(?:(?:which|what|list|show) )?(?:contracts? )?(?:missing|without) an? "
                    + "|\\b(?:buyer|supplier|value|ends|starts|awarded|cpv):\\S");

    public ListQuestion {
        unread = List.copyOf(unread);
    }

    /** Whether a question asks for a list of contracts, rather than for a fact or for sentences. */
    public static boolean isOne(String text) {
        return LIST.matcher(text.strip()).find();
    }

    /**
     * What a question or the words after {@code contracts} ask for.
     *
     * @param today the day on which "next year" is said
     */
    public static ListQuestion read(String text, Names names, LocalDate today) {
        return new ListReading(text, names, today).read();
    }
}
