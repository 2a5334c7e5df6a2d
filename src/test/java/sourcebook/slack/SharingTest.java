package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;

/** The share button, through HTTP. */
@SuppressWarnings("NullAway.Init")
final class SharingTest {
    private static final String GONE = "The corpus has changed since you asked";

    @TempDir
    Path folder;

    private SmallCorpus corpus;
    private FakeSlack fake;
    private RunningService service;
    private SlackClient slack;

    @BeforeEach
    void start() throws IOException {
        corpus = SmallCorpus.in(folder);
        fake = new FakeSlack();
        service = RunningService.over(corpus, fake.settings(), Clock.systemUTC());
        slack = new SlackClient(service.at("/slack/events"), fake.responseUrl());
    }

    @AfterEach
    void stop() {
        slack.close();
        service.close();
        fake.close();
    }

    @Test
    void theChannelSeesTheSameQuotesAndWhoSharedThem() throws Exception {
        JsonNode answer = answer();

        slack.press(Blocks.buttons(answer).getFirst());
        JsonNode shared = fake.message();

        assertThat(shared.path("response_type").asText()).isEqualTo("in_channel");
        assertThat(shared.path("replace_original").asBoolean(true)).isFalse();
        assertThat(Blocks.quotes(shared)).isEqualTo(Blocks.quotes(answer));
        assertThat(Blocks.controls(shared)).isEqualTo(Blocks.controls(answer));
        assertThat(Blocks.words(shared)).contains("Asked: " + SmallCorpus.WORTH_QUESTION, "Shared by ada");
        assertThat(Blocks.buttons(shared)).isEmpty();
    }

    @Test
    void wordsThatLeftTheCorpusAreNotSharedAndOnlyTheAskerIsTold() throws Exception {
        JsonNode button = Blocks.buttons(answer()).getFirst();
        corpus.article("police/met", "The Met’s back office", "It is all different now, said nobody of the contract.");
        service.reindex();

        slack.press(button);

        assertPrivatelyRefused(fake.message());
    }

    @Test
    void otherWordsAtTheSamePlaceAreNotShared() throws Exception {
        JsonNode button = Blocks.buttons(answer()).getFirst();
        corpus.article("police/met", "The Met’s back office", SmallCorpus.WORTH.replace("£216m", "£999m"));
        service.reindex();

        slack.press(button);

        assertPrivatelyRefused(fake.message());
    }

    @Test
    void wordsThatAreStillThereAreSharedFromTheNewIndex() throws Exception {
        JsonNode answer = answer();
        corpus.article("new/article", "New", "Something was added to the corpus.");
        service.reindex();

        slack.press(Blocks.buttons(answer).getFirst());

        assertThat(Blocks.quotes(fake.message())).isEqualTo(Blocks.quotes(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "[]",
                "null",
                "{\"p\":[]}",
                "{\"q\":\"x\",\"p\":[[\"police/met\",0,5]]}",
                "{\"q\":\"x\",\"p\":[[\"police/met\",5,0]]}",
                "{\"q\":\"x\",\"p\":[[\"nowhere\",0,9]]}",
                "{\"q\":\"x\",\"p\":[[\"police/met\",0,0]]}"
            })
    void aButtonThatIsNotOursSharesNothing(String value) throws Exception {
        slack.press("share", FakeSlack.sealed("share", value));

        assertPrivatelyRefused(fake.message());
    }

    private static void assertPrivatelyRefused(JsonNode message) {
        assertThat(message.path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(message.path("replace_original").asBoolean(true)).isFalse();
        assertThat(Blocks.words(message)).startsWith(GONE);
        assertThat(Blocks.quotes(message)).isEqualTo(List.of());
    }

    private JsonNode answer() throws IOException, InterruptedException {
        JsonNode now = slack.command(SmallCorpus.WORTH_QUESTION);
        return Blocks.words(now).startsWith("Searching…") ? fake.message() : now;
    }
}
