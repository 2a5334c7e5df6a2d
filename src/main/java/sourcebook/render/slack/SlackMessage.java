package sourcebook.render.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message for Slack: Block Kit blocks, and the plain text that stands for them in notifications and for readers who
 * do not see blocks.
 *
 * @param fallback escaped already
 */
public record SlackMessage(String fallback, ArrayNode blocks) {
    /** Slack's limits, from https://docs.slack.dev/reference/block-kit/blocks. */
    static final int MAX_BLOCKS = 50;

    static final int MAX_TEXT = 3_000;
    static final ObjectMapper JSON = new ObjectMapper();

    public SlackMessage {
        if (blocks.size() > MAX_BLOCKS || fallback.length() > MAX_TEXT) {
            throw new IllegalArgumentException("a message has at most " + MAX_BLOCKS + " blocks and " + MAX_TEXT
                    + " characters of fallback, got " + blocks.size() + " and " + fallback.length());
        }
    }

    /** Only the asker sees it. */
    public String privately() {
        return json("ephemeral").toString();
    }

    /** Everyone in the channel sees it, as a new message beside the one that was asked from. */
    public String inChannel() {
        return json("in_channel").put("replace_original", false).toString();
    }

    /** Only the asker sees it, as a new message beside the one that was asked from. */
    public String privatelyBeside() {
        return json("ephemeral").put("replace_original", false).toString();
    }

    /** In place of the message whose button was pressed, still for the asker alone. */
    public String inPlace() {
        return json("ephemeral").put("replace_original", true).toString();
    }

    private ObjectNode json(String visibility) {
        ObjectNode json = JSON.createObjectNode();
        json.put("response_type", visibility);
        json.put("text", fallback);
        json.put("parse", "none");
        json.put("link_names", false);
        json.put("unfurl_links", false);
        json.put("unfurl_media", false);
        json.set("blocks", blocks);
        return json;
    }
}
