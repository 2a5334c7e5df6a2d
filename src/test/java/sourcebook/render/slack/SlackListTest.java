package sourcebook.render.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import sourcebook.dialogue.Response.Listed;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.Listing;
import sourcebook.render.Links;

final class SlackListTest {
    private static final List<Contract> ROWS =
            List.of(new Contract("example-ferry", "Ferry contract", null, List.of()));

    private final SlackResponse render = new SlackResponse(new Links("https://quotes.example.org"));

    @Test
    void aLongListIsTurnedByButtons() throws IOException {
        assertThat(buttons(listed(0, 25))).containsExactly("Next page: contracts of Example Lines page:2");
        assertThat(buttons(listed(1, 25)))
                .containsExactly(
                        "Next page: contracts of Example Lines page:3",
                        "Page before: contracts of Example Lines page:1");
        assertThat(buttons(listed(2, 25))).containsExactly("Page before: contracts of Example Lines page:2");
    }

    @Test
    void aShortListHasNoneAndLeadsToItsPage() throws IOException {
        JsonNode message = message(listed(0, 7));

        assertThat(buttons(listed(0, 7))).isEmpty();
        assertThat(message.toString())
                .contains(
                        "<https://quotes.example.org/contracts?f=of+Example+Lines|The whole list, with charts and as CSV>");
        assertThat(message(listed(0, 0)).toString()).doesNotContain("The whole list");
    }

    private static Listed listed(int page, int count) {
        ContractQuery query = new ContractQuery(List.of(), ContractQuery.Sort.VALUE, true, page);
        Listing listing = new Listing(query, count == 0 ? List.of() : ROWS, count, List.of(), count, 0, 1, List.of());
        return new Listed("Contracts: of Example Lines.", "of Example Lines", listing, false);
    }

    private JsonNode message(Listed listed) throws IOException {
        SlackMessage message = render.render(listed, Manner.PRIVATE, (action, value) -> action + " " + value);
        return SlackMessage.JSON.readTree(message.privately());
    }

    private List<String> buttons(Listed listed) throws IOException {
        return StreamSupport.stream(message(listed).path("blocks").spliterator(), false)
                .filter(block -> block.path("type").asText().equals("actions"))
                .flatMap(block -> StreamSupport.stream(block.path("elements").spliterator(), false))
                .map(button -> button.path("text").path("text").asText() + ": "
                        + button.path("value").asText().replaceFirst("^ask ", ""))
                .toList();
    }
}
