package sourcebook.question.contract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.model.PartialDate;
import sourcebook.model.contract.Predicate;

/**
 * A question for one fact of a contract or party.
 *
 * @param predicate what is asked for
 * @param about the question without its time, for finding the contract
 * @param title what stands in quotation marks, which is taken for a contract's title; null where nothing does
 * @param at the time that is asked about, null for no time in particular
 * @param known the time whose knowledge is asked for, null for what is known now
 */
public record FactQuestion(
        Predicate predicate,
        String about,
        @Nullable String title,
        @Nullable PartialDate at,
        @Nullable PartialDate known) {
    private static final String MONTHS =
            "january|february|march|april|may|june|july|august|september|october|november|december";
    private static final String TIME = "(?:(?<day>\\d{1,2}) )?(?:(?<month>" + MONTHS
            + ") )?(?<year>(?:19|20)\\d{2})(?:-(?<iso>\\d{2}(?:-\\d{2})?))?";
    private static final Pattern AT = Pattern.compile(
            "(?i)\\b(?:as (?:of|at)|back in|in|during|on|at the (?:end|start|beginning) of|throughout)(?: early| late|"
                    + " mid)? "
                    + TIME + "\\b");
    private static final Pattern KNOWN =
            Pattern.compile("(?i)\\b(?:what (?:did|do) (?:we|you|they) know|(?:was |were )?known|on record|as"
                    + " (?:recorded|known))\\b.{0,120}?\\b(?:in|on|at|by|as of)(?: early| late| mid)? " + TIME + "\\b");
    private static final Pattern QUOTED =
            Pattern.compile("[“\"]([^”\"]{3,})[”\"](?!\\p{L})|(?<=\\s)[‘']([^’']{3,})[’'](?!\\p{L})");

    /** What a question in these words asks for; empty where it asks for no single fact of a contract. */
    public static Optional<FactQuestion> read(String text) {
        String title = title(text);
        String outside = title == null ? text : text.replace(title, " ");
        Optional<Predicate> predicate = Asking.predicate(outside);
        if (predicate.isEmpty()) {
            return Optional.empty();
        }
        Matcher known = KNOWN.matcher(outside);
        if (known.find()) {
            String about = outside.substring(0, begin(known)) + outside.substring(known.end());
            return date(known).map(date -> new FactQuestion(predicate.get(), with(title, about), title, null, date));
        }
        Matcher at = AT.matcher(outside);
        boolean timed = at.find();
        String about = timed ? outside.substring(0, at.start()) + " " + outside.substring(at.end()) : outside;
        PartialDate date = timed ? date(at).orElse(null) : null;
        return Optional.of(new FactQuestion(predicate.get(), with(title, about), title, date, null));
    }

    private static int begin(Matcher time) {
        return Stream.of("day", "month", "year")
                .mapToInt(time::start)
                .filter(start -> start >= 0)
                .min()
                .orElse(time.start());
    }

    private static String with(@Nullable String title, String about) {
        return title == null ? about : title + " " + about;
    }

    private static @Nullable String title(String text) {
        List<String> quoted = QUOTED.matcher(text)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .toList();
        int first = text.indexOf('"');
        int last = text.lastIndexOf('"');
        if (quoted.size() > 1 && first >= 0 && last > first) {
            return text.substring(first + 1, last);
        }
        return quoted.isEmpty() ? null : quoted.getFirst();
    }

    private static Optional<PartialDate> date(Matcher time) {
        StringBuilder iso = new StringBuilder(time.group("year"));
        if (time.group("month") != null) {
            int month =
                    List.of(MONTHS.split("\\|")).indexOf(time.group("month").toLowerCase(java.util.Locale.ROOT)) + 1;
            iso.append(String.format("-%02d", month));
            if (time.group("day") != null) {
                iso.append(String.format("-%02d", Integer.parseInt(time.group("day"))));
            }
        } else if (time.group("iso") != null) {
            iso.append('-').append(time.group("iso"));
        }
        try {
            return Optional.of(new PartialDate(iso.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
