package sourcebook.question.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stretches of time as people write them: {@code 2027}, {@code next year}, {@code the next 6 months}, {@code 2026-01..2026-06}. */
final class Times {
    static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private static final String MONTHS =
            "january|february|march|april|may|june|july|august|september|october|november|december";
    private static final String ONE = "\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{2}|(?:19|20|21)\\d{2}|(?:" + MONTHS
            + ") (?:19|20|21)\\d{2}" + "|(?:this|next|last)[ -](?:year|month|quarter)|today|now";

    /** What {@link #read} reads. */
    static final String FORM = "(?:" + ONE + ")(?:\\.\\.|\\s?(?:-|–|to|and)\\s)(?:" + ONE + ")|(?:the"
            + " )?(?:next|coming|following)"
            + " (?:\\d{1,3}"
            + " )?(?:months?|years?|weeks?|days?)|\\d{1,3}"
            + " ?(?:months?|years?|weeks?|days?)|"
            + ONE;

    private static final Pattern SPAN = Pattern.compile("(" + ONE + ")(?:\\.\\.|\\s?(?:-|–|to|and)\\s)(" + ONE + ")");
    private static final Pattern COMING =
            Pattern.compile("(?:the )?(?:(?:next|coming|following) )?(?:(\\d{1,3}) ?)?(month|year|week|day)s?");

    private final LocalDate today;

    Times(LocalDate today) {
        this.today = today;
    }

    /** From its first day to its last. */
    record Stretch(LocalDate from, LocalDate to) {}

    Optional<Stretch> read(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            Optional<Stretch> from = one(span.group(1));
            Optional<Stretch> to = one(span.group(2));
            return from.isEmpty() || to.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Stretch(from.get().from(), to.get().to()));
        }
        return one(text).or(() -> coming(text));
    }

    private Optional<Stretch> one(String text) {
        try {
            return Optional.ofNullable(
                    switch (text.replace('-', ' ')) {
                        case "this year" -> year(today.getYear());
                        case "next year" -> year(today.getYear() + 1);
                        case "last year" -> year(today.getYear() - 1);
                        case "this month" -> month(YearMonth.from(today));
                        case "next month" -> month(YearMonth.from(today).plusMonths(1));
                        case "last month" -> month(YearMonth.from(today).minusMonths(1));
                        case "this quarter" -> quarter(0);
                        case "next quarter" -> quarter(1);
                        case "last quarter" -> quarter(-1);
                        case "today", "now" -> new Stretch(today, today);
                        default -> dated(text);
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Stretch dated(String text) {
        if (text.matches("\\d{4}")) {
            return year(Integer.parseInt(text));
        }
        if (text.matches("\\d{4}-\\d{2}")) {
            return month(YearMonth.parse(text));
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return new Stretch(LocalDate.parse(text), LocalDate.parse(text));
        }
        String[] parts = text.split(" ");
        int month = List.of(MONTHS.split("\\|")).indexOf(parts[0]) + 1;
        return parts.length == 2 && month > 0 ? month(YearMonth.of(Integer.parseInt(parts[1]), month)) : null;
    }

    private Optional<Stretch> coming(String text) {
        Matcher coming = COMING.matcher(text);
        if (!coming.matches()) {
            return Optional.empty();
        }
        int number = coming.group(1) == null ? 1 : Integer.parseInt(coming.group(1));
        LocalDate to = switch (coming.group(2)) {
            case "year" -> today.plusYears(number);
            case "month" -> today.plusMonths(number);
            case "week" -> today.plusWeeks(number);
            default -> today.plusDays(number);
        };
        return Optional.of(new Stretch(today, to));
    }

    private static Stretch year(int year) {
        return new Stretch(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static Stretch month(YearMonth month) {
        return new Stretch(month.atDay(1), month.atEndOfMonth());
    }

    private Stretch quarter(int offset) {
        YearMonth first = YearMonth.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1)
                .plusMonths(3L * offset);
        return new Stretch(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }
}
