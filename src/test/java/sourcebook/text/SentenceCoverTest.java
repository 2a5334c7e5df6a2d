package sourcebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sourcebook.model.Span;

/** Random texts; {@code -Dtest.seed=n} repeats a run. */
class SentenceCoverTest {
    private static final int TEXTS = 3_000;
    private static final List<String> PIECES = List.of(
            "The", "council", "£1.3bn", "Ms", "plc", "No", "10", "e.g", "U.S", "p.m", "et al", "J", "A", "St", ".", ".",
            ".", "!", "?", "…", "...", "\"", "”", "“", "(", ")", "[1]", ",", ";", " ", " ", " ", " ", "\n", "\n\n",
            "\n- ", "\n(a) ", "\n1. ", "\u00a0", "\t", "\r\n", "\u2028", "😀", "\ud83d", "é", "ß", "said", "\u0000");

    @Test
    void everyCharacterButSpaceLiesInExactlyOneSentence() {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println("test.seed=" + seed);
        Random random = new Random(seed);

        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            assertCovered(text, Sentences.of(text));
            assertCovered(
                    text,
                    Passages.of(text).stream()
                            .flatMap(passage -> passage.sentences().stream())
                            .toList());
        }
    }

    private static void assertCovered(String text, List<Span> sentences) {
        int at = 0;
        for (Span sentence : sentences) {
            assertThat(sentence.start()).as("start in <%s>", text).isGreaterThanOrEqualTo(at);
            assertThat(text.substring(at, sentence.start())).matches(SentenceCoverTest::blank, "left out");
            assertThat(sentence.length()).isPositive();
            assertThat(sentence.in(text)).satisfies(SentenceCoverTest::isTrimmed);
            at = sentence.end();
        }
        assertThat(text.substring(at)).matches(SentenceCoverTest::blank, "left out");
    }

    private static void isTrimmed(String sentence) {
        assertThat(blank(sentence.substring(0, 1))).isFalse();
        assertThat(blank(sentence.substring(sentence.length() - 1))).isFalse();
    }

    private static boolean blank(String text) {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(1, 60), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }
}
