package sourcebook.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a message as Slack does: which words are quoted, which buttons there are, which markup has force. */
public final class Blocks {
    /** All that Slack understands between angle brackets: mentions, links, dates. */
    private static final Pattern CONTROL = Pattern.compile("<[^>]*>?");

    private Blocks() {}

    /** The words of each quote. */
    public static List<String> quotes(JsonNode message) {
        return objects(message)
                .filter(node -> node.path("type").asText().equals("rich_text_quote"))
                .map(node -> node.at("/elements/0/text").asText())
                .toList();
    }

    public static List<JsonNode> buttons(JsonNode message) {
        return objects(message)
                .filter(node -> node.path("type").asText().equals("button"))
                .toList();
    }

    /** Every text that Slack reads markup in: the message's own, and mrkdwn objects. */
    public static List<String> markup(JsonNode message) {
        return Stream.concat(
                        Stream.of(message.path("text").asText()),
                        objects(message)
                                .filter(node -> node.path("type").asText().equals("mrkdwn"))
                                .map(node -> node.path("text").asText()))
                .toList();
    }

    /** Every control sequence that has force. */
    public static List<String> controls(JsonNode message) {
        return markup(message).stream()
                .flatMap(text -> CONTROL.matcher(text).results().map(MatchResult::group))
                .toList();
    }

    /** Everything that a person reads. */
    public static String words(JsonNode message) {
        return String.join("\n", objects(message).map(Blocks::own).toList());
    }

    private static String own(JsonNode node) {
        return node.path("text").isTextual() ? node.path("text").asText() : "";
    }

    /** Every object in the message, from the outside in. */
    public static Stream<JsonNode> objects(JsonNode node) {
        List<JsonNode> inside = new ArrayList<>();
        node.forEach(inside::add);
        return Stream.concat(
                node.isObject() ? Stream.of(node) : Stream.empty(),
                inside.stream().flatMap(Blocks::objects));
    }
}
