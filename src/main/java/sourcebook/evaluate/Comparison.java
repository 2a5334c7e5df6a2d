package sourcebook.evaluate;

import java.util.ArrayList;
import java.util.List;
import sourcebook.evaluate.Scores.Measure;

/**
 * One set's questions, answered by us and by plain BM25.
 *
 * @param articles whether the set asks for articles, not for words in them
 * @param ours in the order of the questions, as {@code baseline} is
 */
public record Comparison(String set, String split, boolean articles, List<Outcome> ours, List<Outcome> baseline) {
    private static final String ROW = "%22s: %8s  %8s";

    public Comparison {
        ours = List.copyOf(ours);
        baseline = List.copyOf(baseline);
    }

    /**
     * A figure of both.
     *
     * @param ours as it is printed
     */
    public record Row(String name, String ours, String baseline) {
        String line() {
            return String.format(ROW, name, ours, baseline).stripTrailing();
        }
    }

    /** Every figure, in the order it is shown. */
    public List<Row> rows() {
        List<Measure> left = Scores.of(ours, articles);
        List<Measure> right = Scores.of(baseline, articles);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Measure measure = left.get(i);
            rows.add(new Row(measure.name(), measure.shown(), right.get(i).shown()));
        }
        return rows;
    }

    /** As it is printed. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%22s: %s", "set", set));
        lines.add(String.format("%22s: %s", "split", split));
        lines.add(String.format("%22s  %8s  %8s", "", "ours", "BM25"));
        rows().forEach(row -> lines.add(row.line()));
        return lines;
    }

    /** Quotes of ours whose words do not stand where they say; there must be none. */
    public List<String> altered() {
        return ours.stream()
                .flatMap(outcome -> outcome.quotes().stream()
                        .filter(quote -> !quote.verbatim())
                        .map(quote -> outcome.question().id() + ": “" + quote.text() + "” in " + quote.article()))
                .toList();
    }
}
