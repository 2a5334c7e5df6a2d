package sourcebook.render;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Fact;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Source.Notice;
import sourcebook.model.contract.Source.Said;
import sourcebook.model.contract.Value;

/** What every form says alike of a fact. Plain text, to be escaped by whoever places it. */
public final class FactWording {
    private FactWording() {}

    /** What is stated of whom: {@code Parking Pilot - supplier: Marston Example plc}. */
    public static String statement(Fact fact) {
        return fact.subject().label().strip() + " – " + fact.predicate().label() + ": " + value(fact.value());
    }

    /** A value as people read it, with its basis. */
    public static String value(Value value) {
        String basis = basis(value);
        return switch (value) {
            case Value.Amount amount -> amount.money() + (basis == null ? "" : " (" + basis + ")");
            case Value.Day day -> Wording.date(day.date());
            case Value.Length length -> length.term().toString();
            case Value.Named named -> named.name();
            case Value.Holding holding -> holding.owner().name() + (basis == null ? "" : " (" + basis + ")");
            case Value.Count count -> count.figure() + " " + count.unit();
            case Value.Words words -> words.words();
        };
    }

    /** What a figure is of, as far as its source states it; null where it states nothing. */
    public static @Nullable String basis(Value value) {
        String basis = switch (value) {
            case Value.Amount amount -> amount.basis().toString();
            case Value.Length length -> length.term().atMost() ? "up to" : "";
            case Value.Holding holding -> holding.share() == null ? "" : holding.share();
            case Value.Day day -> "";
            case Value.Named named -> "";
            case Value.Count count -> "";
            case Value.Words words -> "";
        };
        return basis.isEmpty() ? null : basis;
    }

    /** The words that say so: a quote in its marks, a notice's fields as they stand. */
    public static String words(Fact fact) {
        return switch (fact.source()) {
            case Said said -> "“" + said.text() + "”";
            case Notice notice -> notice.words();
        };
    }

    /** Which article or notice says so. */
    public static String source(Fact fact) {
        return switch (fact.source()) {
            case Said said -> {
                String provenance = Wording.provenance(said.quote().citation());
                yield said.quote().citation().title()
                        + (provenance.isEmpty() ? "" : " · " + provenance)
                        + (said.read() ? " · read from the text" : "");
            }
            case Notice notice ->
                Stream.of(
                                "Notice " + notice.id(),
                                notice.publisher(),
                                notice.published() == null ? null : Wording.date(notice.published()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        };
    }

    /** When it held and since when it is on record; empty where neither is stated. */
    public static String time(Fact fact) {
        Held held = fact.held();
        String line = Stream.of(
                        held.from() == null ? "" : "from " + Wording.date(held.from()),
                        held.to() == null ? "" : "to " + Wording.date(held.to()),
                        held.recordedOn() == null ? "" : "recorded " + Wording.date(held.recordedOn()),
                        held.replacedOn() == null ? "" : "replaced " + Wording.date(held.replacedOn()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return line.isEmpty() ? "" : line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    }

    /** What speaks against the fact; empty where nothing does. */
    public static String doubts(Fact fact) {
        return fact.doubts().isEmpty() ? "" : "Doubtful: " + String.join(" ", fact.doubts());
    }
}
