package sourcebook.text.fact;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import sourcebook.model.PartialDate;
import sourcebook.model.contract.Money;

/** Sums, counts and dates as sentences write them, in normal form. */
final class Amounts {
    /** A sum with its groups: {@code sign}, {@code figure}, {@code scale}. */
    static final String MONEY =
            "(?<sign>[£$€])(?<figure>\\d[\\d,]*(?:\\.\\d+)?)(?: ?(?<scale>bn|m|k|billion|million|thousand)\\b)?";

    private static final Map<String, Integer> POWERS =
            Map.of("bn", 9, "billion", 9, "m", 6, "million", 6, "k", 3, "thousand", 3);
    private static final Map<String, String> CURRENCIES = Map.of("£", "GBP", "$", "USD", "€", "EUR");
    private static final List<String> NUMBERS = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Amounts() {}

    static Optional<Money> sum(MatchResult match) {
        BigDecimal figure = new BigDecimal(match.group("figure").replaceAll(",(?=\\d{3})|,$", ""));
        int power =
                POWERS.getOrDefault(Optional.ofNullable(match.group("scale")).orElse(""), 0);
        BigDecimal sum = figure.scaleByPowerOfTen(power);
        return sum.signum() > 0 ? Optional.of(new Money(sum, CURRENCIES.get(match.group("sign")))) : Optional.empty();
    }

    /** A whole number in figures, or in words up to twenty. */
    static Optional<String> count(String written) {
        if (DIGITS.matcher(written).matches()) {
            return Optional.of(written);
        }
        int word = NUMBERS.indexOf(written);
        return word < 0 ? Optional.empty() : Optional.of(String.valueOf(word + 1));
    }

    /** A day, a month or a year. */
    static Optional<PartialDate> date(String written) {
        try {
            return Optional.of(new PartialDate(iso(written)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String iso(String written) {
        return switch (written.split(" ").length) {
            case 1 -> written;
            case 2 -> YearMonth.parse(written, MONTH).toString();
            default -> LocalDate.parse(written, DAY).toString();
        };
    }
}
