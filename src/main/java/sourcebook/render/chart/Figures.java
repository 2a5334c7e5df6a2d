package sourcebook.render.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.render.chart.Chart.Bar;
import sourcebook.render.chart.Chart.Bars;
import sourcebook.render.chart.Chart.Month;
import sourcebook.render.chart.Chart.Pipeline;
import sourcebook.render.chart.Chart.Stretch;
import sourcebook.render.chart.Chart.Timeline;

/**
 * What a picture shows, as a table: all rows, also those that the picture has no room for.
 *
 * @param head one word or so for each column
 */
public record Figures(List<String> head, List<List<String>> rows) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final int SPOKEN = 6;

    public Figures {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    static Figures of(Chart chart) {
        return switch (chart) {
            case Timeline timeline ->
                new Figures(
                        List.of("Contract", "Start", "End", "With options"),
                        timeline.stretches().stream().map(Figures::row).toList());
            case Bars bars ->
                new Figures(
                        List.of("Name", bars.basis()),
                        bars.bars().stream()
                                .map(bar -> List.of(bar.label(), bar.shown()))
                                .toList());
            case Pipeline pipeline ->
                new Figures(
                        List.of("Month", "Contracts ending", "of which with an option to extend"),
                        pipeline.months().stream().map(Figures::row).toList());
        };
    }

    /** The picture in words, for those who cannot see it; long ones end with a count of what is left. */
    static String inWords(Chart chart) {
        List<String> parts = new ArrayList<>(
                switch (chart) {
                    case Timeline timeline ->
                        timeline.stretches().stream().map(Figures::words).toList();
                    case Bars bars -> bars.bars().stream().map(Figures::words).toList();
                    case Pipeline pipeline ->
                        pipeline.months().stream()
                                .filter(month -> month.ending() > 0)
                                .map(Figures::words)
                                .toList();
                });
        if (parts.isEmpty()) {
            return chart.title() + ": none.";
        }
        String spoken = parts.stream().limit(SPOKEN).collect(Collectors.joining("; "));
        int left = parts.size() - SPOKEN;
        String basis = chart instanceof Bars bars ? " (" + bars.basis() + ")" : "";
        return chart.title() + basis + ": " + spoken + (left > 0 ? "; and " + left + " more." : ".");
    }

    private static List<String> row(Stretch stretch) {
        return List.of(
                stretch.label(),
                day(stretch.start()),
                day(stretch.end()),
                stretch.extended() == null ? "" : day(stretch.extended()));
    }

    private static List<String> row(Month month) {
        return List.of(name(month.month()), String.valueOf(month.ending()), String.valueOf(month.extendable()));
    }

    private static String words(Stretch stretch) {
        String options = stretch.extended() == null ? "" : ", with options to " + day(stretch.extended());
        return stretch.label() + " from " + day(stretch.start()) + " to " + day(stretch.end()) + options;
    }

    private static String words(Bar bar) {
        return bar.label() + " " + bar.shown();
    }

    private static String words(Month month) {
        return name(month.month()) + " " + month.ending()
                + (month.extendable() == 0 ? "" : ", " + month.extendable() + " with an option");
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "not stated" : Notes.day(day);
    }

    private static String name(YearMonth month) {
        return MONTH.format(month);
    }
}
