package sourcebook.model.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts to list, in which order.
 *
 * @param conditions all must hold
 * @param page from 0
 */
public record ContractQuery(List<Condition> conditions, Sort sort, boolean descending, int page) {
    /** Rows of a page. */
    public static final int ROWS = 10;

    public ContractQuery {
        conditions = List.copyOf(conditions);
        if (page < 0) {
            throw new IllegalArgumentException("pages count from 0, got " + page);
        }
    }

    /** What contracts are put in order by; those that do not state it come last. */
    public enum Sort {
        ENDS,
        STARTS,
        AWARDED,
        VALUE,
        TITLE
    }

    /** The same, on another page. */
    public ContractQuery at(int newPage) {
        return new ContractQuery(conditions, sort, descending, newPage);
    }

    /** As people read it: what was understood of what they typed. */
    public String described() {
        String order = sort.name().toLowerCase(java.util.Locale.ROOT) + (descending ? ", highest or latest first" : "");
        return conditions.stream()
                        .map(Condition::described)
                        .collect(Collectors.joining("; ", "", conditions.isEmpty() ? "" : "; "))
                + "sorted by " + order;
    }

    /** Something that must hold of a contract. */
    public sealed interface Condition {
        /** As people read it. */
        String described();
    }

    /**
     * Who buys or supplies.
     *
     * @param role {@link Predicate#BUYER} or {@link Predicate#SUPPLIER}
     * @param name as it was typed
     * @param keys the parties that the name can mean; none where it is not listed, then its words are searched
     */
    public record Of(Predicate role, String name, List<String> keys) implements Condition {
        public Of {
            keys = List.copyOf(keys);
        }

        @Override
        public String described() {
            return role.label() + " " + name;
        }
    }

    /**
     * Who buys or supplies, whichever it is.
     *
     * @param keys the parties that the name can mean
     */
    public record With(String name, List<String> keys) implements Condition {
        public With {
            keys = List.copyOf(keys);
        }

        @Override
        public String described() {
            return "buyer or supplier " + name;
        }
    }

    /** Buyers of one sort, such as police or council. */
    public record Sector(String kind) implements Condition {
        @Override
        public String described() {
            return "buyers: " + kind;
        }
    }

    /**
     * How much it is worth, in one currency.
     *
     * @param least null for no lower bound
     * @param most null for no upper bound
     */
    public record Worth(
            @Nullable BigDecimal least, @Nullable BigDecimal most, String currency) implements Condition {
        @Override
        public String described() {
            return "worth"
                    + (least == null ? "" : " at least " + new Money(least, currency))
                    + (most == null ? "" : " at most " + new Money(most, currency));
        }
    }

    /** When it starts, ends or was awarded; both days belong to it. */
    public record Between(Predicate what, LocalDate from, LocalDate to) implements Condition {
        @Override
        public String described() {
            return what.label() + " from " + from + " to " + to;
        }
    }

    /** The beginning of a CPV code. */
    public record Cpv(String prefix) implements Condition {
        @Override
        public String described() {
            return "CPV " + prefix + "…";
        }
    }

    /** No source states it. */
    public record Missing(Predicate what) implements Condition {
        @Override
        public String described() {
            return "without a stated " + what.label();
        }
    }

    /** Words of the title, buyer or supplier. */
    public record About(String words) implements Condition {
        @Override
        public String described() {
            return "about “" + words + "”";
        }
    }
}
