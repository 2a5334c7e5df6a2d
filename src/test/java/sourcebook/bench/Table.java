package sourcebook.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, for people and, as JSON, for comparing. */
final class Table {
    private final List<Row> rows = new ArrayList<>();

    /** @param goal what the median should be, empty where there is no goal */
    private record Row(String what, String unit, double median, double min, double max, String goal) {}

    void section(String title) {
        rows.add(new Row(title, "", Double.NaN, Double.NaN, Double.NaN, ""));
    }

    void row(String what, String unit, Spread spread) {
        add(what, unit, spread, "");
    }

    void atMost(double goal, String what, String unit, Spread spread) {
        add(what, unit, spread, "<= " + goal + (spread.median() <= goal ? "  met" : "  MISSED"));
    }

    void atLeast(double goal, String what, String unit, Spread spread) {
        add(what, unit, spread, ">= " + goal + (spread.median() >= goal ? "  met" : "  MISSED"));
    }

    void print(PrintStream out) {
        out.printf("%n%-58s %-6s %9s %9s %9s  %s%n", "", "", "median", "min", "max", "goal");
        for (Row row : rows) {
            if (Double.isNaN(row.median)) {
                out.println(row.what);
            } else {
                out.printf(
                        "  %-56s %-6s %9s %9s %9s  %s%n",
                        row.what, row.unit, number(row.median), number(row.min), number(row.max), row.goal);
            }
        }
    }

    void write(Path file, String summary) throws IOException {
        List<Row> measured =
                rows.stream().filter(row -> !Double.isNaN(row.median)).toList();
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), Map.of("corpus", summary, "rows", measured));
    }

    private void add(String what, String unit, Spread spread, String goal) {
        rows.add(new Row(what, unit, spread.median(), spread.min(), spread.max(), goal));
    }

    private static String number(double value) {
        String format = value >= 1_000 ? "%,.0f" : value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
