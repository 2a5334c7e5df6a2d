package sourcebook.render.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sourcebook.NodePeers;
import sourcebook.dialogue.Response;
import sourcebook.model.Answer;
import sourcebook.model.Citation;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.render.Samples;
import sourcebook.render.teams.Press.Verb;

/** Cards by Microsoft's own types, their size, and what their buttons carry. */
final class CardsTest {
    private static final int ROUNDS = 300;
    private static final int LARGEST = 28 << 10;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void everyCardIsOfMicrosoftsTypes() throws Exception {
        NodePeers peers = NodePeers.of("teams");
        List<String> lines = new ArrayList<>();
        CardSamples.all().values().forEach(card -> lines.add(card.content().toString()));
        for (int i = 0; i < 20; i++) {
            lines.add(card().content().toString());
        }
        lines.add("{\"type\":\"AdaptiveCard\",\"version\":\"1.5\",\"body\":[{\"type\":\"TextBlock\",\"text\":5}]}");

        List<String> verdicts = new ArrayList<>(peers.run(lines, "cards.cjs"));

        assertThat(verdicts.removeLast()).isNotEqualTo("ok");
        assertThat(verdicts).as("seed %d", seed).containsOnly("ok");
    }

    @Test
    void everyMessageKeepsTheLimit() {
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode message = card().message();

            assertThat(message.toString().getBytes(StandardCharsets.UTF_8))
                    .as("seed %d", seed)
                    .hasSizeLessThanOrEqualTo(LARGEST);
        }
    }

    @Test
    void aQuoteIsShownWholeOrNotAtAll() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Quote> quotes = quotes();

            List<String> shown = quotations(CardSamples.CARDS.render(
                    CardSamples.answered(Samples.reply("what?", Samples.found(quotes.toArray(Quote[]::new))))));

            assertThat(quotes.stream().map(Quote::text)).as("seed %d", seed).containsAll(shown);
        }
    }

    @Test
    void aQuoteThatDoesNotFitIsToldAndLinked() {
        Quote tooLong = Samples.quote(Samples.MET, "word ".repeat(7_000) + "end.", null);
        Quote fits = Samples.quote(Samples.MET, "It fits.", null);

        Card card =
                CardSamples.CARDS.render(CardSamples.answered(Samples.reply("what?", Samples.found(tooLong, fits))));

        Card context = CardSamples.CARDS.context(CardSamples.context(tooLong), "what?");

        assertThat(quotations(context)).isEmpty();
        assertThat(quotations(card)).containsExactly("It fits.");
        assertThat(card.content().toString())
                .contains("too long for a card")
                .contains("https://quotes.test/articles/police/met?quote=8-35012#quote");
    }

    @Test
    void whatDoesNotFitAtAllIsCountedIn() {
        Citation named = new Citation("a", "title ".repeat(60), "author ".repeat(60), null, null, null, null);
        List<Citation> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(new Citation("é".repeat(200) + i, named.title(), named.author(), null, null, null, null));
        }

        Card card = CardSamples.CARDS.render(new Response.Sources("Articles", many, 20));

        assertThat(card.content().toString()).contains("There is more than fits on one card");
    }

    @Test
    void aCardThatIsTooLargeCannotBeMade() {
        ObjectNode large = Card.JSON.createObjectNode().put("text", "x".repeat(Card.MAX_BYTES));

        assertThatThrownBy(() -> new Card(large, "s", List.of())).hasMessageContaining("a card has at most");
    }

    @Test
    void aTextThatIsReadAsMarkdownHoldsOurOwnWordsAlone() {
        String stranger = "str*nger";
        Quote quote = Samples.quote(
                new Citation("a", stranger, stranger, stranger, null, null, null), stranger + ".", stranger);
        Answer found = new Answer.Found(List.of(quote), 1, List.of(stranger), stranger);

        Card answer = CardSamples.CARDS.render(
                new Response.Answered(Samples.reply(stranger, found), stranger, 1, true, List.of(stranger)));
        Card told = CardSamples.CARDS.render(new Response.Told(stranger));
        Card sources = CardSamples.CARDS.render(new Response.Sources(stranger, List.of(quote.citation()), 1));

        for (Card card : List.of(answer, told, sources, CardSamples.CARDS.quote(quote))) {
            assertThat(card.content().toString()).contains(stranger);
            assertThat(objects(card.content()).stream()
                            .filter(node -> node.path("type").asText().equals("TextBlock"))
                            .map(node -> node.path("text").asText()))
                    .noneMatch(text -> text.contains(stranger));
        }
    }

    @Test
    void anAnswerListsItsSourcesAndAsksWhetherItHelped() {
        JsonNode message = CardSamples.CARDS
                .render(CardSamples.answered(Samples.several()))
                .message();

        assertThat(message.path("text").asText()).isEqualTo("Sources: [1] [2]");
        assertThat(message.at("/channelData/feedbackLoop/type").asText()).isEqualTo("default");
        JsonNode citations = message.at("/entities/0/citation");
        assertThat(citations).hasSize(2);
        assertThat(citations.at("/0/position").asInt()).isEqualTo(1);
        assertThat(citations.at("/0/appearance/name").asText()).isEqualTo("The Met’s back office");
        assertThat(citations.at("/0/appearance/url").asText())
                .startsWith("https://quotes.test/articles/police/met?quote=");
        assertThat(message.toString()).doesNotContain("AIGenerated");
    }

    @Test
    void numbersAreLeftOutWhereTheyDoNotFitAndTheSourcesStandOnTheCardAllTheSame() {
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Citation source = new Citation("a/" + i, i + "€".repeat(90), "€".repeat(200), null, null, null, null);
            quotes.add(Samples.quote(source, i + " words".repeat(560) + ".", null));
        }

        Card card = CardSamples.CARDS.render(
                CardSamples.answered(Samples.reply("what?", Samples.found(quotes.toArray(Quote[]::new)))));

        assertThat(card.cited()).hasSize(5);
        assertThat(card.message().has("entities")).isFalse();
        assertThat(card.message().has("text")).isFalse();
        assertThat(card.content().toString()).contains("0€€", "4€€", "4 words");
    }

    @Test
    void whatIsNoAnswerListsNothingAndAsksNothing() {
        for (Card card : List.of(
                CardSamples.CARDS.sentence("Hello."),
                Objects.requireNonNull(CardSamples.all().get("ambiguous")))) {
            assertThat(card.message().has("entities")).isFalse();
            assertThat(card.message().has("channelData")).isFalse();
        }
    }

    @Test
    void aButtonCarriesItsQuestionThereAndBack() {
        for (Verb verb : Verb.values()) {
            Press press = new Press(verb, "how *long*?", 2, new Quote.Place("a/b", new Span(3, 9)));

            assertThat(Press.read(press.data())).contains(press);
        }
        assertThat(Press.read(Press.ask("how long?", 0).data())).contains(Press.ask("how long?", 0));
    }

    @Test
    void dataThatAreNotOursAreNone() throws IOException {
        for (String data : List.of(
                "{}",
                "[]",
                "\"x\"",
                "null",
                "{\"sourcebook\":7}",
                "{\"sourcebook\":{\"verb\":\"delete\"}}",
                "{\"sourcebook\":{\"verb\":\"ask\",\"page\":-1}}",
                "{\"sourcebook\":{\"verb\":\"ask\",\"page\":1001}}",
                "{\"sourcebook\":{\"verb\":\"context\",\"article\":\"a\",\"start\":9,\"end\":3}}",
                "{\"sourcebook\":{\"verb\":\"ask\",\"question\":\"" + "x".repeat(1_001) + "\"}}")) {
            assertThat(Press.read(Card.JSON.readTree(data))).as(data).isEmpty();
        }
    }

    /** The words of what is set apart as quotations. */
    static List<String> quotations(Card card) {
        return objects(card.content()).stream()
                .filter(node -> node.path("style").asText().equals("emphasis"))
                .map(node -> {
                    StringBuilder words = new StringBuilder();
                    node.at("/items/0/inlines")
                            .forEach(run -> words.append(run.path("text").asText()));
                    return words.toString();
                })
                .toList();
    }

    static List<JsonNode> objects(JsonNode node) {
        List<JsonNode> objects = new ArrayList<>();
        if (node.isObject()) {
            objects.add(node);
        }
        node.forEach(inside -> objects.addAll(objects(inside)));
        return objects;
    }

    private Card card() {
        return switch (random.nextInt(4)) {
            case 0 ->
                CardSamples.CARDS.render(new Response.Answered(
                        Samples.reply(
                                text(500), new Answer.Found(List.copyOf(quotes()), 1, List.of(text(300)), text(200))),
                        random.nextBoolean() ? text(500) : null,
                        random.nextInt(3),
                        random.nextBoolean(),
                        List.of(text(500), text(500), text(500))));
            case 1 -> CardSamples.CARDS.context(CardSamples.context(quotes().getFirst()), text(500));
            case 2 -> CardSamples.CARDS.sentence(text(6_000));
            default -> CardSamples.CARDS.quote(quotes().getFirst());
        };
    }

    private List<Quote> quotes() {
        List<Quote> quotes = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            Citation citation = new Citation(
                    "é".repeat(1 + random.nextInt(60)), text(1_000), text(500), text(500), null, null, null);
            quotes.add(Samples.quote(citation, text(random.nextInt(5) == 0 ? 30_000 : 3_000), text(400)));
        }
        return quotes;
    }

    private String text(int max) {
        StringBuilder text = new StringBuilder("w");
        int length = 1 + random.nextInt(max);
        while (text.length() < length) {
            text.append(CardSamples.HOSTILE.get(random.nextInt(CardSamples.HOSTILE.size())))
                    .append(' ');
        }
        text.setLength(Math.min(text.length(), max));
        return Character.isHighSurrogate(text.charAt(text.length() - 1)) ? text + "\uDE00" : text.toString();
    }

    static Map<String, Card> all() {
        return CardSamples.all();
    }
}
