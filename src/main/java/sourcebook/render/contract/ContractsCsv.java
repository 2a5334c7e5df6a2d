package sourcebook.render.contract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sourcebook.model.Fact;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Value;
import sourcebook.render.FactWording;
import sourcebook.render.Links;

/**
 * Contracts as comma-separated values (RFC 4180), a row each. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it, as OWASP's page on CSV injection advises; plain numbers stay numbers.
 */
public final class ContractsCsv {
    /** A table for a person has no more rows than this; whoever wants them all has the files. */
    public static final int MOST_ROWS = 10_000;

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final List<String> HEAD = List.of(
            "id",
            "title",
            "buyer",
            "supplier",
            "value",
            "currency",
            "basis",
            "start",
            "end",
            "option to extend",
            "award date",
            "cpv",
            "doubts",
            "source",
            "link");

    private ContractsCsv() {}

    public static String of(List<Contract> contracts, Links links) {
        return Stream.concat(Stream.of(HEAD), contracts.stream().map(contract -> row(contract, links)))
                .map(row -> row.stream().map(ContractsCsv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static List<String> row(Contract contract, Links links) {
        Optional<Fact> value = contract.shown(Predicate.VALUE);
        return List.of(
                contract.id(),
                contract.title(),
                all(contract, Predicate.BUYER),
                all(contract, Predicate.SUPPLIER),
                figure(value),
                value.flatMap(fact -> Optional.ofNullable(fact.value().unit())).orElse(""),
                value.map(fact -> basis(fact.value())).orElse(""),
                figure(contract.shown(Predicate.START)),
                figure(contract.shown(Predicate.END)),
                contract.shown(Predicate.EXTENSION)
                        .map(f -> FactWording.value(f.value()))
                        .orElse(""),
                figure(contract.shown(Predicate.AWARDED_ON)),
                all(contract, Predicate.CATEGORY),
                contract.facts().stream()
                        .flatMap(f -> f.doubts().stream())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                value.or(() -> contract.facts().stream().findFirst())
                        .map(FactWording::source)
                        .orElse(""),
                links.contract(contract.id()));
    }

    private static String all(Contract contract, Predicate predicate) {
        return contract.standing(predicate).stream()
                .map(fact -> fact.value().figure())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String figure(Optional<Fact> fact) {
        return fact.map(f -> f.value().figure()).orElse("");
    }

    private static String basis(Value value) {
        String basis = FactWording.basis(value);
        return basis == null ? "" : basis;
    }

    private static String cell(String text) {
        String safe = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        boolean quoted = safe.matches("(?s).*[\",\\r\\n].*") || !safe.equals(safe.strip());
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
