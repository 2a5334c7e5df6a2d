package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.slack.delivery.Delivery;
import sourcebook.slack.talk.Presses;
import sourcebook.slack.talk.Talk;

/** Everywhere that people ask in Slack besides the slash command, through the running service. */
@SuppressWarnings("NullAway.Init")
final class SurfacesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FERRY =
            "Example Lines has run the ferry for Northport Council since 1 May 2015 for £3m until 30 April 2030.";
    private static final String CONTRACT = """
            contract,predicate,value,unit,basis,valid from,valid to,recorded on,article,quote
            example-ferry,title,Ferry contract,,,,,,,
            example-ferry,supplier,Example Lines,,,,,2015-05,it/ferry,FERRY
            example-ferry,buyer,Northport Council,,,,,2015-05,it/ferry,FERRY
            example-ferry,value,3000000,GBP,total,,,2015-05,it/ferry,FERRY
            example-ferry,start,2015-05-01,,,,,2015-05,it/ferry,FERRY
            example-ferry,end,2030-04-30,,,,,2015-05,it/ferry,FERRY
            """.replace("FERRY", FERRY);

    @TempDir
    Path folder;

    private SmallCorpus corpus;
    private FakeSlack fake;
    private RunningService service;
    private SlackClient slack;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeSlack();
        corpus = SmallCorpus.in(folder);
        service = RunningService.over(corpus, fake.settingsWithToken(), Clock.systemUTC());
        slack = new SlackClient(service.at("/slack/events"), fake.responseUrl());
    }

    @AfterEach
    void stop() {
        slack.close();
        service.close();
        fake.close();
    }

    @Test
    void aMentionIsAnsweredInItsThreadWithTheQuotesWordForWord() throws Exception {
        ObjectNode mention = SlackClient.message("app_mention", "C1", "", "<@UBOT> " + SmallCorpus.WORTH_QUESTION);

        assertThat(slack.event(mention).statusCode()).isEqualTo(200);

        Map<String, String> posted = fake.called("chat.postMessage");
        assertThat(posted)
                .containsEntry("channel", "C1")
                .containsEntry("thread_ts", mention.path("ts").asText())
                .containsEntry("authorization", "Bearer " + FakeSlack.TOKEN);
        assertThat(Blocks.quotes(message(posted))).contains(SmallCorpus.WORTH);
        assertThat(Blocks.words(message(posted))).doesNotContain("UBOT");
    }

    @Test
    void anEventThatIsDeliveredAgainIsAnsweredOnce() throws Exception {
        ObjectNode mention = SlackClient.message("app_mention", "C1", "", "<@UBOT> " + SmallCorpus.WORTH_QUESTION);
        ObjectNode sameMessage = mention.deepCopy().put("type", "message");
        sameMessage.put("channel_type", "channel");

        long now = Instant.now().getEpochSecond();
        for (int i = 0; i < 4; i++) {
            String body = SlackClient.eventBody(mention, "EvSame");
            assertThat(slack.send(body, "application/json", now - i).statusCode())
                    .isEqualTo(200);
        }
        slack.event(sameMessage);
        slack.event(SlackClient.message("message", "D1", "", SmallCorpus.TAGGING_QUESTION));

        assertThat(fake.called("chat.postMessage")).containsKey("blocks");
        assertThat(fake.called("chat.postMessage")).containsKey("blocks");
        assertThat(fake.calls("chat.postMessage")).isZero();
    }

    @Test
    void aDirectMessageIsAnsweredWhereItWasWritten() throws Exception {
        slack.event(SlackClient.message("message", "D1", "", SmallCorpus.TAGGING_QUESTION));

        Map<String, String> posted = fake.called("chat.postMessage");
        assertThat(posted).containsEntry("channel", "D1").doesNotContainKey("thread_ts");
        assertThat(Blocks.quotes(message(posted))).contains(SmallCorpus.TAGGING);
        assertThat(Blocks.words(message(posted))).doesNotContain("Share to channel");
    }

    @Test
    void messagesOfBotsAndThreadsThatWeAreNotInAreNobodysQuestions() throws Exception {
        slack.event(SlackClient.message("message", "D1", "", SmallCorpus.WORTH_QUESTION)
                .put("bot_id", "B1"));
        slack.event(SlackClient.message("message", "C1", "1.1", SmallCorpus.WORTH_QUESTION));
        slack.event(SlackClient.message("message", "C1", "", SmallCorpus.WORTH_QUESTION));
        slack.event(SlackClient.message("message", "D1", "", SmallCorpus.TAGGING_QUESTION));

        assertThat(Blocks.quotes(message(fake.called("chat.postMessage")))).contains(SmallCorpus.TAGGING);
        assertThat(fake.calls("chat.postMessage")).isZero();
    }

    @Test
    void theAssistantPaneGetsPromptsAStatusAndATitle() throws Exception {
        ObjectNode opened = JSON.createObjectNode().put("type", "assistant_thread_started");
        opened.put("event_ts", "1.1");
        opened.putObject("assistant_thread")
                .put("user_id", "U1")
                .put("channel_id", "D1")
                .put("thread_ts", "1.1")
                .putObject("context");
        slack.event(opened);
        slack.event(SlackClient.message("message", "D1", "1.1", SmallCorpus.TAGGING_QUESTION));

        assertThat(fake.called("assistant.threads.setSuggestedPrompts").get("prompts"))
                .contains(SmallCorpus.WORTH_QUESTION);
        assertThat(fake.called("assistant.threads.setStatus")).containsEntry("status", "is searching…");
        assertThat(fake.called("assistant.threads.setTitle").get("title")).startsWith("how long did the tagging");
        assertThat(fake.called("chat.postMessage")).containsEntry("thread_ts", "1.1");
    }

    @Test
    void theHomeTabShowsTheCorpusAndMyQuestionsUntilIForgetThem() throws Exception {
        slack.command(SmallCorpus.WORTH_QUESTION);
        slack.event(home());
        JsonNode view = JSON.readTree(fake.called("views.publish").get("view"));
        JsonNode forget = Blocks.buttons(view).getLast();
        slack.press("forget", forget.path("value").asText());
        JsonNode after = JSON.readTree(fake.called("views.publish").get("view"));

        assertThat(Blocks.words(view))
                .contains("5 articles", "Your recent questions", SmallCorpus.WORTH_QUESTION)
                .doesNotContain("For admins");
        assertThat(Blocks.words(after)).doesNotContain("Your recent questions");
    }

    @Test
    void aQuestionAskedInAThreadIsNamedAndAnsweredBelow() throws Exception {
        JsonNode button = button("thread");

        slack.press(button);

        Map<String, String> opening = fake.called("chat.postMessage");
        Map<String, String> answer = fake.called("chat.postMessage");
        assertThat(Blocks.words(message(opening))).contains("ada asked: " + SmallCorpus.WORTH_QUESTION);
        assertThat(opening).doesNotContainKey("thread_ts");
        assertThat(answer).containsEntry("thread_ts", "1700000000.1");
        assertThat(Blocks.quotes(message(answer))).contains(SmallCorpus.WORTH);
    }

    @Test
    void theContextModalMarksTheSentence() throws Exception {
        slack.press(button("context"));

        JsonNode view = JSON.readTree(fake.called("views.open").get("view"));
        assertThat(Blocks.objects(view)
                        .filter(node -> node.path("style").path("bold").asBoolean())
                        .map(node -> node.path("text").asText()))
                .contains(SmallCorpus.WORTH);
    }

    @Test
    void aBadAnswerIsToldWithAReason() throws Exception {
        slack.press(button("down"));
        JsonNode view = JSON.readTree(fake.called("views.open").get("view"));

        assertThat(slack.reason(view.path("private_metadata").asText(), "1").statusCode())
                .isEqualTo(200);
        slack.press(button("up"));

        assertThat(Blocks.words(fake.message())).startsWith("Thank you");
        assertThat(Blocks.words(view)).contains("It is out of date");
    }

    @Test
    void aButtonOfSomebodyElseAnotherActionOrAlteredIsRefused() throws Exception {
        JsonNode share = button("share");
        String value = share.path("value").asText();

        slack.press("context", value);
        slack.press("share", value.replace("10 years", "11 years") + " ");
        slack.press("share", "{\"q\":\"x\",\"p\":[[\"police/met\",0,5]]}");
        slack.press("forget", value);

        for (int i = 0; i < 4; i++) {
            JsonNode message = fake.message();
            assertThat(Blocks.words(message)).startsWith(Presses.NOT_YOURS);
            assertThat(message.path("response_type").asText()).isEqualTo("ephemeral");
        }
        assertThat(fake.calls("views.open")).isZero();
    }

    @Test
    void inAnExternallySharedChannelNobodyElseIsShownAnything() throws Exception {
        String share = button("share").path("value").asText();
        fake.answers("conversations.info", "{\"ok\":true,\"channel\":{\"id\":\"C2\",\"is_ext_shared\":true}}");

        slack.event(SlackClient.message("app_mention", "C2", "", "<@UBOT> " + SmallCorpus.WORTH_QUESTION));
        slack.press(new SlackClient.Somebody("T1", "U1"), "C2", "share", share);

        assertThat(fake.called("chat.postEphemeral").get("text")).startsWith("People of other organisations");
        assertThat(Blocks.words(fake.message())).startsWith("People of other organisations");
        assertThat(fake.calls("chat.postMessage")).isZero();
    }

    @Test
    void aChannelThatCannotBeLookedUpIsTreatedAsNotAllowed() throws Exception {
        fake.answers("conversations.info", "{\"ok\":false,\"error\":\"channel_not_found\"}");
        slack.press(button("share"));

        JsonNode message = fake.message();
        assertThat(Blocks.quotes(message)).isEmpty();
        assertThat(message.path("response_type").asText()).isEqualTo("ephemeral");
    }

    @Test
    void onlyAdminsOfThatVeryTeamSetChannels() throws Exception {
        for (String[] other : new String[][] {{"T1", "U1"}, {"T2", "UADMIN"}, {"T1:UADMIN", "U1"}}) {
            assertThat(Blocks.words(slack.administer(other[0], other[1], "channel off")))
                    .startsWith("Only admins of Sourcebook");
        }
        assertThat(Blocks.quotes(slack.command(SmallCorpus.WORTH_QUESTION))).isNotEmpty();

        assertThat(Blocks.words(slack.administer("T1", "UADMIN", "channel off")))
                .startsWith("Done.");
        assertThat(Blocks.words(slack.command(SmallCorpus.WORTH_QUESTION))).startsWith(Talk.OFF);
        assertThat(Blocks.words(slack.administer("T1", "UADMIN", "channel on"))).contains("is on");
        assertThat(Blocks.quotes(slack.command(SmallCorpus.WORTH_QUESTION))).isNotEmpty();
        assertThat(Blocks.words(slack.administer("T1", "UADMIN", "channel private")))
                .contains("the asker alone");
    }

    @Test
    void whereAnswersArePrivateAMentionIsAnsweredForTheAskerAlone() throws Exception {
        slack.administer("T1", "UADMIN", "channel private");

        slack.event(SlackClient.message("app_mention", "C1", "", "<@UBOT> " + SmallCorpus.WORTH_QUESTION));

        assertThat(fake.called("chat.postEphemeral")).containsEntry("user", "U1");
        assertThat(fake.calls("chat.postMessage")).isZero();
    }

    @Test
    void whoeverAsksTooFastIsToldKindly() throws Exception {
        String last = "";
        for (int i = 0; i < 130; i++) {
            last = Blocks.words(slack.command("help"));
        }

        assertThat(last).startsWith(Delivery.HURRIED);
    }

    @Test
    void aRateLimitOfSlacksIsWaitedFor() throws Exception {
        fake.refusesOnce("chat.postMessage", 429, "1");

        slack.event(SlackClient.message("message", "D1", "", SmallCorpus.TAGGING_QUESTION));

        assertThat(fake.called("chat.postMessage").get("blocks"))
                .isEqualTo(fake.called("chat.postMessage").get("blocks"));
    }

    @Test
    void aLinkToOurArticleShowsTheSentenceItLeadsTo() throws Exception {
        ObjectNode shared = JSON.createObjectNode().put("type", "link_shared").put("user", "U1");
        shared.put("channel", "C1").put("message_ts", "1.2");
        String address = RunningService.PUBLIC + "/articles/police/met?quote=0-" + SmallCorpus.WORTH.length();
        shared.putArray("links").addObject().put("url", address).put("domain", "quotes.test");
        slack.event(shared);

        JsonNode unfurls = JSON.readTree(fake.called("chat.unfurl").get("unfurls"));
        assertThat(Blocks.quotes(unfurls.path(address))).containsExactly(SmallCorpus.WORTH);
    }

    @Test
    void linksToContractsAndPartiesShowWhatTheyLeadTo() throws Exception {
        corpus.article("it/ferry", "Ferry", FERRY);
        corpus.write("contracts/sheet.csv", CONTRACT);
        service.reindex();

        JsonNode unfurls = unfurled("/contracts/example-ferry", "/parties/example-lines", "/contracts/none", "/");

        assertThat(Blocks.words(unfurls.path(RunningService.PUBLIC + "/contracts/example-ferry")))
                .contains("Ferry contract", "Example Lines", "£3,000,000");
        assertThat(Blocks.words(unfurls.path(RunningService.PUBLIC + "/parties/example-lines")))
                .contains("Example Lines", "0 contracts as buyer, 1 as supplier.");
        assertThat(unfurls).hasSize(2);
    }

    @Test
    void aListOfContractsHasItsChartBelowTheFigures() throws Exception {
        corpus.article("it/ferry", "Ferry", FERRY);
        corpus.write("contracts/sheet.csv", CONTRACT);
        service.reindex();

        JsonNode now = slack.command("contracts");
        JsonNode list = Blocks.words(now).startsWith("Searching…") ? fake.message() : now;

        String url = Blocks.objects(list)
                .filter(node -> node.path("type").asText().equals("image"))
                .map(node -> node.path("image_url").asText())
                .findFirst()
                .orElseThrow();
        assertThat(Blocks.words(list)).contains("Example Lines");
        assertThat(url).startsWith(RunningService.PUBLIC + "/charts/");
        assertThat(service.get(url.substring(RunningService.PUBLIC.length()))
                        .headers()
                        .firstValue("Content-Type"))
                .contains("image/png");
    }

    @Test
    void aFollowUpInOurThreadIsAnsweredWithoutAMention() throws Exception {
        ObjectNode mention = SlackClient.message("app_mention", "C1", "", "<@UBOT> " + SmallCorpus.WORTH_QUESTION);
        slack.event(mention);
        fake.called("chat.postMessage");

        slack.event(SlackClient.message("message", "C1", mention.path("ts").asText(), "and when did it begin?")
                .put("user", "U2"));

        Map<String, String> posted = fake.called("chat.postMessage");
        assertThat(posted).containsEntry("thread_ts", mention.path("ts").asText());
        assertThat(Blocks.quotes(message(posted))).contains("It began in 2015.");
    }

    @Test
    void whatWasAskedInAThreadByItsButtonGoesOnThere() throws Exception {
        slack.press(button("thread"));
        fake.called("chat.postMessage");
        fake.called("chat.postMessage");

        slack.event(SlackClient.message("message", "C1", "1700000000.1", "and when did it begin?"));

        Map<String, String> posted = fake.called("chat.postMessage");
        assertThat(posted).containsEntry("thread_ts", "1700000000.1");
        assertThat(Blocks.quotes(message(posted))).contains("It began in 2015.");
    }

    @Test
    void inAnExternallySharedChannelAPrivateAnswerIsRefusedTooUntilAnAdminAllowsIt() throws Exception {
        fake.answers("conversations.info", "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"is_ext_shared\":true}}");

        assertThat(Blocks.words(answered(SmallCorpus.WORTH_QUESTION))).startsWith("People of other organisations");
        slack.shortcut("“" + SmallCorpus.WORTH + "”");
        assertThat(Blocks.words(fake.message())).startsWith("People of other organisations");

        slack.administer("T1", "UADMIN", "channel external on");
        assertThat(Blocks.quotes(answered(SmallCorpus.WORTH_QUESTION))).contains(SmallCorpus.WORTH);
    }

    @Test
    void inAChannelThatCannotBeLookedUpAPrivateAnswerIsGivenAndItIsLookedUpOnce() throws Exception {
        fake.answers("conversations.info", "{\"ok\":false,\"error\":\"channel_not_found\"}");

        assertThat(Blocks.quotes(answered(SmallCorpus.WORTH_QUESTION))).contains(SmallCorpus.WORTH);
        assertThat(Blocks.quotes(answered(SmallCorpus.TAGGING_QUESTION))).contains(SmallCorpus.TAGGING);
        assertThat(fake.calls("conversations.info")).isEqualTo(1);
    }

    private JsonNode answered(String question) throws Exception {
        JsonNode now = slack.command(question);
        return Blocks.words(now).startsWith("Searching…") ? fake.message() : now;
    }

    private JsonNode unfurled(String... paths) throws Exception {
        ObjectNode shared = JSON.createObjectNode().put("type", "link_shared").put("user", "U1");
        shared.put("channel", "C1").put("message_ts", "1.2");
        var links = shared.putArray("links");
        for (String path : paths) {
            links.addObject().put("url", RunningService.PUBLIC + path).put("domain", "quotes.test");
        }
        slack.event(shared);
        return JSON.readTree(fake.called("chat.unfurl").get("unfurls"));
    }

    @Test
    void theShortcutAnswersPrivately() throws Exception {
        slack.shortcut("“" + SmallCorpus.WORTH + "”");

        assertThat(fake.message().path("response_type").asText()).isEqualTo("ephemeral");
    }

    private static ObjectNode home() {
        return JSON.createObjectNode()
                .put("type", "app_home_opened")
                .put("user", "U1")
                .put("tab", "home")
                .put("channel", "D1");
    }

    private JsonNode button(String action) throws IOException, InterruptedException {
        JsonNode now = slack.command(SmallCorpus.WORTH_QUESTION);
        JsonNode answer = Blocks.words(now).startsWith("Searching…") ? fake.message() : now;
        return Blocks.buttons(answer).stream()
                .filter(button -> button.path("action_id").asText().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode message(Map<String, String> posted) throws IOException {
        return JSON.readTree("{\"blocks\":" + posted.get("blocks") + "}");
    }
}
