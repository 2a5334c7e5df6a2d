package sourcebook.render.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;
import sourcebook.dialogue.Response.Listed;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.Listing;
import sourcebook.render.Links;
import sourcebook.render.PlainListing;
import sourcebook.render.contract.ListPictures;

/** A list of contracts in Slack: each title leads to its page, what is stated stands below it. */
final class SlackListing {
    private static final int MAX_NOTES = 5;
    private static final int MAX_HEADING = 1_000;
    private static final int MAX_ROW = 1_500;

    private final Links links;
    private final @Nullable ListPictures pictures;

    /** With charts above the first page, or without where there are none. */
    SlackListing(Links links, @Nullable ListPictures pictures) {
        this.links = links;
        this.pictures = pictures;
    }

    SlackMessage render(Listed listed, Seals seals) {
        SlackBlocks blocks = new SlackBlocks();
        Listing listing = listed.listing();
        blocks.plain(SlackBlocks.cut(listed.heading(), MAX_HEADING));
        blocks.plainContext(PlainListing.counted(listing));
        PlainListing.totals(listing).stream().limit(MAX_NOTES).forEach(blocks::plainContext);
        listing.notes().stream().limit(MAX_NOTES).forEach(blocks::plainContext);
        if (pictures != null && listing.query().page() == 0) {
            pictures.of(listed).forEach(picture -> blocks.image(picture.url(), picture.alt()));
        }
        rows(blocks, listed);
        pages(blocks, listed, seals);
        return new SlackMessage(SlackBlocks.escape(listed.heading(), SlackMessage.MAX_TEXT), blocks.blocks());
    }

    private void rows(SlackBlocks blocks, Listed listed) {
        int number = listed.listing().query().page() * ContractQuery.ROWS;
        String month = "";
        for (Contract contract : listed.listing().rows()) {
            String ends = PlainListing.month(contract);
            if (listed.byMonth() && !ends.isEmpty() && !ends.equals(month)) {
                month = ends;
                blocks.markup("*" + SlackBlocks.escape(month) + "*");
            }
            blocks.markup(++number + ". " + SlackBlocks.link(links.contract(contract.id()), contract.title()));
            blocks.plainContext(SlackBlocks.cut(PlainListing.row(contract), MAX_ROW));
        }
    }

    private void pages(SlackBlocks blocks, Listed listed, Seals seals) {
        Listing listing = listed.listing();
        int page = listing.query().page();
        ArrayNode actions = SlackMessage.JSON.createArrayNode();
        if (page + 1 < listing.pages()) {
            page(actions, 0, "Next page", listed, page + 1, seals);
        }
        if (page > 0) {
            page(actions, 1, "Page before", listed, page - 1, seals);
        }
        if (!actions.isEmpty()) {
            blocks.actions().addAll(actions);
        }
        if (listing.count() > 0) {
            String which = listing.pages() > 1 ? "Page " + (page + 1) + " of " + listing.pages() + " · " : "";
            blocks.context(
                    which + SlackBlocks.link(links.list(listed.asked()), "The whole list, with charts and as CSV"));
        }
    }

    private static void page(ArrayNode actions, int number, String label, Listed listed, int page, Seals seals) {
        String asked = "contracts " + listed.asked() + " page:" + (page + 1);
        if (asked.length() <= Shared.MAX_WORDS) {
            SlackBlocks.button(actions, Seals.ASK + "_" + number, label, seals.seal(Seals.ASK, asked));
        }
    }
}
