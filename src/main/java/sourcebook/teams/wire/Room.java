package sourcebook.teams.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * How to reach a conversation: what the Bot Connector must be told to post there.
 *
 * @param conversation the conversation's id, in a channel with its thread
 * @param bot our own id there
 * @param user AAD object id of the other one in a personal conversation, empty in others
 */
public record Room(String serviceUrl, String tenant, String conversation, String bot, String user) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Room of(Activity activity) {
        return new Room(
                activity.serviceUrl() == null ? "" : activity.serviceUrl(),
                activity.tenant().orElse(""),
                activity.conversation(),
                activity.recipient().id(),
                activity.personal() ? activity.from().aadObjectId() : "");
    }

    /** The conversation itself, outside of any thread. */
    public Room whole() {
        return new Room(serviceUrl, tenant, conversation.replaceFirst(";messageid=.*", ""), bot, user);
    }

    /** Unique among all platforms; it begins with platform and tenant. */
    public String id() {
        return "teams:" + tenant + ":" + conversation;
    }

    /** Of a message in it. */
    public String message(String activity) {
        return id() + ":" + activity;
    }

    public String written() {
        ObjectNode json = JSON.createObjectNode();
        json.put("serviceUrl", serviceUrl).put("tenant", tenant).put("conversation", conversation);
        return json.put("bot", bot).put("user", user).toString();
    }

    public static Optional<Room> read(String written) {
        try {
            JsonNode json = JSON.readTree(written);
            return Optional.of(new Room(
                    json.path("serviceUrl").asText(),
                    json.path("tenant").asText(),
                    json.path("conversation").asText(),
                    json.path("bot").asText(),
                    json.path("user").asText()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
