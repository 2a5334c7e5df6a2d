package sourcebook.slack.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Slack's documents ask of messages and views beyond their types: lengths, counts, and what must be there at all
 * (https://docs.slack.dev/reference/block-kit, https://docs.slack.dev/reference/views). Lengths are counted in UTF-16
 * units, which are never fewer than characters.
 */
public final class SlackRules {
    private static final int MESSAGE_BLOCKS = 50;
    private static final int VIEW_BLOCKS = 100;
    private static final int ID = 255;
    private static final int TEXT = 3_000;
    private static final int LABEL = 75;
    private static final int VALUE = 2_000;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();

    private SlackRules() {}

    /** What is wrong with a message; empty where nothing is. */
    public static List<String> message(JsonNode message) {
        SlackRules rules = new SlackRules();
        if (message.path("text").asText().isBlank() && message.path("blocks").isEmpty()) {
            rules.faults.add("no_text: a message without words or blocks");
        }
        rules.length("text of a message", message.path("text").asText(), 0, 40_000);
        rules.blocks(message.path("blocks"), MESSAGE_BLOCKS);
        return rules.faults;
    }

    /** What is wrong with blocks, such as those of a link that is shown. */
    public static List<String> blocks(JsonNode blocks) {
        SlackRules rules = new SlackRules();
        rules.blocks(blocks, MESSAGE_BLOCKS);
        return rules.faults;
    }

    /** What is wrong with a modal or the Home tab. */
    public static List<String> view(JsonNode view) {
        SlackRules rules = new SlackRules();
        rules.blocks(view.path("blocks"), VIEW_BLOCKS);
        rules.length("callback_id", view.path("callback_id").asText(), 0, ID);
        rules.length("private_metadata", view.path("private_metadata").asText(), 0, TEXT);
        switch (view.path("type").asText()) {
            case "home" -> rules.count("blocks of a Home tab", view.path("blocks"), 1, VIEW_BLOCKS);
            case "modal" -> rules.modal(view);
            default -> rules.faults.add("a view is a modal or the Home tab");
        }
        return rules.faults;
    }

    private void modal(JsonNode view) {
        plain("title", view.path("title"), 24);
        for (String button : List.of("close", "submit")) {
            if (view.has(button)) {
                plain(button, view.path(button), 24);
            }
        }
        for (JsonNode block : view.path("blocks")) {
            if (block.path("type").asText().equals("input") && !view.has("submit")) {
                faults.add("a modal with an input needs a button to submit it");
            }
        }
    }

    private void blocks(JsonNode blocks, int most) {
        count("blocks", blocks, 0, most);
        blocks.forEach(this::block);
    }

    private void block(JsonNode block) {
        String id = block.path("block_id").asText();
        length("block_id", id, 0, ID);
        if (!id.isEmpty() && !blockIds.add(id)) {
            faults.add("block_id twice: " + id);
        }
        switch (block.path("type").asText()) {
            case "section" -> section(block);
            case "header" -> plain("header", block.path("text"), 150);
            case "context" -> context(block.path("elements"));
            case "actions" -> elements(block.path("elements"));
            case "rich_text" -> richText(block);
            case "input" -> input(block);
            case "image" -> image(block);
            case "divider" -> {}
            default -> faults.add("a block of a type that no rule is known for: " + block.path("type"));
        }
    }

    private void section(JsonNode block) {
        if (block.path("text").isMissingNode() && block.path("fields").isEmpty()) {
            faults.add("a section has a text or fields");
        }
        if (block.has("text")) {
            length("section", block.at("/text/text").asText(), 1, TEXT);
        }
        count("fields", block.path("fields"), 0, 10);
        block.path("fields").forEach(field -> length("field", field.path("text").asText(), 1, VALUE));
        if (block.has("accessory")) {
            element(block.path("accessory"));
        }
    }

    private void context(JsonNode elements) {
        count("elements of a context", elements, 1, 10);
        for (JsonNode element : elements) {
            if (element.path("type").asText().equals("image")) {
                image(element);
            } else {
                length("context", element.path("text").asText(), 1, TEXT);
            }
        }
    }

    private void elements(JsonNode elements) {
        count("elements of actions", elements, 1, 25);
        Set<String> ids = new HashSet<>();
        for (JsonNode element : elements) {
            element(element);
            if (!ids.add(element.path("action_id").asText())) {
                faults.add("action_id twice in one block: " + element.path("action_id"));
            }
        }
    }

    private void element(JsonNode element) {
        length("action_id", element.path("action_id").asText(), 1, ID);
        switch (element.path("type").asText()) {
            case "button" -> {
                plain("button", element.path("text"), LABEL);
                length("value", element.path("value").asText(), 0, VALUE);
                length("url", element.path("url").asText(), 0, TEXT);
                length(
                        "accessibility_label",
                        element.path("accessibility_label").asText(),
                        0,
                        LABEL);
                confirm(element.path("confirm"));
            }
            case "radio_buttons" -> options(element.path("options"), 10);
            case "static_select" -> options(element.path("options"), 100);
            case "plain_text_input" -> {}
            default -> faults.add("an element of a type that no rule is known for: " + element.path("type"));
        }
    }

    private void confirm(JsonNode confirm) {
        if (!confirm.isMissingNode()) {
            plain("title to confirm", confirm.path("title"), 100);
            length("text to confirm", confirm.at("/text/text").asText(), 1, 300);
            plain("button to confirm", confirm.path("confirm"), 30);
            plain("button to deny", confirm.path("deny"), 30);
        }
    }

    private void options(JsonNode options, int most) {
        count("options", options, 1, most);
        for (JsonNode option : options) {
            length("option", option.at("/text/text").asText(), 1, LABEL);
            length("value of an option", option.path("value").asText(), 1, 150);
        }
    }

    private void richText(JsonNode block) {
        count("elements of a rich text", block.path("elements"), 1, VIEW_BLOCKS);
        for (JsonNode part : block.path("elements")) {
            count("elements of a part of a rich text", part.path("elements"), 1, Integer.MAX_VALUE);
            for (JsonNode element : part.path("elements")) {
                if (element.path("type").asText().equals("text")) {
                    length("rich text", element.path("text").asText(), 1, Integer.MAX_VALUE);
                }
            }
        }
    }

    private void input(JsonNode block) {
        plain("label", block.path("label"), VALUE);
        element(block.path("element"));
        if (block.has("hint")) {
            plain("hint", block.path("hint"), VALUE);
        }
    }

    private void image(JsonNode image) {
        length("image_url", image.path("image_url").asText(), 1, TEXT);
        length("alt_text", image.path("alt_text").asText(), 1, VALUE);
    }

    private void plain(String what, JsonNode text, int most) {
        if (!text.path("type").asText().equals("plain_text")) {
            faults.add(what + " must be plain_text");
        }
        length(what, text.path("text").asText(), 1, most);
    }

    private void length(String what, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            faults.add(what + " has " + least + " to " + most + " characters, got " + text.length());
        }
    }

    private void count(String what, JsonNode list, int least, int most) {
        if (list.size() < least || list.size() > most) {
            faults.add(what + ": " + least + " to " + most + " are allowed, got " + list.size());
        }
    }
}
