package sourcebook.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.extract.Dates;
import sourcebook.corpus.extract.Decoding;
import sourcebook.corpus.extract.Unreadable;
import sourcebook.model.PartialDate;
import sourcebook.model.Party;
import sourcebook.model.Party.Ownership;
import sourcebook.model.Problem;

/**
 * Reads {@code names.csv}: a party a row with its other names divided by semicolons, and, on as many rows as there were
 * owners, who owned it from when to when.
 */
final class NamesFile {
    static final String NAME = "names.csv";
    private static final List<String> COLUMNS =
            List.of("name", "other names", "owner", "share", "from", "to", "source");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    /** What the rows seen so far say of one party. */
    private record Gathered(Set<String> otherNames, List<Ownership> owners) {
        Gathered() {
            this(new LinkedHashSet<>(), new ArrayList<>());
        }
    }

    private final Map<String, Gathered> parties = new LinkedHashMap<>();
    private final Consumer<Problem> problems;

    private NamesFile(Consumer<Problem> problems) {
        this.problems = problems;
    }

    static Collection<Party> read(Path file, Consumer<Problem> problems) throws IOException {
        NamesFile names = new NamesFile(problems);
        try (CSVParser rows = CSVParser.parse(new StringReader(Decoding.text(Files.readAllBytes(file))), FORMAT)) {
            names.read(rows);
        } catch (Unreadable e) {
            problems.accept(Problem.error(NAME, e.line(), e.what()));
        } catch (CSVException e) {
            names.problem(1, "not a table of comma-separated values: " + e.getMessage());
        }
        return names.parties();
    }

    private void read(CSVParser rows) {
        List<String> missing = COLUMNS.stream()
                .filter(column -> !rows.getHeaderMap().containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            problem(
                    1,
                    "the first line must name the columns " + String.join(", ", COLUMNS) + "; missing: "
                            + String.join(", ", missing));
            return;
        }
        int line = 1;
        try {
            for (CSVRecord row : rows) {
                line = Math.toIntExact(rows.getCurrentLineNumber());
                row(row, line);
            }
        } catch (UncheckedIOException e) {
            problem(line + 1, "not a table of comma-separated values: a quotation mark has no partner");
        }
    }

    private void row(CSVRecord row, int line) {
        if (row.size() != row.getParser().getHeaderNames().size()
                || row.get("name").isBlank()) {
            problem(line, "the row is left out: it needs a name and " + COLUMNS.size() + " columns");
            return;
        }
        Gathered party = parties.computeIfAbsent(row.get("name"), name -> new Gathered());
        Arrays.stream(row.get("other names").split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(party.otherNames::add);
        if (!row.get("owner").isBlank()) {
            party.owners.add(owner(row, line));
        }
    }

    private Ownership owner(CSVRecord row, int line) {
        return new Ownership(
                row.get("owner"),
                orNull(row.get("share")),
                date(row.get("from"), line),
                date(row.get("to"), line),
                orNull(row.get("source")));
    }

    private Collection<Party> parties() {
        return parties.entrySet().stream()
                .map(entry ->
                        new Party(entry.getKey(), List.copyOf(entry.getValue().otherNames), entry.getValue().owners))
                .toList();
    }

    private @Nullable PartialDate date(String written, int line) {
        if (written.isBlank()) {
            return null;
        }
        PartialDate date = Dates.read(written).orElse(null);
        if (date == null) {
            problem(line, "date " + written + " is left out: write it as 2015, 2015-07 or 2015-07-14");
        }
        return date;
    }

    private static @Nullable String orNull(String value) {
        return value.isBlank() ? null : value;
    }

    private void problem(int line, String what) {
        problems.accept(Problem.warning(NAME, line, what));
    }
}
