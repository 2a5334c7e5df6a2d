package sourcebook.render.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sourcebook.dialogue.Response;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Reading;
import sourcebook.model.Answer.Reason;
import sourcebook.model.Citation;
import sourcebook.model.Generation.Holdings;
import sourcebook.model.PartialDate;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.question.Questions;
import sourcebook.render.Samples;

/** Slack refuses a whole message when one part of it is too long: none ever is, whatever the sources hold. */
final class LimitsTest {
    private static final int ROUNDS = 2_000;
    private static final String[] PIECES = {
        "a",
        "word ",
        "&",
        "<",
        ">",
        "|",
        "\"",
        "\\",
        "`",
        "é",
        "日本",
        "😀",
        "\u202e",
        "<!channel>",
        "<http://evil|x>",
        "\n",
        "@here "
    };

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void everyMessageKeepsSlacksLimits() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            Reply reply = reply();

            JsonNode message = SlackMessage.JSON.readTree(rendered(reply).privately());

            assertKept(message);
        }
    }

    @Test
    void everySharedMessageKeepsSlacksLimits() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            SlackMessage message = new SlackResponse(Samples.LINKS).shared(text(2_000), quotes(), text(300));

            assertKept(SlackMessage.JSON.readTree(message.inChannel()));
        }
    }

    @Test
    void helpAndSentencesKeepSlacksLimits() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> examples = List.of(text(2_000), text(2_000), text(2_000));

            assertKept(SlackMessage.JSON.readTree(SlackHelp.help(examples).privately()));
            assertKept(
                    SlackMessage.JSON.readTree(SlackHelp.sentence(text(5_000)).privately()));
        }
    }

    @Test
    void aSharedValueIsReadBackAsItWasWritten() {
        for (int round = 0; round < ROUNDS; round++) {
            String question = Questions.clean(text(600));
            List<Quote> quotes = quotes();

            Optional<Shared> shared = Shared.fromValue(Shared.value(question, quotes));

            assertThat(shared).as("seed %d", seed).isPresent();
            int kept = shared.get().places().size();
            assertThat(shared.get().question()).isEqualTo(question);
            assertThat(shared.get().fits(quotes.subList(0, kept)))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    private SlackMessage rendered(Reply reply) {
        List<String> next = List.of(text(600), text(600), text(600), text(600));
        Manner manner = Manner.values()[random.nextInt(Manner.values().length)];
        return new SlackResponse(Samples.LINKS)
                .render(
                        new Response.Answered(reply, text(900), 0, random.nextBoolean(), next),
                        manner,
                        (action, value) -> "s".repeat(Seals.MAX_SEAL) + value);
    }

    private void assertKept(JsonNode message) {
        assertThat(message.path("blocks")).as("seed %d", seed).hasSizeLessThanOrEqualTo(50);
        assertThat(message.path("text").asText()).as("seed %d", seed).hasSizeBetween(1, 3_000);
        objects(message).forEach(this::assertObjectKept);
    }

    private void assertObjectKept(JsonNode node) {
        if (node.path("text").isTextual() && !node.has("blocks")) {
            assertThat(node.path("text").asText()).as("seed %d", seed).hasSizeBetween(1, 3_000);
        }
        if (node.path("type").asText().equals("button")) {
            assertThat(node.at("/text/text").asText()).as("seed %d", seed).hasSizeBetween(1, 75);
            assertThat(node.path("value").asText()).as("seed %d", seed).hasSizeBetween(1, 2_000);
            assertThat(node.path("action_id").asText()).hasSizeBetween(1, 255);
        }
        if (node.path("type").asText().equals("actions")) {
            assertThat(node.path("elements")).hasSizeBetween(1, 25);
        }
        if (node.path("type").asText().equals("context")) {
            assertThat(node.path("elements")).hasSizeBetween(1, 10);
        }
    }

    private static List<JsonNode> objects(JsonNode node) {
        List<JsonNode> objects = new ArrayList<>();
        if (node.isObject()) {
            objects.add(node);
        }
        node.forEach(inside -> objects.addAll(objects(inside)));
        return objects;
    }

    private Reply reply() {
        String question = Questions.clean(text(600));
        return new Reply(question, answer(question), random.nextLong(1_000), random.nextLong(10_000));
    }

    private Answer answer(String question) {
        return switch (random.nextInt(3)) {
            case 0 -> new Answer.Found(List.copyOf(quotes()), random.nextDouble(), List.of(text(400)));
            case 1 ->
                new Answer.Ambiguous(
                        text(500),
                        IntStream.range(0, 2 + random.nextInt(40))
                                .mapToObj(i -> new Reading(text(3_000), question + text(3_000)))
                                .toList());
            default ->
                new Answer.NotFound(
                        Reason.WEAK_MATCH, 0, new Holdings(1, 1, 1, null), List.of(citation(), citation(), citation()));
        };
    }

    private List<Quote> quotes() {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> Samples.quote(citation(), text(4_000), orNull(text(400))))
                .toList();
    }

    private Citation citation() {
        return new Citation(
                id(),
                text(2_000),
                orNull(text(2_000)),
                orNull(text(2_000)),
                null,
                random.nextBoolean() ? new PartialDate("2015-07-14") : null,
                null);
    }

    private String id() {
        String id = text(200).replaceAll("[\\p{Cc}\\\\]", "x");
        return id.substring(0, Math.min(200, id.length()));
    }

    private @Nullable String orNull(String text) {
        return random.nextBoolean() ? text : null;
    }

    /** Not blank, and at least one unit; long ones are as likely as short ones. */
    private String text(int most) {
        int length = 1 + random.nextInt(random.nextBoolean() ? 20 : most);
        String piece = PIECES[random.nextInt(PIECES.length)];
        boolean uniform = random.nextInt(4) == 0;
        StringBuilder text = new StringBuilder("x");
        while (text.length() < length) {
            text.append(uniform ? piece : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
