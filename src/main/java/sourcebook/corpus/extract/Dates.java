package sourcebook.corpus.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.model.PartialDate;

/**
 * Reads dates as people and pages write them: as ISO 8601, as mail and feeds do, or with the month in words, whatever
 * weekday, time or "Published" stands around them. Day before month where both are numbers, as in Britain, unless only
 * the other order exists.
 */
public final class Dates {
    private static final int MAX_CHARS = 120;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
            + "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(\\d{4})";

    /** What may stand before a date: a label and a weekday. */
    private static final String BEFORE = "(?:(?:first |last )?(?:published|posted|updated|issued|date|on)[: ]+)*"
            + "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]? +)?(?:the +)?";

    /** What may stand behind one: a time, and where or what else was done when. */
    private static final String BEHIND = "(?:[,T|·–-]? *(?:at +)?\\d{1,2}[:.]?\\d{2}.*| *[|·–].*)?";

    private static final Pattern ISO = form("(\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)(?:[T ]\\d{2}:.*|Z)?");
    private static final Pattern COMPACT = form("(\\d{4})(\\d{2})(\\d{2})(?:T?\\d{4,6}.*)?");
    private static final Pattern YEAR_FIRST = form("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})" + BEHIND);
    private static final Pattern NUMBERS = form(BEFORE + "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})" + BEHIND);
    private static final Pattern DAY_FIRST = form(BEFORE + DAY + "(?: +of)?[ -]+" + MONTH + ",?[ -]+" + YEAR + BEHIND);
    private static final Pattern MONTH_FIRST = form(BEFORE + MONTH + "[ -]+" + DAY + ",? +" + YEAR + BEHIND);
    private static final Pattern MONTH_ONLY = form(BEFORE + MONTH + ",? +" + YEAR);

    /** A weekday or time zone of Unix's date: Tue Jul 14 09:00:00 BST 2015. */
    private static final Pattern UNIX = form("[a-z]{3} +" + MONTH + " +" + DAY + " +[\\d:]{5,8} +(?:[a-z]+ +)?" + YEAR);

    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\b", Pattern.CASE_INSENSITIVE);

    private Dates() {}

    public static Optional<PartialDate> read(String written) {
        String date = written.strip().replaceAll("[\\s\\u00a0]+", " ");
        if (date.isEmpty() || date.length() > MAX_CHARS) {
            return Optional.empty();
        }
        return match(ISO, date)
                .map(iso -> existing(iso.group(1)))
                .or(() -> match(COMPACT, date).map(m -> day(m.group(1), m.group(2), m.group(3))))
                .or(() -> match(YEAR_FIRST, date).map(m -> day(m.group(1), m.group(2), m.group(3))))
                .or(() -> match(NUMBERS, date).map(Dates::numbers))
                .or(() -> match(DAY_FIRST, date).map(m -> day(m.group(3), month(m.group(2)), m.group(1))))
                .or(() -> match(MONTH_FIRST, date).map(m -> day(m.group(3), month(m.group(1)), m.group(2))))
                .or(() -> match(UNIX, date).map(m -> day(m.group(3), month(m.group(1)), m.group(2))))
                .or(() -> match(MONTH_ONLY, date).map(m -> existing(m.group(2) + "-" + month(m.group(1)))))
                .flatMap(found -> found)
                .filter(found -> weekdayFits(date, found));
    }

    /** A date whose weekday is another day's has a mistake in it, and which part is wrong cannot be known. */
    private static boolean weekdayFits(String date, PartialDate found) {
        Matcher weekday = WEEKDAY.matcher(date);
        return !weekday.find()
                || found.iso().length() < 10
                || found.earliest()
                        .getDayOfWeek()
                        .name()
                        .startsWith(weekday.group(1).toUpperCase(Locale.ROOT));
    }

    private static Optional<PartialDate> numbers(Matcher m) {
        return day(m.group(3), m.group(2), m.group(1)).or(() -> day(m.group(3), m.group(1), m.group(2)));
    }

    private static Optional<PartialDate> day(String year, String month, String day) {
        return existing(year + "-" + twoDigits(month) + "-" + twoDigits(day));
    }

    private static String month(String name) {
        return twoDigits(String.valueOf(MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1));
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static Optional<PartialDate> existing(String iso) {
        try {
            return Optional.of(new PartialDate(iso));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Matcher> match(Pattern pattern, String date) {
        Matcher matcher = pattern.matcher(date);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static Pattern form(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}
