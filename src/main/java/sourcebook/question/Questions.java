package sourcebook.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.model.AnswerKind;
import sourcebook.text.Names;

/** Reads what people type into {@link Question}s. Pure; safe for many threads. */
public final class Questions {
    /** Longer questions are cut here: nobody asks in more, and the work for one question stays bounded. */
    public static final int MAX_LENGTH = 500;

    /** Soft hyphens, joiners and marks of direction, which stand inside words and show as nothing. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Z}\\s]+");

    /** A question's own word comes first in it; further on, "when" and "who" begin what is told and not what is asked. */
    private static final String BEGINS = "^(?:so |and |but )?";

    /** Tried in order: the first that matches says what is asked for. */
    private static final Map<Pattern, AnswerKind> WANTED = wanted();

    private Questions() {}

    public static Question read(String typed, Names names, @Nullable String scope) {
        String text = clean(typed);
        return new Question(
                text,
                names.find(text, Names.Writing.QUESTION),
                wantedBy(text),
                scope,
                Saying.in(text).orElse(null));
    }

    /** The question as it is kept and shown: control characters and runs of space become one space, the end is cut. */
    public static String clean(String typed) {
        String text = NOT_TEXT.matcher(INVISIBLE.matcher(typed).replaceAll(""))
                .replaceAll(" ")
                .strip();
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return text.substring(0, end).stripTrailing();
    }

    private static @Nullable AnswerKind wantedBy(String text) {
        for (Map.Entry<Pattern, AnswerKind> rule : WANTED.entrySet()) {
            if (rule.getKey().matcher(text).find()) {
                return rule.getValue();
            }
        }
        return null;
    }

    private static Map<Pattern, AnswerKind> wanted() {
        Map<Pattern, AnswerKind> rules = new LinkedHashMap<>();
        rule(rules, BEGINS + "(?:why|how come)\\b", AnswerKind.REASON);
        rule(rules, BEGINS + "(?:who(?:m|se)?|where)\\b", AnswerKind.NAME);
        rule(rules, BEGINS + "when\\b", AnswerKind.DATE);
        rule(
                rules,
                "how (?:much|many) per\\s?cent|what (?:percentage|per\\s?cent|proportion|share)",
                AnswerKind.PERCENTAGE);
        rule(
                rules,
                "how long|what (?:is|was) the (?:length|term|duration)|how many (?:years|months|weeks|days)",
                AnswerKind.DURATION);
        rule(
                rules,
                "how much|what (?:is|was|were) the (?:cost|price|value|worth|fee)|what did .* cost"
                        + "|what (?:\\w+ )?(?:salary|fee|fine|price|sum of money)\\b"
                        + "|what (?:hourly|daily|weekly|monthly|annual|yearly) (?:rate|pay|wage)",
                AnswerKind.MONEY);
        rule(rules, "how (?:many|old|far|tall|big|large|high|fast|deep)|what (?:number|population)", AnswerKind.NUMBER);
        rule(rules, "\\bwhen\\b|(?:what|which) (?:year|date|day|month|decade|century)", AnswerKind.DATE);
        rule(
                rules,
                "\\bwho(?:m|se)?\\b|which (?:company|supplier|firm|person|council|force)|what (?:company|supplier|firm|person)",
                AnswerKind.NAME);
        rule(rules, "\\bwhere\\b|(?:what|which) (?:country|city|town|state|place|county)", AnswerKind.NAME);
        rule(rules, "\\bwhy\\b|what (?:caused|reason)|how come", AnswerKind.REASON);
        return rules;
    }

    private static void rule(Map<Pattern, AnswerKind> rules, String pattern, AnswerKind kind) {
        rules.put(Pattern.compile("(?i)" + pattern), kind);
    }
}
