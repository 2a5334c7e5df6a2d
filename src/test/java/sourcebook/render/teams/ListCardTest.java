package sourcebook.render.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import sourcebook.render.Links;

/** Lists of contracts as cards: rows, totals, charts, and the way to other pages. */
final class ListCardTest {
    @Test
    void aListTellsWhatAllComeToAndLinksEachContract() {
        Card card = ListSamples.CARDS.render(ListSamples.of("Example Council", 42, 1));

        String text = text(card);
        assertThat(text)
                .contains("42 contracts of 1 buyer", "Total: £225,750,000 (award value) in 42 contracts")
                .contains("Values of different bases are not added together.")
                .contains("11. Payroll and pensions of all schools", "20. ")
                .contains("supplier Example Payroll plc · £250,000")
                .contains("Page 2 of 5.");
        assertThat(urls(card))
                .contains("https://quotes.test/contracts/example/0", "https://quotes.test/contracts?f=Example+Council");
    }

    @Test
    void itsButtonsAskForTheOtherPages() {
        assertThat(asked(ListSamples.of("Example Council", 42, 0))).containsExactly("contracts Example Council page:2");
        assertThat(asked(ListSamples.of("Example Council", 42, 1)))
                .containsExactly("contracts Example Council page:3", "contracts Example Council page:1");
        assertThat(asked(ListSamples.of("Example Council", 42, 4))).containsExactly("contracts Example Council page:4");
        assertThat(asked(ListSamples.of("Example Council", 7, 0))).isEmpty();
        assertThat(asked(ListSamples.of("x".repeat(1_200), 42, 0))).isEmpty();
    }

    @Test
    void contractsThatEndSoonStandUnderTheirMonths() {
        String text = text(ListSamples.CARDS.render(ListSamples.ending(3, 0)));

        assertThat(text.lines()).containsSubsequence("January 2027", "February 2027", "March 2027");
    }

    @Test
    void chartsAreAtSignedAddressesAndSayInWordsWhatTheyShow() {
        Card few = ListSamples.CARDS.render(ListSamples.ending(3, 0));
        Card many = ListSamples.CARDS.render(ListSamples.of("Example Council", 42, 0));

        assertThat(drawn(few)).containsExactly("expiring 12", "suppliers ending in the next 12 months");
        assertThat(drawn(many)).containsExactly("timeline Example Council", "suppliers Example Council");
        assertThat(alts(few).getFirst()).contains("January 2027 1", "March 2027 1");
        assertThat(alts(few).getLast()).contains("Example Payroll plc £250,000");
        assertThat(alts(many)).allSatisfy(alt -> assertThat(alt).contains("42 contracts"));
    }

    @Test
    void aChartIsLeftOutWhereNobodyCouldFetchItAndOnLaterPages() {
        TeamsCards atHome = ListSamples.in(new Links("http://localhost:3000"));

        assertThat(images(atHome.render(ListSamples.of("Example Council", 42, 0))))
                .isEmpty();
        assertThat(images(ListSamples.CARDS.render(ListSamples.of("Example Council", 42, 1))))
                .isEmpty();
        assertThat(images(ListSamples.CARDS.render(ListSamples.of("Example Council", 0, 0))))
                .isEmpty();
        assertThat(images(CardSamples.CARDS.render(ListSamples.of("Example Council", 42, 0))))
                .isEmpty();
    }

    @Test
    void wordsOfSourcesAreNeverReadAsMarkdownAndAMessageKeepsTheLimit() {
        for (String hostile : CardSamples.HOSTILE) {
            Card card = ListSamples.CARDS.render(ListSamples.of((hostile + " ").repeat(60), 42, 0));

            assertThat(CardsTest.objects(card.content()).stream()
                            .filter(node -> node.path("type").asText().equals("TextBlock"))
                            .map(node -> node.path("text").asText()))
                    .allMatch(text -> text.startsWith("Page 1 of 5") || text.startsWith("There is more than fits"));
            assertThat(card.message().toString().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(28 << 10);
        }
    }

    private static List<String> asked(sourcebook.dialogue.Response.Listed listed) {
        return CardsTest.objects(ListSamples.CARDS.render(listed).content()).stream()
                .filter(node -> node.path("type").asText().equals("Action.Execute"))
                .map(node -> Press.read(node.path("data")).orElseThrow().question())
                .toList();
    }

    private static List<JsonNode> images(Card card) {
        return CardsTest.objects(card.content()).stream()
                .filter(node -> node.path("type").asText().equals("Image"))
                .toList();
    }

    private static List<String> drawn(Card card) {
        return images(card).stream()
                .map(image -> URI.create(image.path("url").asText()).getRawPath())
                .map(path -> ListSamples.SIGNED
                        .read(path, ListSamples.CLOCK.instant())
                        .orElseThrow())
                .toList();
    }

    private static List<String> alts(Card card) {
        return images(card).stream()
                .map(image -> image.path("altText").asText())
                .toList();
    }

    private static List<String> urls(Card card) {
        return CardsTest.objects(card.content()).stream()
                .filter(node -> node.path("type").asText().equals("Action.OpenUrl"))
                .map(node -> node.path("url").asText())
                .filter(Objects::nonNull)
                .toList();
    }

    static String text(Card card) {
        StringBuilder text = new StringBuilder();
        for (JsonNode node : CardsTest.objects(card.content())) {
            if (node.path("type").asText().equals("RichTextBlock")) {
                node.path("inlines").forEach(run -> text.append(run.path("text").asText()));
                text.append('\n');
            } else if (node.path("type").asText().equals("TextBlock")) {
                text.append(node.path("text").asText()).append('\n');
            }
        }
        return text.toString();
    }
}
