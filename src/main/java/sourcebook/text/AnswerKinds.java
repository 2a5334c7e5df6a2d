package sourcebook.text;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import sourcebook.model.AnswerKind;

/** Finds which kinds of answer a sentence states: a sum, a length of time, a date. Pure; safe for many threads. */
public final class AnswerKinds {
    private static final String COUNT_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
            + "fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
            + "ninety|hundred|thousand|million|billion|trillion|dozen";
    private static final String COUNT = "(?:\\d[\\d,.]*|" + COUNT_WORD + ")";
    private static final String MANY = "(?:hundreds|thousands|millions|billions|dozens)";
    private static final String MONTH = "(?:January|February|March|April|May|June|July|August|September|October|"
            + "November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
    private static final String YEAR = "(?:1\\d|20)\\d\\d";

    private static final String CURRENCY = "(?:pounds?|pence|euros?|dollars?|cents?)\\b(?!\\s(?:sign|zone))";
    private static final Pattern MONEY = Pattern.compile("(?i)[£$€¥]\\s?\\d|\\b(?:GBP|USD|EUR)\\s?\\d|\\b(?:" + COUNT
            + "(?:m|bn|k)?|half an?|an?)\\s(?:and a half\\s)?(?:(?:hundred|thousand|million|billion|trillion)\\s)?"
            + CURRENCY + "|\\b" + MANY + "\\s(?:of\\s" + MANY + "\\s)?of\\s" + CURRENCY);

    private static final String UNIT =
            "(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))\\b";

    /** "a year" is a length after "within", and before "longer", but a rate in "£5m a year". */
    private static final String ONE_UNIT =
            "(?:for|in|within|after|over|about|nearly|almost|than|of|took|lasted?|takes?|"
                    + "under|only|just|by|every|until)\\san?\\s(?:minute|hour|day|week|month|year)\\b"
                    + "|\\ban?\\s(?:minute|hour|day|week|month|year)[\\s-](?:long|longer|later|earlier|early|late|ago|after|before|"
                    + "or\\sso|extension)\\b|\\ban?\\s(?:decade|century|fortnight|year-long|month-long)\\b";

    private static final Pattern DURATION = Pattern.compile("(?i)\\b(?:" + COUNT + "|several|few|many)[\\s-]"
            + "(?:and a half[\\s-])?(?:(?:more|further|full|optional|extra|additional|calendar|working|business|"
            + "consecutive|successive)\\s)?" + UNIT + "|\\bhalf\\s(?:an?\\s)?(?:hour|day|year|decade|century)\\b|\\b"
            + ONE_UNIT
            + "|\\b(?:decade|century|year|month|week|day)s?-long\\b|\\b(?:another|a\\sfurther)\\s(?:day|week|month|year|decade)\\b"
            + "|\\b(?:for|wait(?:ed|s|ing)?|take|takes|taking|took|lasted|spent)\\s(?:hours|days|weeks|months|years|decades|centuries)\\b"
            + "|\\b(?:hours|days|weeks|months|years|decades)\\s(?:late|early|behind)\\b"
            + "|\\bfrom\\s(?:\\p{L}+\\s)?" + YEAR + "\\s(?:to|until|till)\\s(?:\\p{L}+\\s)?" + YEAR
            + "|\\bbetween\\s(?:\\p{L}+\\s)?" + YEAR + "\\sand\\s(?:\\p{L}+\\s)?" + YEAR);

    private static final Pattern DATE = Pattern.compile(
            "(?<![£$€¥,.\\d])\\b" + YEAR + "s?\\b(?![,.]\\d)|\\b\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?"
                    + MONTH + "\\b|\\b" + MONTH
                    + "\\s\\d{1,2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)[\\s-]centur|\\b\\d+\\s?(?:BC|AD|BCE|CE)\\b"
                    + "|\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id)[\\s-]"
                    + "(?:early\\s|late\\s|mid-)?(?:January|February|March|April|May|June|July|August|September|October|November|"
                    + "December)\\b|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\\b"
                    + "|\\bthe\\s(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties)\\b");

    private static final String AFTER_PART =
            "(?=\\s(?:of|less|more|fewer|lower|higher|cheaper|below|above|were|was|had)\\b|[,.;:)]|$)";
    private static final Pattern PERCENTAGE =
            Pattern.compile("(?i)\\d\\s?(?:%|per\\s?cent\\b|percentage)|\\b(?:" + COUNT_WORD
                    + ")\\sper\\s?cent\\b|(?<!\\b(?:first|second|and a|other|better)\\s)\\bhalf\\b(?![\\s-](?:an?\\s)?(?:million|billion|hour|year|day|century|decade|dozen))"
                    + "|\\b(?:two|three|four|five|six|seven|eight|nine)[\\s-](?:thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths)\\b"
                    + "|\\b(?:a|one)[\\s-](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\\b" + AFTER_PART
                    + "|\\b(?:one|two|three|nine|\\d{1,2})\\sin\\s(?:\\d{1,3}(?![\\d,]|\\s" + MONTH + ")|" + COUNT_WORD
                    + ")\\b");

    private static final Pattern NUMBER = Pattern.compile("(?i)\\d|\\b(?:" + COUNT_WORD + "|" + MANY + ")\\b");

    /** Not within a name, as in G4S. */
    private static final Pattern COUNTED =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}.,])\\d|\\b(?:" + COUNT_WORD + "|" + MANY + ")\\b");

    private static final Pattern SUM =
            Pattern.compile("(?i)[£$€¥]\\s?\\d[\\d,.]*(?:\\s?(?:m|bn|k|million|billion|thousand))?\\b");

    private static final Map<AnswerKind, Pattern> PATTERNS = Map.of(
            AnswerKind.MONEY,
            MONEY,
            AnswerKind.DURATION,
            DURATION,
            AnswerKind.DATE,
            DATE,
            AnswerKind.PERCENTAGE,
            PERCENTAGE,
            AnswerKind.NUMBER,
            NUMBER,
            AnswerKind.NAME,
            Pattern.compile("(?<=[^\\s.!?]\\s[“\"‘'(]?)\\p{Lu}[\\p{L}\\d]|\\b\\p{Lu}{2,}\\b"),
            AnswerKind.REASON,
            Pattern.compile("(?i)\\b(?:because|due to|owing to|in order to|so that|as a result|since|therefore|thereby|"
                    + "caused|causes|led to|to avoid|to reduce|to save|to allow|to make|reasons?)\\b"));

    private AnswerKinds() {}

    /** Whether the sentence states a number that is neither a date nor a year. */
    public static boolean counts(String sentence) {
        return COUNTED.matcher(DATE.matcher(sentence).replaceAll(" ")).find();
    }

    /** Whether the sentence states how many there are of something: a sum of money and a length of time are none. */
    public static boolean countsThings(String sentence) {
        String dateless = DATE.matcher(sentence).replaceAll(" ");
        String sumless = SUM.matcher(dateless).replaceAll(" ");
        return COUNTED.matcher(DURATION.matcher(sumless).replaceAll(" ")).find();
    }

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
