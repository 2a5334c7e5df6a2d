package sourcebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.model.Span;
import sourcebook.text.Passages.Stretch;

class PassagesTest {
    private static final String SENTENCE = "The council signed a contract for payroll with a supplier.";
    private static final String LONG_PARAGRAPH = String.join(" ", List.of(SENTENCE, SENTENCE, SENTENCE, SENTENCE)) + " "
            + String.join(" ", List.of(SENTENCE, SENTENCE, SENTENCE));

    @Test
    void shortParagraphsShareAPassage() {
        List<Stretch> passages = Passages.of("A heading\n\n" + SENTENCE + "\n \t\n" + SENTENCE);

        assertThat(passages).singleElement().satisfies(passage -> {
            assertThat(passage.sentences()).hasSize(3);
            assertThat(passage.span())
                    .isEqualTo(new Span(0, passage.sentences().getLast().end()));
        });
    }

    @Test
    void aParagraphAfterALongOneBeginsAPassage() {
        List<Stretch> passages = Passages.of(LONG_PARAGRAPH + "\n\n" + SENTENCE);

        assertThat(passages).hasSize(2);
        assertThat(passages.getLast().sentences()).hasSize(1);
    }

    @Test
    void aVeryLongParagraphIsCutBetweenSentences() {
        String text = String.join(" ", List.of(LONG_PARAGRAPH, LONG_PARAGRAPH, LONG_PARAGRAPH));

        List<Stretch> passages = Passages.of(text);

        assertThat(passages).hasSizeGreaterThan(1);
        assertThat(sentences(passages, text)).hasSize(21).containsOnly(SENTENCE);
        assertThat(passages).allMatch(passage -> passage.span().length() <= 1_000);
    }

    @Test
    void aSentenceLongerThanAPassageIsAPassageOfItsOwn() {
        String endless = "Word ".repeat(400).strip() + ".";

        List<Stretch> passages = Passages.of(SENTENCE + " " + endless + " " + SENTENCE);

        assertThat(passages).hasSize(3);
        assertThat(passages.get(1).span().length()).isEqualTo(endless.length());
    }

    @Test
    void aSentenceNeverCrossesAParagraph() {
        String text = "it has no full stop\n\nand neither has this";

        assertThat(sentences(Passages.of(text), text)).containsExactly("it has no full stop", "and neither has this");
    }

    @Test
    void blankTextHasNoPassages() {
        assertThat(Passages.of("")).isEmpty();
        assertThat(Passages.of(" \n\n \t \n\n")).isEmpty();
    }

    @Test
    void paragraphsAreWhatBlankLinesDivide() {
        String text = "\n\none\nstill one\n \n\n\ntwo\r\n\r\nthree\n\n";

        assertThat(Passages.paragraphs(text))
                .extracting(span -> span.in(text).strip())
                .containsExactly("one\nstill one", "two", "three");
    }

    private static List<String> sentences(List<Stretch> passages, String text) {
        List<String> sentences = new ArrayList<>();
        passages.forEach(passage -> passage.sentences().forEach(span -> sentences.add(span.in(text))));
        return sentences;
    }
}
