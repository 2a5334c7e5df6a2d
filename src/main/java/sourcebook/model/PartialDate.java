package sourcebook.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A date as precise as its source gives it: a year, a month or a day of the Gregorian calendar, in ISO 8601.
 * Ordered by its earliest day, the less precise first.
 *
 * @param iso {@code 2015}, {@code 2015-07} or {@code 2015-07-14}
 */
public record PartialDate(String iso) implements Comparable<PartialDate> {
    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    public PartialDate {
        if (!FORM.matcher(iso).matches() || !exists(iso)) {
            throw new IllegalArgumentException(
                    "date must be a real year, month or day such as 2015, 2015-07 or 2015-07-14, got " + iso);
        }
    }

    /** The first day that the date can mean. */
    public LocalDate earliest() {
        return LocalDate.parse(iso + "-01-01".substring(iso.length() - 4));
    }

    /** The last day that the date can mean. */
    public LocalDate latest() {
        return switch (iso.length()) {
            case 4 -> earliest().plusYears(1).minusDays(1);
            case 7 -> earliest().plusMonths(1).minusDays(1);
            default -> earliest();
        };
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    @Override
    public int compareTo(PartialDate other) {
        return iso.compareTo(other.iso);
    }

    @Override
    public String toString() {
        return iso;
    }

    private static boolean exists(String iso) {
        try {
            LocalDate.parse(iso + "-01-01".substring(iso.length() - 4));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
