package sourcebook.corpus.contract;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sourcebook.corpus.contract.reading.Faults;

/** Goes through a table of comma-separated values row by row; where it stops being one is noted, and what stands before is read. */
final class CsvFile {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setIgnoreEmptyLines(true)
            .get();

    /** Takes rows by the names of their columns. */
    interface Rows {
        void row(Map<String, String> row) throws IOException;
    }

    /** Chooses by a table's columns what takes its rows. */
    interface Choice {
        Rows rows(List<String> columns);
    }

    private CsvFile() {}

    static void read(Path path, Faults faults, Choice choice) throws IOException {
        try (Reader in = new InputStreamReader(
                        Files.newInputStream(path),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
                CSVParser rows = CSVParser.parse(in, FORMAT)) {
            List<String> columns =
                    rows.getHeaderNames().stream().map(CsvFile::column).toList();
            Rows taker = choice.rows(columns);
            for (CSVRecord row : rows) {
                faults.atLine(Math.toIntExact(rows.getCurrentLineNumber()));
                if (row.size() != columns.size()) {
                    faults.refused(
                            "",
                            "a row of " + row.size() + " values under " + columns.size() + " columns; it is left out");
                } else {
                    taker.row(values(columns, row));
                }
            }
        } catch (CharacterCodingException e) {
            faults.refused("", "not UTF-8 text from here on; save the file as UTF-8");
        } catch (CSVException e) {
            faults.refused("", "not a table of comma-separated values from here on: " + e.getMessage());
        } catch (UncheckedIOException e) {
            faults.refused(
                    "",
                    e.getCause() instanceof CharacterCodingException
                            ? "not UTF-8 text from here on; save the file as UTF-8"
                            : "not a table of comma-separated values from here on: a quotation mark has no partner");
        } catch (IllegalArgumentException e) {
            faults.atLine(1);
            faults.refused("", "the first line does not name columns: " + e.getMessage());
        }
    }

    private static String column(String name) {
        return (name.startsWith("\ufeff") ? name.substring(1) : name).strip();
    }

    private static Map<String, String> values(List<String> columns, CSVRecord row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.get(i).strip());
        }
        return values;
    }
}
