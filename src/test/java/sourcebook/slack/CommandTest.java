package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.slack.talk.Presses;

/** Signed requests in, blocks out, over HTTP. */
@SuppressWarnings("NullAway.Init")
final class CommandTest {
    private static final String JSON = "application/json";

    @TempDir
    static Path folder;

    private static FakeSlack fake;
    private static RunningService service;
    private static SlackClient slack;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        fake = new FakeSlack();
        service = RunningService.over(SmallCorpus.in(folder), fake.settings(), Clock.systemUTC());
        slack = new SlackClient(service.at("/slack/events"), fake.responseUrl());
        slack.command("help");
    }

    @AfterAll
    static void stop() {
        slack.close();
        service.close();
        fake.close();
    }

    @Test
    void anAnswerIsTheExactWordsWithALinkToTheSentence() throws Exception {
        JsonNode message = answer(SmallCorpus.WORTH_QUESTION);

        assertThat(Blocks.quotes(message)).first().isEqualTo(SmallCorpus.WORTH);
        assertThat(Blocks.controls(message))
                .first()
                .isEqualTo("<" + RunningService.PUBLIC + "/articles/police/met?quote=0-" + SmallCorpus.WORTH.length()
                        + "#quote|The Met’s back office>");
        assertThat(message.path("text").asText()).contains(SmallCorpus.WORTH);
    }

    @Test
    void onlyTheAskerSeesAnAnswer() throws Exception {
        JsonNode message = answer(SmallCorpus.WORTH_QUESTION);

        assertThat(message.path("response_type").asText()).isEqualTo("ephemeral");
    }

    @Test
    void anAnswerCanBeShared() throws Exception {
        JsonNode message = answer(SmallCorpus.WORTH_QUESTION);

        assertThat(Blocks.buttons(message))
                .extracting(button -> button.path("action_id").asText())
                .containsExactly("share", "thread", "context", "up", "down");
    }

    @Test
    void aQuestionThatNothingAnswersGetsAnHonestNo() throws Exception {
        JsonNode message = answer(SmallCorpus.NO_ANSWER);

        assertThat(Blocks.quotes(message)).isEmpty();
        assertThat(Blocks.buttons(message)).isEmpty();
        assertThat(Blocks.words(message)).contains("Nothing in the corpus is about this. I searched all 5 articles");
    }

    @Test
    void anEmptyCommandGivesThreeExamplesOfDifferentKinds() throws Exception {
        JsonNode message = answer("");

        assertThat(Blocks.words(message))
                .contains(SmallCorpus.WORTH_QUESTION, SmallCorpus.TAGGING_QUESTION, SmallCorpus.CANTEEN_QUESTION)
                .doesNotContain(SmallCorpus.PAYROLL_QUESTION);
    }

    @Test
    void helpIsTheSameAsAnEmptyCommand() throws Exception {
        String expected = Blocks.words(answer(""));

        for (String word : List.of("help", "HELP", "?", "   ")) {
            assertThat(Blocks.words(answer(word))).isEqualTo(expected);
        }
    }

    @Test
    void aNameThatFitsTwoPartiesGivesAButtonForEach() throws Exception {
        JsonNode message = answer(SmallCorpus.AMBIGUOUS_QUESTION);

        assertThat(Blocks.buttons(message))
                .extracting(button -> button.at("/text/text").asText())
                .containsExactlyInAnyOrder("National Probation Service", "National Payroll Society");
    }

    @Test
    void theButtonOfAPartyAsksAboutThatParty() throws Exception {
        JsonNode button = Blocks.buttons(answer(SmallCorpus.AMBIGUOUS_QUESTION)).stream()
                .filter(b -> b.at("/text/text").asText().contains("Probation"))
                .findFirst()
                .orElseThrow();

        HttpResponse<String> acknowledged = slack.press(button);
        JsonNode message = fake.message();

        assertThat(acknowledged.statusCode()).isEqualTo(200);
        assertThat(acknowledged.body()).isEmpty();
        assertThat(Blocks.quotes(message)).containsExactly("The National Probation Service employs 9,000 people.");
        assertThat(message.path("replace_original").asBoolean(true)).isFalse();
        assertThat(message.path("response_type").asText()).isEqualTo("ephemeral");
    }

    @Test
    void aQuestionOfTenThousandCharactersIsToldToBeTooLong() throws Exception {
        JsonNode message = answer((SmallCorpus.WORTH_QUESTION + " ").repeat(200).substring(0, 10_000));

        assertThat(Blocks.words(message)).startsWith("That is longer than");
    }

    @Test
    void lineEndsAndPictographsInAQuestionAreNoHindrance() throws Exception {
        JsonNode message =
                answer("📎 how much was the\r\nMetropolitan Police contract with Shared Services worth 💷\n");

        assertThat(Blocks.quotes(message)).contains(SmallCorpus.WORTH);
    }

    @Test
    void anUnknownCommandIsToldSo() throws Exception {
        HttpResponse<String> response = slack.send(slack.form("/insourcing", "x"), SlackClient.FORM);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("I don't know the command /insourcing");
    }

    @Test
    void anUnknownButtonIsAcknowledged() throws Exception {
        HttpResponse<String> response = slack.press("no-such-button", "x");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Blocks.words(fake.message())).startsWith(Presses.NOT_YOURS);
    }

    @Test
    void anUnknownEventIsAcknowledged() throws Exception {
        HttpResponse<String> response = slack.send("""
                {"type":"event_callback","team_id":"T1","event_id":"E1","event":{"type":"star_added","user":"U1 é"}}
                """, JSON);

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownShortcutIsAcknowledged() throws Exception {
        String payload =
                "{\"type\":\"shortcut\",\"callback_id\":\"nobody\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"}}";

        HttpResponse<String> response = slack.send("payload=" + SlackClient.encoded(payload), SlackClient.FORM);

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void slacksCheckOfTheAddressIsAnswered() throws Exception {
        HttpResponse<String> response = slack.send("{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}", JSON);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("3eZbrw1a");
    }

    @Test
    void signedRubbishIsRefusedWithoutTellingWhatIsInside() throws Exception {
        for (String body : List.of("{", "[]", "null", "payload={", "payload=%7B%7D", "%%%", "")) {
            HttpResponse<String> response = slack.send(body, body.startsWith("p") ? SlackClient.FORM : JSON);

            assertThat(response.body()).as(body).doesNotContain("Exception", "\tat ", "com.slack", "Jetty");
        }
    }

    /** The answer, whether it came at once or, on a busy machine, later. */
    private static JsonNode answer(String text) throws IOException, InterruptedException {
        JsonNode now = slack.command(text);
        return Blocks.words(now).startsWith("Searching…") ? fake.message() : now;
    }
}
