package sourcebook.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WordPieceTest {
    private static final List<String> PIECES =
            List.of("[CLS]", "[SEP]", "[UNK]", "out", "##sourc", "##ing", "cafe", "a", ",", "£", "1", "日", "本");
    private static final WordPiece WORD_PIECE = new WordPiece(vocabulary());

    @Test
    void aWordIsSplitIntoTheLongestKnownPieces() {
        assertThat(pieces("Outsourcing")).containsExactly("[CLS]", "out", "##sourc", "##ing", "[SEP]");
    }

    @Test
    void accentsAndCapitalsAreFolded() {
        assertThat(pieces("CAFÉ")).containsExactly("[CLS]", "cafe", "[SEP]");
    }

    @Test
    void punctuationAndChineseCharactersStandAlone() {
        assertThat(pieces("a,a 日本")).containsExactly("[CLS]", "a", ",", "a", "日", "本", "[SEP]");
    }

    @Test
    void aWordWithAnUnknownPartIsUnknown() {
        assertThat(pieces("outside")).containsExactly("[CLS]", "[UNK]", "[SEP]");
        assertThat(pieces("a".repeat(101))).containsExactly("[CLS]", "[UNK]", "[SEP]");
    }

    @Test
    void aLongTextIsCutBeforeTheEndMark() {
        assertThat(pieces("a a a a a a a a a a a a")).hasSize(8).endsWith("[SEP]");
    }

    @Test
    void aVocabularyWithoutSpecialPiecesIsRefused() {
        assertThatThrownBy(() -> new WordPiece(Map.of("a", 0))).hasMessageContaining("[CLS]");
    }

    private static List<String> pieces(String text) {
        return java.util.Arrays.stream(WORD_PIECE.ids(text, 8))
                .mapToObj(id -> PIECES.get((int) id))
                .toList();
    }

    private static Map<String, Integer> vocabulary() {
        Map<String, Integer> vocabulary = new HashMap<>();
        PIECES.forEach(piece -> vocabulary.put(piece, vocabulary.size()));
        return vocabulary;
    }
}
