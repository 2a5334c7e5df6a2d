package sourcebook.slack.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what in a message would call somebody, or lead somewhere that is not ours. */
public final class Attention {
    private static final Pattern CONTROL = Pattern.compile("<[^>]*>?");
    private static final Set<String> LIVELY =
            Set.of("user", "usergroup", "channel", "broadcast", "team", "link", "emoji", "date");

    private final String ours;
    private final List<String> faults = new ArrayList<>();

    private Attention(String ours) {
        this.ours = "<" + ours + "/";
    }

    /** What has force in a message although it should not; links to addresses below {@code ours} may. */
    public static List<String> of(JsonNode message, String ours) {
        Attention attention = new Attention(ours);
        if (!message.path("parse").asText().equals("none")
                || message.path("link_names").asBoolean(true)) {
            attention.faults.add("Slack is not told to look for no names");
        }
        attention.markup(message.path("text").asText());
        attention.look(message.path("blocks"));
        return attention.faults;
    }

    /** The same for blocks without a message, such as those of a view. */
    public static List<String> ofBlocks(JsonNode blocks, String ours) {
        Attention attention = new Attention(ours);
        attention.look(blocks);
        return attention.faults;
    }

    private void look(JsonNode node) {
        String type = node.path("type").asText();
        if (LIVELY.contains(type)) {
            faults.add("an element that Slack makes lively: " + node);
        }
        if (type.equals("mrkdwn")) {
            if (!node.path("verbatim").asBoolean()) {
                faults.add("Slack may look for names and addresses in " + node);
            }
            markup(node.path("text").asText());
        }
        if (type.equals("plain_text") && node.path("emoji").asBoolean(true)) {
            faults.add("Slack may make pictures of words in " + node);
        }
        node.forEach(this::look);
    }

    private void markup(String text) {
        CONTROL.matcher(text)
                .results()
                .filter(found ->
                        !found.group().startsWith(ours) || !found.group().endsWith(">"))
                .forEach(found -> faults.add("markup that is not ours: " + found.group()));
    }
}
