package sourcebook.slack.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that people see in Slack.
 *
 * @param json a whole message, a view, or an array of blocks
 */
public record Surface(Kind kind, JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What Slack takes it as. */
    public enum Kind {
        MESSAGE,
        VIEW,
        BLOCKS
    }

    public static Surface message(String json) {
        return new Surface(Kind.MESSAGE, read(json));
    }

    public static Surface view(String json) {
        return new Surface(Kind.VIEW, read(json));
    }

    public static Surface blocks(String json) {
        return new Surface(Kind.BLOCKS, read(json));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + json, e);
        }
    }

    public JsonNode blocks() {
        return kind == Kind.BLOCKS ? json : json.path("blocks");
    }

    /** What is against Slack's rules, or calls for somebody's attention; links may lead below these places. */
    public List<String> faults(String... places) {
        List<String> ours = List.of(places);
        List<String> faults = new ArrayList<>();
        switch (kind) {
            case MESSAGE -> {
                faults.addAll(SlackRules.message(json));
                faults.addAll(Attention.of(json, ours));
                if (json.path("text").asText().isBlank() || blocks().isEmpty()) {
                    faults.add("a message has both words and blocks");
                }
            }
            case VIEW -> {
                faults.addAll(SlackRules.view(json));
                faults.addAll(Attention.ofBlocks(json, ours));
            }
            case BLOCKS -> {
                faults.addAll(SlackRules.blocks(json));
                faults.addAll(Attention.ofBlocks(json, ours));
            }
        }
        return faults;
    }

    /** A line for the judge of types. */
    public String line() {
        ObjectNode line = JSON.createObjectNode().put("kind", kind == Kind.VIEW ? "view" : "blocks");
        line.set("value", kind == Kind.VIEW ? json : blocks());
        return line.toString();
    }
}
