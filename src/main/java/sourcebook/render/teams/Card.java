package sourcebook.render.teams;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An Adaptive Card, and what stands beside it in a message.
 *
 * @param content the card itself
 * @param summary one line for notifications and for clients that show no cards; our own words or the asker's
 * @param cited the sources of an answer, in the order of its quotes; empty where it is not an answer
 */
public record Card(ObjectNode content, String summary, List<Cited> cited) {
    /** The content type of an Adaptive Card. */
    public static final String TYPE = "application/vnd.microsoft.card.adaptive";

    /** Teams refuses messages that are larger. */
    static final int MAX_MESSAGE_BYTES = 28 << 10;

    /** Leaves room for what is around the card. */
    static final int MAX_BYTES = 25 << 10;

    static final ObjectMapper JSON = new ObjectMapper();

    /** Teams' limits for a citation. */
    private static final int MAX_NAME = 80;

    private static final int MAX_ABSTRACT = 160;
    private static final int MAX_SUMMARY = 300;

    public Card {
        cited = List.copyOf(cited);
        if (bytes(content) > MAX_BYTES) {
            throw new IllegalArgumentException("a card has at most " + MAX_BYTES + " bytes, got " + bytes(content));
        }
    }

    /**
     * A source, as Teams lists it behind a number.
     *
     * @param provenance who, where and when; never words of the source, for it is shortened
     */
    public record Cited(String title, String url, String provenance) {}

    static int bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** The activity that posts it. Answers have numbered sources, and buttons that ask whether they helped. */
    public ObjectNode message() {
        ObjectNode message =
                JSON.createObjectNode().put("type", "message").put("summary", CardWriter.cut(summary, MAX_SUMMARY));
        if (!cited.isEmpty()) {
            message.put("textFormat", "markdown").put("text", numbers());
            message.putObject("channelData").putObject("feedbackLoop").put("type", "default");
            citations(message.putArray("entities"));
        }
        message.putArray("attachments").add(attachment());
        return bytes(message) > MAX_MESSAGE_BYTES ? withoutNumbers(message) : message;
    }

    /** The sources stand on the card in any case. */
    private static ObjectNode withoutNumbers(ObjectNode message) {
        message.remove(List.of("entities", "text", "textFormat"));
        return message;
    }

    /** The same card for places where nothing comes back of a button; links stay. */
    public Card withoutButtons() {
        ObjectNode bare = content.deepCopy();
        bare.remove("actions");
        ArrayNode body = (ArrayNode) bare.path("body");
        for (int i = body.size() - 1; i >= 0; i--) {
            if (body.path(i).path("type").asText().equals("ActionSet")) {
                body.remove(i);
            }
        }
        return new Card(bare, summary, List.of());
    }

    /** The card as an attachment, as messages and search results have it. */
    public ObjectNode attachment() {
        ObjectNode attachment = JSON.createObjectNode().put("contentType", TYPE);
        attachment.set("content", content);
        return attachment;
    }

    /** Clients without citations show the numbers as they are, and the sources stand on the card in any case. */
    private String numbers() {
        return IntStream.rangeClosed(1, cited.size())
                .mapToObj(number -> "[" + number + "]")
                .collect(Collectors.joining(" ", cited.size() == 1 ? "Source: " : "Sources: ", ""));
    }

    private void citations(ArrayNode entities) {
        ObjectNode entity = entities.addObject()
                .put("type", "https://schema.org/Message")
                .put("@type", "Message")
                .put("@context", "https://schema.org")
                .put("@id", "");
        ArrayNode citations = entity.putArray("citation");
        for (int i = 0; i < cited.size(); i++) {
            Cited source = cited.get(i);
            ObjectNode appearance = citations
                    .addObject()
                    .put("@type", "Claim")
                    .put("position", i + 1)
                    .putObject("appearance")
                    .put("@type", "DigitalDocument")
                    .put("name", CardWriter.cut(source.title(), MAX_NAME));
            appearance.put("url", source.url());
            appearance.put("abstract", CardWriter.cut(source.provenance(), MAX_ABSTRACT));
        }
    }
}
