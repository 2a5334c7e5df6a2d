package sourcebook.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.dialogue.Strand;
import sourcebook.dialogue.Subject;
import sourcebook.dialogue.Subjects;

/**
 * What each conversation spoke of last, over restarts, and for thirty days. A journal that fails costs the memory of the
 * conversation and nothing else, and a killed process that of its last moment. Safe for many threads.
 */
public final class Threads implements Subjects {
    private static final System.Logger LOG = System.getLogger(Threads.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Space space;

    Threads(Space space) {
        this.space = space;
    }

    @Override
    public Optional<Subject> last(Strand strand) {
        try {
            Optional<byte[]> kept = space.find(id(strand));
            return kept.isEmpty() ? Optional.empty() : Optional.of(read(kept.get()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "What a thread was about could not be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void remember(Strand strand, Subject subject) {
        space.putLater(id(strand), written(subject).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void forget(Strand strand) {
        try {
            space.delete(id(strand));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "What a thread was about could not be forgotten: " + e.getMessage());
        }
    }

    private static String id(Strand strand) {
        return String.join(":", strand.platform(), strand.tenant(), strand.channel(), strand.thread(), strand.user());
    }

    private static String written(Subject subject) {
        ObjectNode json = JSON.createObjectNode();
        json.put("question", subject.question());
        json.put("party", subject.party());
        json.put("article", subject.article());
        json.put("asOf", subject.asOf());
        return json.toString();
    }

    private static Subject read(byte[] written) throws IOException {
        JsonNode json = JSON.readTree(written);
        return new Subject(
                json.path("question").asText(), orNull(json, "party"), orNull(json, "article"), orNull(json, "asOf"));
    }

    private static @Nullable String orNull(JsonNode json, String name) {
        return json.path(name).isTextual() ? json.path(name).asText() : null;
    }
}
