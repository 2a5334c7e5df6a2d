package sourcebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.app.Commands.Outcome;

@SuppressWarnings("NullAway.Init")
final class BatchTest {
    private static final String GOOD = "{\"id\":\"a\",\"question\":\"" + SmallCorpus.WORTH_QUESTION + "\"}";

    @TempDir
    Path folder;

    private Commands commands;

    @BeforeEach
    void corpus() throws IOException {
        commands = Commands.over(SmallCorpus.in(folder));
        commands.run("reindex");
    }

    @Test
    void eachLineIsAnsweredInItsTurn() throws IOException {
        Outcome outcome =
                batch(GOOD + "\n\n{\"id\":\"b é\",\"question\":\"" + SmallCorpus.NO_ANSWER + "\",\"extra\":1}");

        assertThat(outcome.status()).isEqualTo(0);
        assertThat(outcome.err()).isEmpty();
        assertThat(answers(outcome))
                .extracting(answer -> answer.path("id").asText() + " "
                        + answer.path("outcome").asText())
                .containsExactly("a found", "b é not_found");
    }

    @Test
    void aScopeIsTheOneArticleToAnswerFrom() throws IOException {
        Outcome outcome = batch(GOOD.replace("}", ",\"scope\":\"police/met\"}") + "\n"
                + GOOD.replace("}", ",\"scope\":\"it/payroll\"}") + "\n"
                + GOOD.replace("}", ",\"scope\":\"no/where\"}") + "\n"
                + GOOD.replace("}", ",\"scope\":null}"));

        assertThat(outcome.status()).isEqualTo(0);
        assertThat(answers(outcome))
                .extracting(answer -> answer.path("outcome").asText())
                .containsExactly("found", "not_found", "not_found", "found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "{",
                "[]",
                "1",
                "null",
                "\"x\"",
                "{}",
                "{\"id\":\"x\"}",
                "{\"question\":\"x\"}",
                "{\"id\":1,\"question\":\"x\"}",
                "{\"id\":\"x\",\"question\":1}",
                "{\"id\":\"x\",\"question\":\"y\"} z",
                "{\"id\":\"x\",\"question\":\"y\"}{}",
                "{\"id\":\"x\",\"question\":\"y\",\"scope\":1}"
            })
    void aBadLineIsToldByItsNumberAndTheOthersAreAnswered(String bad) throws IOException {
        Outcome outcome = batch(GOOD + "\n" + bad + "\n" + GOOD + "\n");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("questions.jsonl:2: left out").doesNotContain("\tat ");
        assertThat(answers(outcome)).hasSize(2);
    }

    @Test
    void aLineThatIsNotTextIsABadLine() throws IOException {
        Path file = folder.resolve("questions.jsonl");
        byte[] latin = "{\"id\":\"x\",\"question\":\"café\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, latin);
        Files.writeString(file, GOOD, StandardOpenOption.APPEND);

        Outcome outcome = commands.run("ask", "--batch", file.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("questions.jsonl:1: left out");
        assertThat(answers(outcome)).hasSize(1);
    }

    @Test
    void aFileThatIsNotThereIsNamedAndSaidNotToBeThere() {
        Outcome outcome =
                commands.run("ask", "--batch", folder.resolve("nowhere.jsonl").toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("nowhere.jsonl", "there is no such file")
                .doesNotContain("\tat ");
    }

    private Outcome batch(String lines) throws IOException {
        Path file = folder.resolve("questions.jsonl");
        Files.writeString(file, lines);
        return commands.run("ask", "--batch", file.toString());
    }

    private static List<JsonNode> answers(Outcome outcome) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        for (String line : outcome.out().lines().toList()) {
            answers.add(new ObjectMapper().readTree(line));
        }
        return answers;
    }
}
