package sourcebook.slack.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What comes through the socket.
 *
 * @param type such as {@code hello}, {@code disconnect}, {@code slash_commands}, {@code interactive}, {@code events_api}
 * @param id what it is acknowledged by, empty for what is not
 */
record Envelope(String type, String id, JsonNode payload, String reason) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The envelope, if it is one. */
    static Optional<Envelope> read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            String type = json.path("type").asText();
            return type.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Envelope(
                            type,
                            json.path("envelope_id").asText(),
                            json.path("payload"),
                            json.path("reason").asText()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The same delivery as Slack posts it over HTTP. */
    Delivered delivered() {
        return switch (type) {
            case "slash_commands" -> new Delivered(form(payload), Delivered.FORM);
            case "interactive" -> new Delivered("payload=" + encoded(payload.toString()), Delivered.FORM);
            default -> new Delivered(payload.toString(), Delivered.JSON);
        };
    }

    /** What to send back, with the body that would have been the answer over HTTP. */
    String acknowledged(String body) {
        ObjectNode json = JSON.createObjectNode().put("envelope_id", id);
        if (!body.isBlank()) {
            try {
                json.set("payload", JSON.readTree(body));
            } catch (JsonProcessingException e) {
                return json.toString();
            }
        }
        return json.toString();
    }

    private static String form(JsonNode fields) {
        List<String> pairs = new ArrayList<>();
        fields.properties()
                .forEach(field -> pairs.add(
                        encoded(field.getKey()) + "=" + encoded(field.getValue().asText())));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
