package sourcebook.model.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sum as its source states it.
 *
 * @param amount exact, also below zero where the source says so
 * @param currency ISO 4217, null where the source names none; nothing is ever assumed in its place
 */
public record Money(BigDecimal amount, @Nullable String currency) {
    private static final Map<String, String> SIGNS = Map.of("GBP", "£", "EUR", "€", "USD", "$");

    public Money {
        if (currency != null && !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("a currency has three capital letters, such as GBP, got " + currency);
        }
    }

    /** Whether both can be compared and added. */
    public boolean sameCurrency(Money other) {
        return currency != null && currency.equals(other.currency);
    }

    /** Digits alone, without a needless fraction: {@code 3380.86}, {@code 8000000}. */
    public String figure() {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0, RoundingMode.UNNECESSARY) : bare).toPlainString();
    }

    /** As people read it: {@code £1,898,133}, {@code £3,380.86}, {@code 5,000 CHF}. */
    @Override
    public String toString() {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        String pattern = whole ? "#,##0" : "#,##0.00##";
        String digits = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.UK)).format(amount.abs());
        String minus = amount.signum() < 0 ? "−" : "";
        if (currency == null) {
            return minus + digits + " (no currency stated)";
        }
        String sign = SIGNS.get(currency);
        return sign == null ? minus + digits + " " + currency : minus + sign + digits;
    }
}
