package sourcebook.slack.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The payloads in {@code src/test/resources/slack}: what Slack sends, one of each kind. */
final class Recorded {
    private static final Path FOLDER = Path.of("src/test/resources/slack");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    private Recorded() {}

    static Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".json"));
    }

    /**
     * A payload.
     *
     * @param responseUrl where it may be answered; each gets an address of its own
     * @param sealed what its button carries
     */
    static JsonNode payload(String name, String responseUrl, String sealed) throws IOException {
        return JSON.readTree(text(name)
                .replace("RESPONSE_URL", responseUrl + "/recorded/" + ADDRESS.incrementAndGet())
                .replace("\"SEALED\"", JSON.writeValueAsString(sealed)));
    }
}
