package sourcebook.render.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Builds Block Kit blocks within Slack's limits. Words of sources and people go in as {@code plain_text} or as
 * rich-text elements, which Slack shows as they are; in mrkdwn, where they must be links, they are escaped.
 */
final class SlackBlocks {
    private static final int MAX_LABEL = 75;
    private static final int MAX_HEADER = 150;
    private static final int MAX_ALT = 2_000;
    private static final int MAX_CONFIRM = 300;
    private static final int MAX_LINK_LABEL = 300;
    private static final int MAX_PARAGRAPH = 2_900;

    private final ArrayNode blocks = SlackMessage.JSON.createArrayNode();

    ArrayNode blocks() {
        return blocks;
    }

    /** Stretches of words, each in a style such as {@code bold}, or plain where that is empty. */
    SlackBlocks styled(String kind, List<Styled> stretches) {
        ObjectNode block = blocks.addObject();
        block.put("type", "rich_text");
        ObjectNode part = block.putArray("elements").addObject();
        part.put("type", kind);
        ArrayNode elements = part.putArray("elements");
        for (Styled stretch : stretches) {
            ObjectNode element = elements.addObject().put("type", "text").put("text", stretch.words());
            if (!stretch.style().isEmpty()) {
                element.putObject("style").put(stretch.style(), true);
            }
        }
        return this;
    }

    /** Words with a style. */
    record Styled(String words, String style) {}

    SlackBlocks header(String words) {
        ObjectNode block = blocks.addObject();
        block.put("type", "header");
        plainText(block.putObject("text"), cut(words, MAX_HEADER));
        return this;
    }

    SlackBlocks divider() {
        blocks.addObject().put("type", "divider");
        return this;
    }

    /** Words quoted as they are. */
    SlackBlocks quote(String words) {
        richText("rich_text_quote", words);
        return this;
    }

    /** A paragraph of our own or a person's words, without any markup. */
    SlackBlocks plain(String words) {
        ObjectNode block = blocks.addObject();
        block.put("type", "section");
        plainText(block.putObject("text"), cut(words, SlackMessage.MAX_TEXT));
        return this;
    }

    /** A paragraph in plain words with a button beside it. */
    SlackBlocks withButton(String words, String id, String label, String value) {
        plain(words);
        ObjectNode paragraph = (ObjectNode) blocks.get(blocks.size() - 1);
        ArrayNode button = SlackMessage.JSON.createArrayNode();
        button(button, id, label, value);
        paragraph.set("accessory", button.get(0));
        return this;
    }

    /** Markup that we wrote ourselves, with what is not ours escaped in it. */
    SlackBlocks markup(String mrkdwn) {
        ObjectNode block = blocks.addObject();
        block.put("type", "section");
        markup(block.putObject("text"), mrkdwn);
        return this;
    }

    /** Lines in plain words, as many as fit into so many paragraphs; a line is never left out in part unless it is very long. */
    SlackBlocks lines(List<String> lines, int mostParagraphs) {
        StringBuilder paragraph = new StringBuilder();
        int left = mostParagraphs;
        for (String line : lines) {
            String whole = cut(line, MAX_PARAGRAPH / 2);
            if (paragraph.length() + whole.length() >= MAX_PARAGRAPH) {
                plain(paragraph.toString());
                paragraph.setLength(0);
                left--;
            }
            if (left == 0) {
                return this;
            }
            paragraph.append(whole).append('\n');
        }
        return paragraph.toString().isBlank() ? this : plain(paragraph.toString());
    }

    /** Small print with markup of our own. */
    SlackBlocks context(String mrkdwn) {
        ObjectNode block = blocks.addObject();
        block.put("type", "context");
        markup(block.putArray("elements").addObject(), mrkdwn);
        return this;
    }

    /** Small print in plain words. */
    SlackBlocks plainContext(String words) {
        ObjectNode block = blocks.addObject();
        block.put("type", "context");
        plainText(block.putArray("elements").addObject(), cut(words, SlackMessage.MAX_TEXT));
        return this;
    }

    /** People by their ids, shown by their names. Only for messages that one person sees, in which nobody is called. */
    SlackBlocks people(List<String> ids) {
        ObjectNode block = blocks.addObject();
        block.put("type", "rich_text");
        ObjectNode part = block.putArray("elements").addObject();
        part.put("type", "rich_text_section");
        ArrayNode elements = part.putArray("elements");
        for (String id : ids) {
            if (!elements.isEmpty()) {
                elements.addObject().put("type", "text").put("text", ", ");
            }
            elements.addObject().put("type", "user").put("user_id", id);
        }
        return this;
    }

    /** A picture that Slack fetches from an address; {@code words} say what it shows. */
    SlackBlocks image(String address, String words) {
        blocks.addObject().put("type", "image").put("image_url", address).put("alt_text", cut(words, MAX_ALT));
        return this;
    }

    /** A row to put buttons in. */
    ArrayNode actions() {
        ObjectNode block = blocks.addObject();
        block.put("type", "actions");
        return block.putArray("elements");
    }

    static void button(ArrayNode actions, String id, String label, String value) {
        ObjectNode button = actions.addObject();
        button.put("type", "button");
        button.put("action_id", id);
        plainText(button.putObject("text"), cut(label, MAX_LABEL));
        button.put("value", value);
    }

    /** Has the person asked once more before the last button of a row does anything. */
    static void confirmed(ArrayNode actions, String question, String yes) {
        ObjectNode confirm = ((ObjectNode) actions.get(actions.size() - 1)).putObject("confirm");
        plainText(confirm.putObject("title"), "Are you sure?");
        plainText(confirm.putObject("text"), cut(question, MAX_CONFIRM));
        plainText(confirm.putObject("confirm"), yes);
        plainText(confirm.putObject("deny"), "No");
    }

    /** A link in mrkdwn; its label can bring no markup and nobody's attention with it. */
    static String link(String url, String label) {
        return "<" + escape(url).replace("|", "%7C") + "|" + escape(label.replace('|', '¦'), MAX_LINK_LABEL) + ">";
    }

    /** Escaped and at most so many UTF-16 units after that, with an ellipsis where something is left out. */
    static String escape(String text, int max) {
        String whole = escape(text);
        if (whole.length() <= max) {
            return whole;
        }
        StringBuilder kept = new StringBuilder();
        for (int point : text.codePoints().limit(max).toArray()) {
            String next = escape(Character.toString(point));
            if (kept.length() + next.length() >= max) {
                break;
            }
            kept.append(next);
        }
        return kept.append('…').toString();
    }

    /** As https://docs.slack.dev/messaging/formatting-message-text asks: only these three characters are special. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** At most so many UTF-16 units, never half a character, with an ellipsis where something is left out. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end) + "…";
    }

    private void richText(String kind, String words) {
        styled(kind, List.of(new Styled(words, "")));
    }

    /** Slack is told to look for nothing in it but what stands in angle brackets: no bare addresses, no names. */
    private static void markup(ObjectNode text, String mrkdwn) {
        text.put("type", "mrkdwn").put("text", mrkdwn).put("verbatim", true);
    }

    static void plainText(ObjectNode text, String words) {
        text.put("type", "plain_text").put("text", words).put("emoji", false);
    }
}
