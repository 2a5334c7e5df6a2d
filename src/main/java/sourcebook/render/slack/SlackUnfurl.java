package sourcebook.render.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import sourcebook.model.Citation;
import sourcebook.model.Quote;
import sourcebook.model.contract.Contract;
import sourcebook.render.Links;
import sourcebook.render.PlainListing;
import sourcebook.render.Wording;

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

    /** The blocks of a contract: its title, and who buys what from whom for how much until when. */
    public static String contract(Links links, Contract contract) {
        SlackBlocks blocks = new SlackBlocks();
        blocks.context(SlackBlocks.link(links.contract(contract.id()), contract.title()));
        blocks.plainContext(PlainListing.row(contract));
        return blocks.blocks().toString();
    }

    /** A party, and how many contracts it has on either side. */
    public record Shown(String key, String name, int buys, int supplies) {}

    /** The blocks of a party, as JSON. */
    public static String party(Links links, Shown party) {
        SlackBlocks blocks = new SlackBlocks();
        blocks.context(SlackBlocks.link(links.base() + Links.partyPath(party.key()), party.name()));
        blocks.plainContext(
                Wording.count(party.buys(), "contract") + " as buyer, " + party.supplies() + " as supplier.");
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
