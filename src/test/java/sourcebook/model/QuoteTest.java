package sourcebook.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sourcebook.model.Passage.Altered;

class QuoteTest {
    private static final Citation CITATION = new Citation("police/met", "Payroll", null, null, null, null, null);
    private static final Article ARTICLE =
            new Article(CITATION, "First it began. The Met pays £5m 😀 for payroll. Then it ended.");
    private static final Span SENTENCE = new Span(16, 48);
    private static final Passage PASSAGE =
            Passage.of(ARTICLE, new Span(16, ARTICLE.text().length()));

    @Test
    void aQuoteIsCutFromItsSource() {
        Quote quote = new Quote(PASSAGE, SENTENCE, null, 1);

        assertThat(quote.text()).isEqualTo("The Met pays £5m 😀 for payroll.");
        assertThat(quote.text()).isEqualTo(SENTENCE.in(ARTICLE.text()));
        assertThat(quote.citation()).isEqualTo(CITATION);
        assertThat(quote.place()).isEqualTo(new Quote.Place("police/met", SENTENCE));
    }

    @ParameterizedTest
    @CsvSource({"15, 20", "0, 15", "40, 65", "20, 20", "70, 80"})
    void aQuoteNeverLiesOutsideItsPassage(int start, int end) {
        assertThatThrownBy(() -> new Quote(PASSAGE, new Span(start, end), null, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a quote's span must be a part of its passage, got " + start + "-" + end);
    }

    @Test
    void alteredTextIsNotQuoted() {
        Passage altered = new Passage(CITATION, 16, PASSAGE.text().replace("£5m", "£6m"), PASSAGE.sha256());

        assertThat(altered.intact()).isFalse();
        assertThatThrownBy(new Quote(altered, SENTENCE, null, 1)::text)
                .isInstanceOf(Altered.class)
                .hasMessage("the stored text of article police/met at 16 no longer matches its SHA-256;"
                        + " reindex the corpus");
    }

    @Test
    void aChangeOutsideTheQuoteIsSeenToo() {
        Passage altered = new Passage(CITATION, 16, PASSAGE.text() + " ", PASSAGE.sha256());

        assertThatThrownBy(() -> altered.cut(SENTENCE)).isInstanceOf(Altered.class);
    }

    @Test
    void aPassageIsCutOnlyWithinItself() {
        assertThatThrownBy(() -> PASSAGE.cut(new Span(10, 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("span 10-20 must lie within its passage 16-"
                        + ARTICLE.text().length());
        assertThat(PASSAGE.cut(PASSAGE.span())).isEqualTo(PASSAGE.text());
    }

    @Test
    void aPassageKnowsItsPlaceAndHash() {
        assertThat(PASSAGE.span()).isEqualTo(new Span(16, ARTICLE.text().length()));
        assertThat(PASSAGE.intact()).isTrue();
        assertThat(Passage.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void wordsAreComparedWhereverTheyStand() {
        Quote quote = new Quote(PASSAGE, SENTENCE, null, 1);
        Article other = new Article(CITATION, "The Met pays £5m 😀 for payroll. The Met pays £6m 😀 for payroll.");
        Passage passage = Passage.of(other, new Span(0, other.text().length()));

        assertThat(quote.sameWords(new Quote(passage, new Span(0, 32), null, 1)))
                .isTrue();
        assertThat(quote.sameWords(new Quote(passage, new Span(33, 65), null, 1)))
                .isFalse();
        assertThat(quote.sameWords(new Quote(passage, new Span(0, 31), null, 1)))
                .isFalse();
    }

    @Test
    void aHashThatIsNoneIsNotTheTexts() {
        String hash = PASSAGE.sha256();

        assertThat(new Passage(CITATION, 16, PASSAGE.text(), "").intact()).isFalse();
        assertThat(new Passage(CITATION, 16, PASSAGE.text(), hash + "0").intact())
                .isFalse();
        assertThat(new Passage(CITATION, 16, PASSAGE.text(), "g" + hash.substring(1)).intact())
                .isFalse();
        assertThat(new Passage(CITATION, 16, PASSAGE.text(), hash.substring(0, 63) + "g").intact())
                .isFalse();
    }
}
