package sourcebook.model.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a contract or an option runs, as its source states it.
 *
 * @param length how many units, above 0
 * @param unit what is counted
 * @param atMost whether the source says "up to"
 */
public record Term(int length, Unit unit, boolean atMost) {
    private static final Pattern FORM = Pattern.compile("(up to )?(\\d{1,4}) (year|month|week|day)s?");

    /** Units are kept as stated: twelve months are not turned into a year. */
    public enum Unit {
        YEAR,
        MONTH,
        WEEK,
        DAY
    }

    public Term {
        if (length <= 0) {
            throw new IllegalArgumentException("a term is longer than nothing, got " + length);
        }
    }

    /** A term as {@link #toString} writes it; empty where it is none. */
    public static Optional<Term> of(String written) {
        Matcher form = FORM.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!form.matches() || Integer.parseInt(form.group(2)) == 0) {
            return Optional.empty();
        }
        Unit unit = Unit.valueOf(form.group(3).toUpperCase(Locale.ROOT));
        return Optional.of(new Term(Integer.parseInt(form.group(2)), unit, form.group(1) != null));
    }

    /** Days, about: good for comparing terms, not for dates. */
    public double days() {
        return length
                * switch (unit) {
                    case YEAR -> 365.25;
                    case MONTH -> 365.25 / 12;
                    case WEEK -> 7;
                    case DAY -> 1;
                };
    }

    /** {@code 10 years}, {@code up to 1 month}. */
    @Override
    public String toString() {
        return (atMost ? "up to " : "") + length + " " + unit.name().toLowerCase(Locale.ROOT)
                + (length == 1 ? "" : "s");
    }
}
