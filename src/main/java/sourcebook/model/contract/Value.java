package sourcebook.model.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import sourcebook.model.PartialDate;

/** What a fact states, in the form that its predicate has. */
public sealed interface Value {
    /** As programs read it: digits, an ISO date, a name. */
    String figure();

    /** What the figure counts, such as {@code GBP} or {@code years}; null where it counts nothing or no unit is stated. */
    @Nullable
    String unit();

    /** A sum, with what it is of. */
    record Amount(Money money, Basis basis) implements Value {
        @Override
        public String figure() {
            return money.figure();
        }

        @Override
        public @Nullable String unit() {
            return money.currency();
        }
    }

    /** A day, month or year. */
    record Day(PartialDate date) implements Value {
        @Override
        public String figure() {
            return date.iso();
        }

        @Override
        public @Nullable String unit() {
            return null;
        }
    }

    /** A length of time. */
    record Length(Term term) implements Value {
        @Override
        public String figure() {
            return Integer.toString(term.length());
        }

        @Override
        public String unit() {
            return term.unit().name().toLowerCase(java.util.Locale.ROOT) + (term.length() == 1 ? "" : "s");
        }
    }

    /**
     * A buyer or supplier.
     *
     * @param name as the source writes it
     * @param party the key of the party that the name was matched to, or a key made of the name itself
     */
    record Named(String name, String party) implements Value {
        @Override
        public String figure() {
            return name;
        }

        @Override
        public @Nullable String unit() {
            return null;
        }
    }

    /**
     * An owner and what it holds.
     *
     * @param share as the source states it, such as {@code 75 %}
     */
    record Holding(Named owner, @Nullable String share) implements Value {
        @Override
        public String figure() {
            return owner.name();
        }

        @Override
        public @Nullable String unit() {
            return null;
        }
    }

    /**
     * A number of something other than money.
     *
     * @param unit such as {@code posts} or {@code %}
     */
    record Count(BigDecimal number, String unit) implements Value {
        @Override
        public String figure() {
            return number.stripTrailingZeros().toPlainString();
        }
    }

    /** Words, such as a scope or a status. */
    record Words(String words) implements Value {
        public Words {
            if (words.isBlank()) {
                throw new IllegalArgumentException("words must not be blank");
            }
        }

        @Override
        public String figure() {
            return words;
        }

        @Override
        public @Nullable String unit() {
            return null;
        }
    }
}
