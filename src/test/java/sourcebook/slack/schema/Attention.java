package sourcebook.slack.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what in a message would call somebody, or lead somewhere that is not ours. In a message that one person sees people
 * may be shown by their names, for nobody is called there.
 */
public final class Attention {
    private static final Pattern CONTROL = Pattern.compile("<[^>]*>?");
    private static final Set<String> LIVELY =
            Set.of("user", "usergroup", "channel", "broadcast", "team", "link", "emoji", "date");

    private final List<String> places;
    private final boolean privately;
    private final List<String> faults = new ArrayList<>();

    private Attention(List<String> places, boolean privately) {
        this.privately = privately;
        this.places = places.stream().map(place -> "<" + place + "/").toList();
    }

    /** What has force in a message although it should not; links to addresses below these places may. */
    public static List<String> of(JsonNode message, List<String> places) {
        boolean privately = message.path("response_type").asText().equals("ephemeral");
        Attention attention = new Attention(places, privately);
        if (!message.path("parse").asText().equals("none")
                || message.path("link_names").asBoolean(true)) {
            attention.faults.add("Slack is not told to look for no names");
        }
        attention.markup(message.path("text").asText());
        attention.look(message.path("blocks"));
        return attention.faults;
    }

    /** The same for blocks without a message, such as those of a view. */
    public static List<String> ofBlocks(JsonNode blocks, List<String> places) {
        Attention attention = new Attention(places, false);
        attention.look(blocks);
        return attention.faults;
    }

    private void look(JsonNode node) {
        String type = node.path("type").asText();
        boolean named = privately && type.equals("user");
        if (LIVELY.contains(type) && !named) {
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
                .map(MatchResult::group)
                .filter(found -> !found.endsWith(">") || places.stream().noneMatch(found::startsWith))
                .forEach(found -> faults.add("markup that is not ours: " + found));
    }
}
