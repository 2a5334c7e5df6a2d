package sourcebook.evaluate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static sourcebook.evaluate.Outcomes.RIGHT;
import static sourcebook.evaluate.Outcomes.WRONG;
import static sourcebook.evaluate.Outcomes.answered;
import static sourcebook.evaluate.Outcomes.invented;
import static sourcebook.evaluate.Outcomes.refused;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import sourcebook.evaluate.Comparison;
import sourcebook.evaluate.Outcome;
import sourcebook.evaluate.Outcome.Judged;

final class ReportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);
    private static final List<Outcome> OUTCOMES =
            List.of(answered(0.9, RIGHT), answered(0.7, WRONG, RIGHT), invented(0.5), refused(true, 0.1, RIGHT));

    @Test
    void eachSetHasItsTableAndFourCharts() throws IOException {
        Document page = page(OUTCOMES);

        assertThat(page.select("h2").eachText()).containsExactly("tiny", "other");
        assertThat(page.select("section:first-of-type svg")).hasSize(4);
        assertThat(page.select("section:first-of-type tbody tr:contains(right@1) td")
                        .eachText())
                .containsExactly("0.3333", "0.3333");
    }

    @Test
    void thePageFetchesAndRunsNothing() throws IOException {
        String html = Report.page(sets(OUTCOMES), DAY);

        assertThat(html).doesNotContain("<script", "<link", "<img", "src=", "href=", "url(", "http", "@import");
    }

    @Test
    void aMissSaysWhatWasAskedSaidAndRight() throws IOException {
        List<String> misses =
                page(OUTCOMES).select("section:first-of-type .misses li").eachText();

        assertThat(misses).hasSize(3);
        assertThat(misses.get(0))
                .contains("What is answerable?", "Said at 0.70", "Wrong words.", "Right: Right words.");
        assertThat(misses.get(1)).contains("Said at 0.50", "none answers");
        assertThat(misses.get(2)).contains("Refused at 0.10", "held back, and right", "Right words.");
    }

    @Test
    void wordsOfOthersAreEscaped() throws IOException {
        Judged hostile = new Judged("a", "<b>title</b>", "<script>alert(1)</script>", false, true);

        String html = Report.page(sets(List.of(answered(0.9, hostile))), DAY);

        assertThat(html).contains("&lt;script&gt;alert(1)").doesNotContain("<script>", "<b>title");
    }

    @Test
    void aLongQuoteIsCutBetweenCharacters() throws IOException {
        Judged endless = new Judged("a", "A", "x" + "😀".repeat(500), false, true);

        String quote = page(List.of(answered(0.9, endless)))
                .select("section:first-of-type blockquote")
                .text();

        assertThat(quote).isEqualTo("x" + "😀".repeat(200) + "…");
    }

    @Test
    void aSetWithoutAnswersIsDrawnToo() throws IOException {
        assertThat(page(List.of()).select("svg")).hasSize(8);
        assertThat(page(List.of()).text()).doesNotContain("NaN");
    }

    private static Document page(List<Outcome> outcomes) throws IOException {
        return Jsoup.parse(Report.page(sets(outcomes), DAY));
    }

    private static List<Comparison> sets(List<Outcome> outcomes) {
        return List.of(
                new Comparison("tiny", "dev", false, outcomes, outcomes),
                new Comparison("other", "dev", true, outcomes, outcomes));
    }
}
