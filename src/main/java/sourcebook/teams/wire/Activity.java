package sourcebook.teams.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the Bot Connector posts: something was said, pressed, searched or changed. Whatever a field does not state is
 * empty. The schema is https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity.
 *
 * @param json as it came
 */
public record Activity(JsonNode json) {
    private static final int MAX_DEPTH = 64;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());

    /** Somebody: a person, or ourselves. */
    public record Account(String id, String name, String aadObjectId) {}

    /**
     * Reads an activity.
     *
     * @throws IOException if it is none
     */
    public static Activity read(byte[] body) throws IOException {
        JsonNode json = JSON.readTree(body);
        if (json == null || !json.isObject() || json.path("type").asText().isEmpty()) {
            throw new IOException("not an activity");
        }
        return new Activity(json);
    }

    public String type() {
        return text("type");
    }

    public String name() {
        return text("name");
    }

    public String id() {
        return text("id");
    }

    public String action() {
        return text("action");
    }

    public String replyToId() {
        return text("replyToId");
    }

    public @Nullable String channelId() {
        return json.path("channelId").textValue();
    }

    public @Nullable String serviceUrl() {
        return json.path("serviceUrl").textValue();
    }

    public JsonNode value() {
        return json.path("value");
    }

    public Account from() {
        return account(json.path("from"));
    }

    /** Ourselves, as this conversation calls us. */
    public Account recipient() {
        return account(json.path("recipient"));
    }

    /** The conversation's id; in a channel it names the thread as well. */
    public String conversation() {
        return json.at("/conversation/id").asText();
    }

    /** The conversation without its thread. */
    public String room() {
        return conversation().replaceFirst(";messageid=.*", "");
    }

    /** The conversation without its thread, as the journal names it: unique among all platforms. */
    public String place() {
        return "teams:" + tenant().orElse("") + ":" + room();
    }

    /** The message that a channel's thread begins with. */
    public Optional<String> thread() {
        int at = conversation().indexOf(";messageid=");
        return at < 0 ? Optional.empty() : Optional.of(conversation().substring(at + ";messageid=".length()));
    }

    public boolean personal() {
        return json.at("/conversation/conversationType").asText().equals("personal");
    }

    /** The tenant; empty where none is stated, or two that differ. */
    public Optional<String> tenant() {
        List<String> stated = Stream.of("/conversation/tenantId", "/channelData/tenant/id")
                .map(place -> json.at(place).asText())
                .filter(tenant -> !tenant.isEmpty())
                .distinct()
                .toList();
        return stated.size() == 1 ? Optional.of(stated.getFirst()) : Optional.empty();
    }

    /** Whether this is a message whose words were changed. */
    public boolean edited() {
        return type().equals("messageUpdate")
                && json.at("/channelData/eventType").asText().equals("editMessage");
    }

    public boolean weWereAdded() {
        return type().equals("installationUpdate") ? action().startsWith("add") : has("membersAdded");
    }

    public boolean weWereRemoved() {
        return type().equals("installationUpdate") ? action().startsWith("remove") : has("membersRemoved");
    }

    private boolean has(String members) {
        String us = recipient().id();
        for (JsonNode member : json.path(members)) {
            if (!us.isEmpty() && member.path("id").asText().equals(us)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What is unique to this delivery and the same when it is sent again; empty where it has no id. A message that is
     * edited again keeps its id, and its time differs.
     */
    public Optional<String> delivery() {
        String time = edited() ? ":" + text("timestamp") : "";
        return id().isEmpty()
                ? Optional.empty()
                : Optional.of("teams:" + tenant().orElse("") + ":" + conversation() + ":" + type() + ":" + id() + time);
    }

    /** What was typed, without the mention of ourselves; other mentions are names. */
    public String words() {
        String words = text("text");
        for (JsonNode entity : mentions()) {
            String written = entity.path("text").asText();
            int at = written.isEmpty() ? -1 : words.indexOf(written);
            if (at >= 0) {
                words = words.substring(0, at) + instead(entity) + words.substring(at + written.length());
            }
        }
        return words.replace("&nbsp;", " ").strip();
    }

    private String instead(JsonNode mention) {
        JsonNode who = mention.path("mentioned");
        return who.path("id").asText().equals(recipient().id())
                ? " "
                : who.path("name").asText();
    }

    private List<JsonNode> mentions() {
        List<JsonNode> mentions = new ArrayList<>();
        for (JsonNode entity : json.path("entities")) {
            if (entity.path("type").asText().equals("mention")) {
                mentions.add(entity);
            }
        }
        return mentions;
    }

    private static Account account(JsonNode json) {
        return new Account(
                json.path("id").asText(),
                json.path("name").asText(),
                json.path("aadObjectId").asText());
    }

    private String text(String field) {
        return json.path(field).asText();
    }
}
