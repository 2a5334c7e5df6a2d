package sourcebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sourcebook.Fixture;
import sourcebook.evaluate.QuestionSet.Question;
import sourcebook.model.Article;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;

final class JudgeTest {
    private static final String FIRST = "Die STRASSE ist  lang.";
    private static final Article ARTICLE =
            Fixture.article("a", "A title", null, FIRST + " It is not paved. " + "x".repeat(600));
    private static final Span WHOLE_FIRST = new Span(0, FIRST.length());

    @Test
    void aQuoteThatTouchesTheRightPlaceIsRight() {
        Question question = asking(Set.of("a"), List.of(new Span(4, 10)), List.of());

        assertThat(Judge.right(quote(WHOLE_FIRST), question)).isTrue();
        assertThat(Judge.right(quote(new Span(9, 15)), question)).isTrue();
        assertThat(Judge.right(quote(new Span(10, 15)), question)).isFalse();
    }

    @Test
    void theRightPlaceInAnotherArticleIsWrong() {
        Question question = asking(Set.of("b"), List.of(new Span(4, 10)), List.of());

        assertThat(Judge.right(quote(WHOLE_FIRST), question)).isFalse();
    }

    @Test
    void aPageIsNoQuote() {
        Question question = asking(Set.of("a"), List.of(new Span(4, 10)), List.of());

        assertThat(Judge.right(quote(new Span(0, 500)), question)).isTrue();
        assertThat(Judge.right(quote(new Span(0, 501)), question)).isFalse();
    }

    @Test
    void aSentenceIsTheSameWhateverItsSpacesAndCapitals() {
        assertThat(Judge.right(
                        quote(WHOLE_FIRST), asking(Set.of("a"), List.of(), List.of("die\u00a0straße ist lang."))))
                .isTrue();
        assertThat(Judge.right(quote(WHOLE_FIRST), asking(Set.of("a"), List.of(), List.of("die straße ist kurz."))))
                .isFalse();
    }

    @Test
    void aPartOfARightSentenceMustBeMoreThanAFewWords() {
        String right = "indeed, die strasse ist lang. and so on";
        Question question = asking(Set.of("a"), List.of(), List.of(right));

        assertThat(Judge.right(quote(WHOLE_FIRST), question)).isTrue();
        assertThat(Judge.right(quote(new Span(0, 11)), question)).isFalse();
    }

    @Test
    void whereNoWordsAreGivenTheArticleDecides() {
        assertThat(Judge.right(quote(WHOLE_FIRST), asking(Set.of("a"), List.of(), List.of())))
                .isTrue();
        assertThat(Judge.right(quote(WHOLE_FIRST), asking(Set.of("b"), List.of(), List.of())))
                .isFalse();
    }

    @Test
    void nothingIsRightWhereThereIsNoAnswer() {
        Question question = new Question("q", "?", null, false, Set.of("a"), List.of(), List.of(), 0);

        assertThat(Judge.right(quote(WHOLE_FIRST), question)).isFalse();
    }

    private static Question asking(Set<String> relevant, List<Span> spans, List<String> sentences) {
        @Nullable String everywhere = null;
        List<Quote.Place> places =
                spans.stream().map(span -> new Quote.Place(ARTICLE.id(), span)).toList();
        return new Question("q", "?", everywhere, true, relevant, places, sentences, 10);
    }

    private static Quote quote(Span span) {
        Passage passage = Passage.of(ARTICLE, new Span(0, ARTICLE.text().length()));
        return new Quote(passage, span, null, 1);
    }
}
