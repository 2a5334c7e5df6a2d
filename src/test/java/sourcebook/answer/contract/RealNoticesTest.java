package sourcebook.answer.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.answer.Answering;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.model.Answer;
import sourcebook.model.Fact;

/** Questions over real notices of UK bodies, where those lie beside this project; they are no part of it. */
class RealNoticesTest {
    private static final Path SHARED = Path.of("..", "shared");
    private static final Path QUESTIONS = SHARED.resolve("eval/contract-facts-qa/dev/questions.jsonl");
    private static final List<Path> NOTICES = List.of(
            SHARED.resolve("samples/ocds-uk/packages"),
            SHARED.resolve("samples/ocds-uk/releases"),
            SHARED.resolve("samples/contracts-finder-lancashire"));
    private static final double ENOUGH = 0.97;

    @TempDir
    private Path folder;

    @Test
    void nearlyAllThatIsStatedIsAnsweredAndNearlyAllThatIsNotIsRefused() throws IOException {
        assumeTrue(Files.exists(QUESTIONS), "the notices are not at hand");
        assumeTrue(NOTICES.stream().allMatch(Files::exists), "the notices are not at hand");
        Path corpus = corpus();
        List<String> missed = new ArrayList<>();
        List<String> invented = new ArrayList<>();
        int answerable = 0;
        List<JsonNode> questions = questions();
        try (Library library = new Library(corpus, folder.resolve("state"), null, Clock.systemUTC())) {
            library.reindex(Order.by(Actor.operator("a test")), Progress.Watcher.NONE);
            Answering answering = new Answering(library::lease);
            for (JsonNode one : questions) {
                String asked = one.path("question").asText();
                Answer answer = answering.ask(asked, null, 1).answer();
                if (one.path("answerable").asBoolean()) {
                    answerable++;
                    if (!right(answer, one.path("answers"))) {
                        missed.add(asked);
                    }
                } else if (answer instanceof Answer.Found) {
                    invented.add(asked);
                }
            }
        }

        assertThat(missed).hasSizeLessThanOrEqualTo((int) ((1 - ENOUGH) * answerable));
        assertThat(invented).hasSizeLessThanOrEqualTo((int) ((1 - ENOUGH) * (questions.size() - answerable)));
    }

    private static boolean right(Answer answer, JsonNode golden) {
        return answer instanceof Answer.Found found
                && found.evidence().getFirst() instanceof Fact fact
                && StreamSupport.stream(golden.spliterator(), false)
                        .map(one -> one.path("text").asText())
                        .anyMatch(text ->
                                same(text, fact.value().figure()) || same(text, String.valueOf(found.headline())));
    }

    private static boolean same(String golden, String given) {
        return given.toLowerCase(Locale.ROOT).contains(golden.toLowerCase(Locale.ROOT))
                || sum(golden).equals(sum(given));
    }

    /** A figure as a number; words stay words. */
    private static Object sum(String text) {
        String bare = text.replaceAll("[£,\\s]|GBP", "");
        return bare.matches("\\d+(?:\\.\\d+)?") ? new BigDecimal(bare).stripTrailingZeros() : text;
    }

    private Path corpus() throws IOException {
        Path corpus = folder.resolve("corpus");
        Path articles = Files.createDirectories(corpus.resolve("articles"));
        Files.writeString(articles.resolve("one.txt"), "An article that stands here because a corpus has one.\n");
        Path contracts = Files.createDirectories(corpus.resolve("contracts"));
        for (Path notices : NOTICES) {
            try (Stream<Path> files = Files.list(notices)) {
                for (Path file :
                        files.filter(path -> !path.toString().endsWith(".md")).toList()) {
                    Files.copy(file, contracts.resolve(file.getFileName()));
                }
            }
        }
        return corpus;
    }

    private static List<JsonNode> questions() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> questions = new ArrayList<>();
        for (String line : Files.readAllLines(QUESTIONS)) {
            questions.add(json.readTree(line));
        }
        return questions;
    }
}
