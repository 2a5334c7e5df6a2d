package sourcebook.index.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sourcebook.Fixture;
import sourcebook.model.Quote;

@SuppressWarnings("NullAway.Init")
final class PlainBm25Test {
    private PlainBm25 index;

    @BeforeEach
    void open() throws IOException {
        index = new PlainBm25(Fixture.ALL);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void theSentenceWithTheRarestWordsComesFirst() throws IOException {
        List<Quote> quotes = index.search("how many staff did the auditors count?", null, 5);

        assertThat(quotes.getFirst().text()).isEqualTo("The auditors counted 3,100 staff on the payroll in 2021.");
        assertThat(quotes).extracting(Quote::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aSentenceIsFoundByItsArticlesTitleToo() throws IOException {
        List<Quote> quotes = index.search("school", null, 5);

        assertThat(quotes).extracting(Quote::text).contains("Parents pay £2.40 for a meal.");
    }

    @Test
    void aScopeShutsOutOtherArticles() throws IOException {
        List<Quote> quotes = index.search("Acme payroll contract", "acme-schools", 5);

        assertThat(quotes)
                .isNotEmpty()
                .allMatch(quote -> quote.citation().article().equals("acme-schools"));
    }

    @Test
    void noMoreAreGivenThanAskedFor() throws IOException {
        assertThat(index.search("payroll", null, 2)).hasSize(2);
    }

    @Test
    void whatMatchesNothingFindsNothing() throws IOException {
        assertThat(index.search("the of and", null, 5)).isEmpty();
        assertThat(index.search("tungsten", null, 5)).isEmpty();
        assertThat(index.search("", null, 5)).isEmpty();
    }

    @Test
    void queryMarksAreWords() throws IOException {
        assertThat(index.search("libraries AND (NOT \"e-books\" ~ *:", null, 1)).hasSize(1);
    }

    @Test
    void eachArticleIsRankedOnceByItsBestSentence() throws IOException {
        assertThat(index.articles("seven-year payroll contract in March", null, 10))
                .containsExactly("acme-payroll", "acme-schools");
        assertThat(index.articles("seven-year payroll contract in March", null, 1))
                .containsExactly("acme-payroll");
    }
}
