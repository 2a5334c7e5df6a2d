package sourcebook.text;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import sourcebook.model.AnswerKind;

/** Finds which kinds of answer a sentence states: a sum, a length of time, a date. Pure; safe for many threads. */
public final class AnswerKinds {
    private static final String COUNT_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
            + "fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|billion|dozen";
    private static final String COUNT = "(?:\\d[\\d,.]*|" + COUNT_WORD + ")";
    private static final String MONTH = "(?:January|February|March|April|May|June|July|August|September|October|"
            + "November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";

    private static final Map<AnswerKind, Pattern> PATTERNS = Map.of(
            AnswerKind.MONEY,
            Pattern.compile("(?i)[£$€¥]\\s?\\d|\\b" + COUNT
                    + "\\s(?:(?:hundred|thousand|million|billion|trillion)\\s)?(?:pounds?|pence|euros?|dollars?|cents?)\\b"
                    + "|\\b(?:GBP|USD|EUR)\\s?\\d"),
            AnswerKind.DURATION,
            Pattern.compile("(?i)\\b(?:" + COUNT + "|a|an|several|few)[\\s-](?:and a half[\\s-])?"
                    + "(?:calendar\\s|working\\s|business\\s)?"
                    + "(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))\\b"),
            AnswerKind.DATE,
            Pattern.compile("\\b(?:1\\d|20)\\d\\ds?\\b|\\b\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?" + MONTH + "\\b|\\b"
                    + MONTH + "\\s\\d{1,2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)[\\s-]centur|\\b\\d+\\s?(?:BC|AD|BCE|CE)\\b"),
            AnswerKind.PERCENTAGE,
            Pattern.compile("(?i)\\d\\s?(?:%|per\\s?cent\\b|percentage)|\\b(?:" + COUNT_WORD
                    + ")\\sper\\s?cent\\b|\\b(?:half|third|quarter|two-thirds|three-quarters)\\b"),
            AnswerKind.NUMBER,
            Pattern.compile("(?i)\\d|\\b(?:" + COUNT_WORD + ")\\b"),
            AnswerKind.NAME,
            Pattern.compile("(?<=[^\\s.!?]\\s[“\"‘'(]?)\\p{Lu}[\\p{L}\\d]|\\b\\p{Lu}{2,}\\b"),
            AnswerKind.REASON,
            Pattern.compile("(?i)\\b(?:because|due to|owing to|in order to|so that|as a result|since|therefore|thereby|"
                    + "caused|causes|led to|to avoid|to reduce|to save|to allow|to make|reasons?)\\b"));

    private AnswerKinds() {}

    /** The kinds that the sentence states, possibly none. */
    public static Set<AnswerKind> in(String sentence) {
        Set<AnswerKind> kinds = EnumSet.noneOf(AnswerKind.class);
        PATTERNS.forEach((kind, pattern) -> {
            if (pattern.matcher(sentence).find()) {
                kinds.add(kind);
            }
        });
        return kinds;
    }
}
