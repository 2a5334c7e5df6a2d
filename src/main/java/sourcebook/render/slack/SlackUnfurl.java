package sourcebook.render.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sourcebook.model.Citation;
import sourcebook.model.Quote;
import sourcebook.render.Links;

/** What is shown below links to our own pages. */
public final class SlackUnfurl {
    private SlackUnfurl() {}

    /** The blocks of a sentence and its source, as JSON. */
    public static String quote(Links links, Quote quote) {
        SlackBlocks blocks = new SlackBlocks();
        new SlackAnswer(links).quote(blocks, quote);
        return blocks.blocks().toString();
    }

    /** The blocks of an article's title, as JSON. */
    public static String article(Links links, Citation citation) {
        SlackBlocks blocks = new SlackBlocks();
        new SlackAnswer(links).article(blocks, citation);
        return blocks.blocks().toString();
    }

    /** What Slack takes: the blocks by the address that they are shown below. */
    public static String all(Map<String, String> blocksByAddress) {
        ObjectNode all = SlackMessage.JSON.createObjectNode();
        blocksByAddress.forEach((address, blocks) -> {
            try {
                all.putObject(address).set("blocks", SlackMessage.JSON.readTree(blocks));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("blocks must be JSON, got " + blocks, e);
            }
        });
        return all.toString();
    }
}
