package sourcebook.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.Fixture;
import sourcebook.model.Article;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;

final class SelectionTest {
    private static final Quote A1 = quote("a", "One came.");
    private static final Quote A2 = quote("a", "Two came.");
    private static final Quote A3 = quote("a", "Three came.");
    private static final Quote B1 = quote("b", "Four came.");
    private static final Quote B3 = quote("b", "Three came.");
    private static final Quote ALTERED = altered(quote("c", "Five came."));

    @Test
    void theBestAreChosenUpToTheLimit() {
        assertThat(chosen(2, A1, B1, A2)).containsExactly(A1, B1);
        assertThat(chosen(1, A1, B1)).containsExactly(A1);
        assertThat(chosen(5, A1, B1)).containsExactly(A1, B1);
    }

    @Test
    void theLastMakesRoomForASecondArticle() {
        assertThat(chosen(2, A1, A2, A3, B1)).containsExactly(A1, B1);
    }

    @Test
    void noWordsAreChosenTwice() {
        assertThat(chosen(3, A3, B3, A1)).containsExactly(A3, A1);
    }

    @Test
    void wordsThatWereSeenButNotChosenDoNotComeInFromAnotherArticle() {
        assertThat(chosen(2, A1, A2, A3, B3)).containsExactly(A1, A2);
    }

    @Test
    void alteredSourcesAreLeftOutAndCounted() {
        Selection selection = new Selection(2, 1);

        List.of(ALTERED, A1).forEach(selection::offer);

        assertThat(selection.chosen()).containsExactly(A1);
        assertThat(selection.altered()).isEqualTo(1);
    }

    @Test
    void noMoreAreWantedThanAreShown() {
        Selection selection = new Selection(2, 1);

        selection.offer(A1);
        assertThat(selection.wants(1)).isTrue();
        selection.offer(B1);

        assertThat(selection.wants(1)).isFalse();
    }

    @Test
    void aSecondArticleIsLookedForAmongTheFirstTen() {
        Selection selection = new Selection(1 + 1, 1);

        for (int i = 0; i < Selection.LOOKED_AT; i++) {
            assertThat(selection.wants(1)).isTrue();
            selection.offer(quote("a", "Number " + i + " came."));
        }

        assertThat(selection.wants(1)).isFalse();
    }

    @Test
    void whatIsMuchWorseThanTheBestIsNotWanted() {
        Selection selection = new Selection(3, 4);

        assertThat(selection.wants(2)).isTrue();
        assertThat(selection.wants(1.9)).isFalse();
    }

    @Test
    void theBestIsWantedHoweverLowItsScore() {
        assertThat(new Selection(3, -4).wants(-4)).isTrue();
    }

    private static List<Quote> chosen(int limit, Quote... ranked) {
        Selection selection = new Selection(limit, 1);
        for (Quote quote : ranked) {
            if (selection.wants(1)) {
                selection.offer(quote);
            }
        }
        return selection.chosen();
    }

    private static Quote quote(String article, String sentence) {
        Article source = Fixture.article(article, "Title", null, sentence);
        Span span = new Span(0, sentence.length());
        return new Quote(Passage.of(source, span), span, null, 1);
    }

    private static Quote altered(Quote quote) {
        Passage passage = quote.passage();
        Passage other =
                new Passage(passage.citation(), passage.start(), passage.text().replace('e', 'o'), passage.sha256());
        return new Quote(other, quote.span(), null, 1);
    }
}
