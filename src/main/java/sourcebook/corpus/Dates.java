package sourcebook.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.model.PartialDate;

/** Reads dates as people and pages write them. Day before month where both are numbers, as in Britain. */
final class Dates {
    private static final Pattern ISO = Pattern.compile("(\\d{4}(?:-\\d{2}(?:-\\d{2})?)?)(?:[T ]\\d{2}:.*)?");
    private static final List<DateTimeFormatter> DAYS = List.of(
            format("d MMMM uuuu"),
            format("d MMM uuuu"),
            format("d MMM uuuu", Locale.US),
            format("MMMM d, uuuu"),
            format("MMM d, uuuu"),
            format("MMM d, uuuu", Locale.US),
            format("d/M/uuuu"),
            format("EEEE d MMMM uuuu"));

    private Dates() {}

    static Optional<PartialDate> read(String written) {
        Matcher iso = ISO.matcher(written.strip());
        if (iso.matches()) {
            return existing(iso.group(1));
        }
        return DAYS.stream()
                .flatMap(format -> day(written.strip(), format).stream())
                .findFirst();
    }

    private static Optional<PartialDate> existing(String iso) {
        try {
            return Optional.of(new PartialDate(iso));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<PartialDate> day(String written, DateTimeFormatter format) {
        try {
            return existing(LocalDate.parse(written, format).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter format(String pattern) {
        return format(pattern, Locale.UK);
    }

    /** September is Sept to Britain and Sep to America. */
    private static DateTimeFormatter format(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
