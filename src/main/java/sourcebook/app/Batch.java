package sourcebook.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Answering;
import sourcebook.render.JsonAnswer;

/** Answers a file of questions line by line. A bad line is told on standard error, and the others are answered. */
final class Batch {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What stands in a line for bytes that are not UTF-8. */
    private static final char NOT_TEXT = '\ufffd';

    private final Answering answering;
    private final JsonAnswer render;
    private final Terminal terminal;
    private final int limit;

    Batch(Answering answering, JsonAnswer render, Terminal terminal, int limit) {
        this.answering = answering;
        this.render = render;
        this.terminal = terminal;
        this.limit = limit;
    }

    /** Done if every line was a question, failed if any was not. */
    int run(Path file) throws IOException {
        int bad = 0;
        int number = 0;
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !answer(line)) {
                    bad++;
                    terminal.err()
                            .println(file + ":" + number + ": left out: each line must be JSON with id and"
                                    + " question, and may name a scope");
                }
            }
        }
        return bad == 0 ? Cli.DONE : Cli.FAILED;
    }

    /** Bytes that are not UTF-8 spoil their own line and not the whole file. */
    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    private boolean answer(String line) throws IOException {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return false;
        }
        if (line.indexOf(NOT_TEXT) >= 0 || !asks(json)) {
            return false;
        }
        String scope = json.path("scope").isTextual() ? json.path("scope").asText() : null;
        terminal.out()
                .println(answered(json.get("id").asText(), json.get("question").asText(), scope));
        return true;
    }

    private static boolean asks(JsonNode json) {
        JsonNode scope = json.path("scope");
        return json.path("id").isTextual()
                && json.path("question").isTextual()
                && (scope.isTextual() || scope.isNull() || scope.isMissingNode());
    }

    private String answered(String id, String question, @Nullable String scope) throws IOException {
        return render.render(id, answering.ask(question, scope, limit));
    }
}
