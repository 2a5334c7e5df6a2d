package sourcebook.question.contract;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.model.contract.Money;

/** Sums as people type them: {@code £10m}, {@code 250k}, {@code €1.5bn}; pounds where no currency is named. */
final class Sums {
    /** What {@link #read} reads. */
    static final String FORM = "[£€$]?\\s?\\d[\\d,]*(?:\\.\\d+)?\\s?(?:bn|billion|m|mn|million|k|thousand)?(?![\\w%])";

    private static final Pattern SUM =
            Pattern.compile("([£€$]?)\\s?(\\d[\\d,]{0,20}(?:\\.\\d{1,6})?)\\s?(bn|billion|m|mn|million|k|thousand)?");
    private static final Map<String, String> CURRENCIES = Map.of("", "GBP", "£", "GBP", "€", "EUR", "$", "USD");

    private Sums() {}

    static Optional<Money> read(String typed) {
        Matcher sum = SUM.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!sum.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(sum.group(2).replace(",", ""));
        int zeros = switch (sum.group(3)) {
            case null -> 0;
            case "bn", "billion" -> 9;
            case "k", "thousand" -> 3;
            default -> 6;
        };
        return Optional.of(new Money(number.scaleByPowerOfTen(zeros), CURRENCIES.get(sum.group(1))));
    }
}
