package sourcebook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares with sentences divided by hand: one a line, an empty line between paragraphs. */
class SentenceGoldTest {
    private static final Path GOLD = Path.of("../shared/eval/sentences");
    private static final double ENOUGH = 0.98;

    @Test
    void nearlyAllSentencesAreSplitAsAPersonSplitsThem() throws IOException {
        assumeTrue(Files.isDirectory(GOLD), "skipped: there is no folder " + GOLD);

        for (Path file : files()) {
            List<String> gold = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            paragraphs(file).forEach(paragraph -> compare(paragraph, gold, wrong));

            assertThat(gold).as("sentences of " + file).isNotEmpty();
            assertThat(wrong).as("not found in " + file).hasSizeLessThanOrEqualTo((int) (gold.size() * (1 - ENOUGH)));
        }
    }

    private static void compare(List<String> paragraph, List<String> gold, List<String> wrong) {
        String text = String.join(" ", paragraph);
        List<String> split =
                Sentences.of(text).stream().map(span -> span.in(text)).toList();
        gold.addAll(paragraph);
        paragraph.stream().filter(sentence -> !split.contains(sentence)).forEach(wrong::add);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GOLD)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static List<List<String>> paragraphs(Path file) throws IOException {
        return Stream.of(Files.readString(file).split("\\n\\s*\\n"))
                .map(paragraph -> paragraph.strip().lines().toList())
                .toList();
    }
}
