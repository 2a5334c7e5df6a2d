package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;

/** Words of sources and of people that mean something to Slack must come out as words. */
@SuppressWarnings("NullAway.Init")
final class HostileWordsTest {
    private static final String OURS = "<" + RunningService.PUBLIC + "/";
    private static final String HOSTILE = "The brewery <!channel> contract <@U1> & <http://evil|x> of @here `Ale` "
            + "```Works``` *cost* \u202eseven\u202c &lt;!everyone&gt; <#C1> 😀 million pounds.";
    private static final String LONG =
            "The lighthouse inventory enumerated " + "one lamp, ".repeat(400) + "and no more.";
    private static final String QUESTION = "what did the brewery contract cost in million pounds?";

    @TempDir
    static Path folder;

    private static FakeSlack fake;
    private static RunningService service;
    private static SlackClient slack;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        SmallCorpus corpus = SmallCorpus.in(folder);
        corpus.write("articles/hostile.jsonl", """
                {"id":"odd/<!here>|x","title":"<!channel>|<@U2> & <http://evil|title>","author":"<!everyone> @here",\
                "publisher":"http://evil.test/","text":"%s"}
                """.formatted(HOSTILE));
        corpus.article("odd/lighthouse", "Lighthouse", LONG);
        fake = new FakeSlack();
        service = RunningService.over(corpus, fake.settings(), Clock.systemUTC());
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
    void aHostileSentenceIsQuotedToTheCharacterAndHasNoForce() throws Exception {
        JsonNode message = answer(QUESTION);

        assertThat(Blocks.quotes(message)).containsExactly(HOSTILE);
        assertThat(Blocks.controls(message)).isNotEmpty().allMatch(control -> control.startsWith(OURS));
        assertHarmless(message);
    }

    @Test
    void aHostileSentenceIsSharedToTheCharacterAndHasNoForce() throws Exception {
        slack.press(Blocks.buttons(answer(QUESTION)).getFirst());
        JsonNode shared = fake.message();

        assertThat(Blocks.quotes(shared)).containsExactly(HOSTILE);
        assertHarmless(shared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel> <@U1> <#C1> <http://evil|x> @here @channel what is this",
                "&lt;!channel&gt; what did the brewery contract cost",
                "<!subteam^S1> NPS employs how many people <!date^1^{date}^https://evil.test|x>",
                "*bold* _it_ ~no~ `code` ```block``` > quote",
                "\u202e\u2066 right to left \u0000\u0007\u001b[31m",
                "<",
                ">",
                "&",
                "<!",
                "|>",
                "https://evil.test what is the boiling point of tungsten"
            })
    void aHostileQuestionHasNoForce(String question) throws Exception {
        assertHarmless(answer(question));
    }

    @Test
    void aHostileCommandNameHasNoForce() throws Exception {
        String body =
                slack.send(slack.form("/<!channel>", "x"), SlackClient.FORM).body();

        assertHarmless(new ObjectMapper().readTree(body));
    }

    @Test
    void aSentenceTooLongForSlackIsLinkedAndNotCut() throws Exception {
        JsonNode message = answer("what did the lighthouse inventory enumerate?");

        assertThat(Blocks.quotes(message)).isEmpty();
        assertThat(Blocks.words(message)).contains("too long for Slack (" + LONG.length() + " characters)");
        assertThat(Blocks.controls(message))
                .containsExactly("<" + RunningService.PUBLIC + "/articles/odd/lighthouse?quote=0-" + LONG.length()
                        + "#quote|Lighthouse>");
    }

    private static void assertHarmless(JsonNode message) {
        assertThat(Blocks.controls(message)).allMatch(control -> control.startsWith(OURS) && control.endsWith(">"));
        assertThat(message.path("parse").asText()).isEqualTo("none");
        assertThat(message.path("link_names").asBoolean(true)).isFalse();
        assertThat(message.path("unfurl_links").asBoolean(true)).isFalse();
        Blocks.objects(message).forEach(HostileWordsTest::assertLiteral);
    }

    /** Mrkdwn is not searched for names and addresses, plain text not for pictographs. */
    private static void assertLiteral(JsonNode node) {
        String type = node.path("type").asText();
        assertThat(List.of("user", "channel", "usergroup", "broadcast", "link", "emoji"))
                .doesNotContain(type);
        if (type.equals("mrkdwn")) {
            assertThat(node.path("verbatim").asBoolean()).isTrue();
        }
        if (type.equals("plain_text")) {
            assertThat(node.path("emoji").asBoolean(true)).isFalse();
        }
    }

    private static JsonNode answer(String text) throws IOException, InterruptedException {
        JsonNode now = slack.command(text);
        return Blocks.words(now).startsWith("Searching…") ? fake.message() : now;
    }
}
