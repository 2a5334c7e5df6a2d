package sourcebook.corpus.fetch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sourcebook.corpus.extract.Decoding;
import sourcebook.corpus.extract.Unreadable;
import sourcebook.model.Problem;

/** Reads {@code feeds.csv}: a feed a row. */
final class FeedsFile {
    static final String NAME = "feeds.csv";
    private static final List<String> COLUMNS = List.of("url", "publisher", "name", "full-text");
    private static final Map<String, Boolean> YES_OR_NO = Map.of("yes", true, "no", false);
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final List<Feed> feeds = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private FeedsFile() {}

    /**
     * What the file says.
     *
     * @param names of all rows, also of those that are left out: what was fetched for them stays
     * @param whole whether no row is lost, so that a feed that is not named was taken out
     */
    record Read(List<Feed> feeds, Set<String> names, boolean whole) {}

    static Read read(Path file, Consumer<Problem> problems) throws IOException {
        FeedsFile read = new FeedsFile();
        boolean whole = !Files.exists(file) || read.rows(file);
        read.problems.forEach(problems);
        return new Read(List.copyOf(read.feeds), Set.copyOf(read.names), whole);
    }

    /** Whether the file could be read to its end. */
    private boolean rows(Path file) throws IOException {
        try (CSVParser rows = CSVParser.parse(new StringReader(Decoding.text(Files.readAllBytes(file))), FORMAT)) {
            if (!rows.getHeaderNames().containsAll(COLUMNS)) {
                problem(1, "the first line must name the columns " + String.join(", ", COLUMNS));
                return false;
            }
            for (CSVRecord row : rows) {
                row(row, Math.toIntExact(rows.getCurrentLineNumber()));
            }
            return problems.isEmpty();
        } catch (Unreadable e) {
            problem(e.line(), e.what());
        } catch (CSVException | UncheckedIOException e) {
            problem(0, "not a table of comma-separated values: " + e.getMessage());
        }
        return false;
    }

    private void row(CSVRecord row, int line) {
        if (!row.isConsistent()) {
            problem(line, "the row is left out: it needs " + COLUMNS.size() + " columns");
            return;
        }
        String name = row.get("name");
        boolean first = names.add(name);
        Boolean fullText = YES_OR_NO.get(row.get("full-text"));
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            problem(line, "the row is left out: a name has small letters, digits and hyphens, at most 40");
        } else if (!first) {
            problem(line, "the row is left out: another feed is called " + name);
        } else if (fullText == null) {
            problem(line, "the row is left out: full-text is yes or no");
        } else {
            feeds.add(new Feed(row.get("url"), row.get("publisher"), name, fullText));
        }
    }

    private void problem(int line, String what) {
        problems.add(Problem.error(NAME, line, what));
    }
}
