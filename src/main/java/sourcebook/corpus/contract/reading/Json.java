package sourcebook.corpus.contract.reading;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.model.PartialDate;

/** Takes from JSON what is there, in the form it ought to have, and nothing else. */
public final class Json {
    /** Figures are kept digit by digit: no number passes through binary fractions. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** A figure with more digits than this is no sum of money, and costly to write out. */
    private static final int MAX_DIGITS = 40;

    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ].*)?|(\\d{4}(?:-\\d{2})?)");

    private Json() {}

    /** A text or number under a name, trimmed; empty where it is null, blank or something else. */
    public static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() || value.isNumber()
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** A number, also where it was written as text. */
    public static Optional<BigDecimal> number(JsonNode value) {
        if (value.isNumber()) {
            return bounded(value.decimalValue());
        }
        try {
            return value.isTextual() && value.asText().length() <= MAX_DIGITS
                    ? bounded(new BigDecimal(value.asText().strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> bounded(BigDecimal number) {
        boolean writable = number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS;
        return writable ? Optional.of(number) : Optional.empty();
    }

    /** The day of a date or of a moment, as it is written there: a moment's own offset is its publisher's. */
    public static Optional<PartialDate> date(String written) {
        Matcher matcher = DATE.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartialDate(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
