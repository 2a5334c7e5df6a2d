package sourcebook.render.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.dialogue.Response.Listed;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.Listing;
import sourcebook.render.Links;
import sourcebook.render.PlainListing;
import sourcebook.render.contract.ListPictures;
import sourcebook.render.teams.CardWriter.Look;
import sourcebook.render.teams.CardWriter.Run;

/** A page of contracts: what all of them come to, charts, a row each with its link, and the way to other pages. */
final class ListCard {
    private static final int MAX_WORDS = 300;
    private static final int MAX_ALT = 1_000;

    private final Links links;
    private final @Nullable ListPictures pictures;

    /**
     * Cards.
     *
     * @param pictures draws charts, null where there are none
     */
    ListCard(Links links, @Nullable ListPictures pictures) {
        this.links = links;
        this.pictures = pictures;
    }

    Card render(Listed listed) {
        Listing listing = listed.listing();
        CardWriter card = new CardWriter();
        card.add(CardWriter.rich(List.of(Run.of(cut(listed.heading()), Look.BOLD)), false));
        List<String> lines = new ArrayList<>(List.of(PlainListing.counted(listing)));
        lines.addAll(PlainListing.totals(listing));
        lines.addAll(listing.notes());
        lines.forEach(line -> card.plain(cut(line)));
        List<ListPictures.Shown> charts =
                listing.query().page() == 0 && pictures != null ? pictures.of(listed) : List.of();
        charts.stream().limit(1).forEach(picture -> card.add(image(picture)));
        rows(card, listed);
        charts.stream().skip(1).forEach(picture -> card.add(image(picture)));
        pages(card, listed);
        return card.card(cut(listed.heading()), List.of());
    }

    private void rows(CardWriter card, Listed listed) {
        String month = "";
        int number = listed.listing().query().page() * ContractQuery.ROWS;
        for (Contract contract : listed.listing().rows()) {
            String ends = listed.byMonth() ? PlainListing.month(contract) : "";
            boolean another = !ends.equals(month);
            month = ends;
            card.add(row(++number, contract, another ? month : ""), List.of());
        }
    }

    private List<ObjectNode> row(int number, Contract contract, String month) {
        List<ObjectNode> elements = new ArrayList<>();
        if (!month.isEmpty()) {
            elements.add(CardWriter.rich(List.of(Run.of(month, Look.BOLD)), false));
        }
        Run title = new Run(cut(contract.title()), Look.PLAIN, links.contract(contract.id()));
        elements.add(CardWriter.rich(List.of(Run.plain(number + ". "), title), false));
        elements.add(CardWriter.rich(List.of(Run.plain(cut(PlainListing.row(contract)))), true));
        return elements;
    }

    private static ObjectNode image(ListPictures.Shown picture) {
        return Card.JSON
                .createObjectNode()
                .put("type", "Image")
                .put("url", picture.url())
                .put("altText", CardWriter.cut(picture.alt(), MAX_ALT))
                .put("size", "Stretch");
    }

    private void pages(CardWriter card, Listed listed) {
        Listing listing = listed.listing();
        int page = listing.query().page();
        if (page + 1 < listing.pages()) {
            page(card, "More", listed, page + 1);
        }
        if (page > 0) {
            page(card, "Back", listed, page - 1);
        }
        if (listing.count() > 0) {
            card.open("All as a page or CSV", links.list(listed.asked()));
        }
        if (listing.pages() > 1) {
            card.own("Page " + (page + 1) + " of " + listing.pages() + ".");
        }
    }

    private static void page(CardWriter card, String title, Listed listed, int page) {
        Press press = Press.ask("contracts " + listed.asked() + " page:" + (page + 1), 0);
        if (Press.read(press.data()).isPresent()) {
            card.execute(title, press);
        }
    }

    private static String cut(String words) {
        return CardWriter.cut(words, MAX_WORDS);
    }
}
