package sourcebook.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads cards as people do. */
final class CardReading {
    private CardReading() {}

    /** What the button of that title carries. */
    static JsonNode button(JsonNode card, String title) {
        return objects(card).stream()
                .filter(node -> node.path("type").asText().startsWith("Action.")
                        && node.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + title + " on " + card));
    }

    /** The titles of all buttons. */
    static List<String> buttons(JsonNode card) {
        return objects(card).stream()
                .filter(node -> node.path("type").asText().startsWith("Action.") && node.has("title"))
                .map(node -> node.path("title").asText())
                .toList();
    }

    /** The words of what is set apart as quotations. */
    static List<String> quotations(JsonNode card) {
        return objects(card).stream()
                .filter(node -> node.path("style").asText().equals("emphasis"))
                .map(node -> words(node.at("/items/0")))
                .toList();
    }

    /** All words that are shown, a line for each text. */
    static String text(JsonNode card) {
        List<String> lines = new ArrayList<>();
        for (JsonNode node : objects(card)) {
            switch (node.path("type").asText()) {
                case "TextBlock" -> lines.add(node.path("text").asText());
                case "RichTextBlock" -> lines.add(words(node));
                default -> {}
            }
        }
        return String.join("\n", lines);
    }

    private static String words(JsonNode rich) {
        StringBuilder words = new StringBuilder();
        rich.path("inlines").forEach(run -> words.append(run.path("text").asText()));
        return words.toString();
    }

    static List<JsonNode> objects(JsonNode node) {
        List<JsonNode> objects = new ArrayList<>();
        if (node.isObject()) {
            objects.add(node);
        }
        node.forEach(inside -> objects.addAll(objects(inside)));
        return objects;
    }
}
