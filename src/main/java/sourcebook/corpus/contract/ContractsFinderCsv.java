package sourcebook.corpus.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.contract.reading.Faults;
import sourcebook.corpus.contract.reading.Json;
import sourcebook.corpus.contract.reading.PartyKeys;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Value;

/** Reads a row of the table that Contracts Finder exports: a notice, awarded or not. Its sums are in pounds sterling. */
final class ContractsFinderCsv {
    /** What tells such a table from other tables. */
    static final List<String> COLUMNS =
            List.of("id", "organisation", "title", "status", "awarded_date", "awarded_value", "awarded_supplier");

    private static final String PUBLISHER = "Contracts Finder";
    private static final Pattern NOBODY =
            Pattern.compile("(?i)not awarded(?: to supplier)?|none|n/?a|no supplier|not applicable|tbc");
    /** Suppliers are divided by commas without a space; a comma with one stands inside a name. */
    private static final Pattern BETWEEN = Pattern.compile(",(?=\\S)");

    private final Map<String, String> row;
    private final PartyKeys parties;
    private final Faults faults;
    private final Fact.Subject subject;
    private final List<Fact> facts = new ArrayList<>();

    private ContractsFinderCsv(Map<String, String> row, PartyKeys parties, Faults faults) {
        this.row = row;
        this.parties = parties;
        this.faults = faults;
        this.subject =
                new Fact.Subject(field("id"), field("organisation").isEmpty() ? null : field("organisation"), title());
    }

    /** The contract of a row; empty where the row has no id. */
    static Optional<Contract> contract(Map<String, String> row, PartyKeys parties, Faults faults) {
        if (row.getOrDefault("id", "").isBlank()) {
            faults.refused("", "a row without an id; it is left out");
            return Optional.empty();
        }
        ContractsFinderCsv reading = new ContractsFinderCsv(row, parties, faults);
        reading.read();
        String description = reading.field("description");
        return Optional.of(new Contract(
                reading.field("id"), reading.title(), description.isEmpty() ? null : description, reading.facts));
    }

    private void read() {
        named(Predicate.BUYER, "organisation", Stream.of(field("organisation")));
        words(Predicate.STATUS, "status");
        day(Predicate.DEADLINE, "deadline_date");
        category();
        if (field("status").equals("awarded")) {
            awarded();
        }
        range();
    }

    private void awarded() {
        String suppliers = field("awarded_supplier");
        if (!NOBODY.matcher(suppliers).matches()) {
            named(Predicate.SUPPLIER, "awarded_supplier", BETWEEN.splitAsStream(suppliers));
            amount("awarded_value", Basis.Kind.AWARD);
            day(Predicate.AWARDED_ON, "awarded_date");
        }
    }

    /** What was expected before the award; an upper end of 0 means that one sum was given. */
    private void range() {
        boolean open = field("value_high").isEmpty() || field("value_high").equals("0");
        if (open || field("value_high").equals(field("value_low"))) {
            estimate("value_low", Basis.Kind.ESTIMATE);
        } else {
            estimate("value_low", Basis.Kind.MINIMUM);
            estimate("value_high", Basis.Kind.CEILING);
        }
    }

    private void estimate(String column, Basis.Kind kind) {
        if (!field(column).equals("0")) {
            amount(column, kind);
        }
    }

    private void named(Predicate predicate, String column, Stream<String> names) {
        names.map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .forEach(name -> add(predicate, parties.named(name), column));
    }

    private void words(Predicate predicate, String column) {
        if (!field(column).isEmpty()) {
            add(predicate, new Value.Words(field(column)), column);
        }
    }

    private void category() {
        BETWEEN.splitAsStream(field("cpv_codes"))
                .map(String::strip)
                .filter(code -> code.matches("\\d{8}(?:-\\d)?"))
                .forEach(code -> add(Predicate.CATEGORY, new Value.Words(code), "cpv_codes"));
    }

    private void day(Predicate predicate, String column) {
        if (field(column).isEmpty()) {
            return;
        }
        Json.date(field(column))
                .ifPresentOrElse(
                        date -> add(predicate, new Value.Day(date), column),
                        () -> faults.odd(column, "not a date such as 2026-07-14; it is not read"));
    }

    private void amount(String column, Basis.Kind kind) {
        if (field(column).isEmpty()) {
            return;
        }
        Json.number(Json.MAPPER.getNodeFactory().textNode(field(column)))
                .ifPresentOrElse(
                        sum -> add(Predicate.VALUE, new Value.Amount(new Money(sum, "GBP"), Basis.of(kind)), column),
                        () -> faults.odd(column, "not a number; it is not read"));
    }

    private void add(Predicate predicate, Value value, String column) {
        String words = column + ": " + field(column);
        PartialDate published = Json.date(field("published_date")).orElse(null);
        Source.Notice notice = new Source.Notice(field("id"), field("id"), words, PUBLISHER, url(), published);
        facts.add(new Fact(subject, predicate, value, Held.recorded(published), notice, List.of(), 0));
    }

    private @Nullable String url() {
        return field("url").matches("https?://\\S+") ? field("url") : null;
    }

    private String title() {
        return field("title").isEmpty()
                ? "Notice " + field("id")
                : field("title").replaceAll("\\s+", " ");
    }

    private String field(String column) {
        return row.getOrDefault(column, "").strip();
    }
}
