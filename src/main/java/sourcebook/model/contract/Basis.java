package sourcebook.model.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a figure is of, as far as its source states it. Figures of different bases are neither compared nor added.
 *
 * @param kind awarded, estimated, a ceiling
 * @param per what time it covers
 * @param vat whether it has value added tax in it
 */
public record Basis(Kind kind, Per per, Vat vat) {
    /** Nothing is stated. */
    public static final Basis UNSTATED = new Basis(Kind.UNSTATED, Per.UNSTATED, Vat.UNSTATED);

    /** What sort of figure it is. */
    public enum Kind {
        UNSTATED(""),
        /** As the contract was awarded. */
        AWARD("award value"),
        /** As the signed contract says. */
        CONTRACT("contract value"),
        /** As expected before the award. */
        ESTIMATE("estimate"),
        /** Lowest of a range given before the award. */
        MINIMUM("lower end of an estimate"),
        /** No more than this. */
        CEILING("up to"),
        /** What was paid. */
        SPENT("spent");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** The time that a figure covers. */
    public enum Per {
        UNSTATED(""),
        TOTAL("total"),
        YEAR("yearly"),
        MONTH("monthly");

        private final String label;

        Per(String label) {
            this.label = label;
        }
    }

    /** Value added tax. */
    public enum Vat {
        UNSTATED(""),
        INCLUDED("incl. VAT"),
        EXCLUDED("excl. VAT");

        private final String label;

        Vat(String label) {
            this.label = label;
        }
    }

    public static Basis of(Kind kind) {
        return new Basis(kind, Per.UNSTATED, Vat.UNSTATED);
    }

    /** A basis in the words that {@link #toString} writes, divided by commas; empty where a part is none of them. */
    public static Optional<Basis> of(String written) {
        Basis basis = UNSTATED;
        for (String part : written.toLowerCase(Locale.ROOT).split(",", -1)) {
            Basis next = basis.with(part.strip());
            if (next.equals(basis) && !part.isBlank()) {
                return Optional.empty();
            }
            basis = next;
        }
        return Optional.of(basis);
    }

    private Basis with(String part) {
        Optional<Kind> kinds = find(Kind.values(), k -> k.label, part);
        Optional<Per> pers = find(Per.values(), p -> p.label, part);
        Optional<Vat> vats = find(Vat.values(), v -> v.label.toLowerCase(Locale.ROOT), part);
        return new Basis(kinds.orElse(kind), pers.orElse(per), vats.orElse(vat));
    }

    private static <T> Optional<T> find(T[] all, java.util.function.Function<T, String> label, String part) {
        return Arrays.stream(all)
                .filter(one -> !part.isEmpty() && label.apply(one).equals(part))
                .findFirst();
    }

    /** As people read it: {@code award value, yearly, excl. VAT}; empty where nothing is stated. */
    /** How near it comes to what the signed contract says: 0 is that itself, more is further off. */
    public int nearness() {
        return switch (kind) {
            case CONTRACT -> 0;
            case AWARD -> 1;
            case UNSTATED -> 2;
            case CEILING -> 3;
            case SPENT -> 4;
            case ESTIMATE -> 5;
            case MINIMUM -> 6;
        };
    }

    @Override
    public String toString() {
        return Stream.of(kind.label, per.label, vat.label)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
