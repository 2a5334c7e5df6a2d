package sourcebook.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import sourcebook.corpus.extract.Decoding;
import sourcebook.corpus.extract.Unreadable;
import sourcebook.model.Problem;

/** One article a line, as JSON with at least id and text; the text is kept exactly as it is given. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What no UTF-8 can hold, so that it could not be kept as it is. */
    private static final Pattern HALF_A_PAIR = Pattern.compile("\\p{Cs}");

    private static final int MAX_LINE_BYTES = 20 << 20;

    private JsonLines() {}

    /** Reads the file's articles into the intake; what is wrong with a line goes there too, as a problem. */
    static void read(SourceFile file, Intake intake) throws IOException {
        try (InputStream in = new BufferedInputStream(file.open())) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int number = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    line(file, number++, line, intake);
                    line.reset();
                } else if (line.size() <= MAX_LINE_BYTES) {
                    line.write(next);
                }
            }
            line(file, number, line, intake);
        }
    }

    private static void line(SourceFile file, int number, ByteArrayOutputStream bytes, Intake intake)
            throws IOException {
        if (bytes.size() > MAX_LINE_BYTES) {
            intake.problem(Problem.error(file.name(), number, "the line is longer than 20 MB; divide the article"));
            return;
        }
        try {
            String json = Decoding.utf8(bytes.toByteArray());
            if (!json.isBlank()) {
                article(file, number, JSON.readTree(json), intake);
            }
        } catch (MismatchedInputException e) {
            intake.problem(Problem.error(file.name(), number, "the line holds more than one value; divide it"));
        } catch (JsonProcessingException e) {
            intake.problem(Problem.error(file.name(), number, "not JSON: " + e.getOriginalMessage()));
        } catch (Unreadable e) {
            intake.problem(Problem.error(file.name(), number, e.what()));
        }
    }

    private static void article(SourceFile file, int number, JsonNode json, Intake intake) throws IOException {
        Map<String, String> stated = new HashMap<>();
        json.properties().forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                stated.put(entry.getKey(), entry.getValue().asText());
            } else if (entry.getKey().equals(Metadata.AUDIENCE)
                    && !entry.getValue().isNull()) {
                stated.put(Metadata.AUDIENCE, entry.getValue().toString());
            }
        });
        if (stated.values().stream()
                .anyMatch(value -> HALF_A_PAIR.matcher(value).find())) {
            intake.problem(Problem.error(
                    file.name(), number, "the line holds half of a surrogate pair; write the whole character"));
            return;
        }
        String id = stated.getOrDefault("id", "");
        String text = stated.getOrDefault("text", "");
        if (!Metadata.goodId(id) || text.isBlank()) {
            intake.problem(Problem.error(
                    file.name(),
                    number,
                    "each line needs a text, and an id of at most 200 characters without empty parts"));
            return;
        }
        Metadata metadata = new Metadata(file.name(), number, stated, intake);
        intake.article(metadata.article(metadata.citation(id, Metadata.openingWords(text)), text));
    }
}
