package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.slack.SlackClient.Somebody;
import sourcebook.slack.talk.Presses;

/** What admins do from Slack, through the running service. */
@SuppressWarnings("NullAway.Init")
final class AdminsInSlackTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Somebody ADMIN = new Somebody("T1", "UADMIN");
    private static final String USED = "This button was used already";

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
        Map<String, String> settings = new HashMap<>(fake.settingsWithToken());
        settings.put("SLACK_REPORT_CHANNEL", "T1:CREPORTS");
        service = RunningService.over(corpus, settings, Clock.systemUTC());
        slack = new SlackClient(service.at("/slack/events"), fake.responseUrl());
    }

    @AfterEach
    void stop() {
        slack.close();
        service.close();
        fake.close();
    }

    @Test
    void aReindexIsOneMessageThatTellsInTheEndWhatChanged() throws Exception {
        corpus.article("it/ferry", "Ferry", "The ferry contract of Example Lines is worth £3m.");

        JsonNode told = administer("reindex");
        Map<String, String> opened = fake.called("chat.postMessage");
        Map<String, String> ended = fake.called("chat.update");

        assertThat(Blocks.words(told)).startsWith("The reindex has begun.");
        assertThat(told.path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(opened).containsEntry("channel", "C1");
        assertThat(Blocks.words(message(opened))).contains("Reindex: ", "files read", "Ordered by ada in Slack");
        assertThat(ended).containsEntry("channel", "C1").containsEntry("ts", "1700000000.1");
        assertThat(Blocks.words(message(ended)))
                .contains("generation 2 is live", "1 article added, 0 changed, 0 removed.")
                .doesNotContain("it/ferry");
        assertThat(fake.calls("chat.postMessage")).isZero();
    }

    @Test
    void inADirectConversationTheMessageTellsEverything() throws Exception {
        corpus.article("it/ferry", "Ferry", "The ferry contract of Example Lines is worth £3m.");

        slack.press(ADMIN, "", "admin_reindex", FakeSlack.seal(ADMIN, "", "admin_reindex", "changed"));

        assertThat(fake.called("chat.postMessage")).containsEntry("channel", "UADMIN");
        assertThat(Blocks.words(message(fake.called("chat.update")))).contains("Added: it/ferry");
    }

    @Test
    void theDetailsOfWhatChangedAreAModalForAdmins() throws Exception {
        JsonNode ended = reindexed("it/ferry");

        slack.press(ADMIN, "C1", "admin_details", button(ended, "admin_details"));

        assertThat(fake.called("views.open").get("view")).contains("it/ferry");
    }

    @Test
    void theButtonGoesBackOnceAndOnlyFromWhereItWasMadeFor() throws Exception {
        String back = button(reindexed("it/ferry"), "admin_back");

        slack.press(ADMIN, "C1", "admin_back", back);
        assertThat(Blocks.words(fake.message())).startsWith("Generation 1 is served.");
        slack.press(ADMIN, "C1", "admin_back", back);
        assertThat(Blocks.words(fake.message())).startsWith(USED);
        assertThat(Blocks.words(administer("rollback 2"))).startsWith("Generation 2 is served.");
        slack.press(ADMIN, "C1", "admin_back", back);
        assertThat(Blocks.words(fake.message())).startsWith(USED);

        assertThat(Blocks.words(administer("status")))
                .contains("▶ Generation 2, live", "· Generation 1: built", "by ada in Slack");
    }

    @Test
    void whatIsRefusedIsToldAndServedAllTheSameWhereAnAdminSaysWhy() throws Exception {
        losesArticles();
        administer("reindex");
        fake.called("chat.postMessage");
        JsonNode refused = message(fake.called("chat.update"));
        assertThat(Blocks.words(refused)).contains("The new index was refused. What was served before still is.");

        slack.press(ADMIN, "C1", "admin_force", button(refused, "admin_force"));
        JsonNode view = JSON.readTree(fake.called("views.open").get("view"));
        assertThat(view.path("callback_id").asText()).isEqualTo("admin_forced");
        String sealed = view.path("private_metadata").asText();
        slack.submit(ADMIN, "admin_forced", sealed, "they were wrong");

        assertThat(fake.called("chat.postMessage")).containsEntry("channel", "UADMIN");
        assertThat(Blocks.words(message(fake.called("chat.update"))))
                .contains("is live", "Forced: they were wrong", "more than a fifth");
        slack.submit(ADMIN, "admin_forced", sealed, "again");
        assertThat(fake.called("chat.postMessage").get("text")).startsWith(USED);
    }

    @Test
    void commandsThatCannotBeDoneSayWhy() throws Exception {
        assertThat(Blocks.words(administer("cancel"))).startsWith("No reindex is running.");
        assertThat(Blocks.words(administer("rollback"))).startsWith("There is no such generation to go back to");
        assertThat(Blocks.words(administer("rollback six"))).startsWith("Name a generation by its number");
        assertThat(Blocks.words(administer("reindex everything"))).startsWith("Type reindex, reindex full");
        assertThat(Blocks.words(administer("help"))).contains("reindex", "rollback [N]", "channel allow NAME");
        assertThat(Blocks.words(administer(""))).contains("rollback [N]");
    }

    @Test
    void problemsOfFilesAreListed() throws Exception {
        assertThat(Blocks.words(administer("problems"))).startsWith("Every file of the corpus could be read.");

        corpus.write("articles/bad.jsonl", "{\"id\": \"broken\"");
        administer("reindex");
        fake.called("chat.update");

        assertThat(Blocks.words(administer("problems"))).contains("1 problem with files", "articles/bad.jsonl:1");
    }

    @Test
    void somebodyElseIsToldWhomToAskAndNobodyIsCalled() throws Exception {
        JsonNode here = slack.administer("T1", "U1", "reindex");
        JsonNode elsewhere = slack.administer("T2", "U1", "reindex");

        assertThat(here.path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(Blocks.words(here)).startsWith("Only admins of Sourcebook can do that. Please ask one of them:");
        assertThat(Blocks.objects(here).map(node -> node.path("user_id").asText()))
                .contains("UADMIN");
        assertThat(Blocks.controls(here)).isEmpty();
        assertThat(Blocks.words(elsewhere)).contains("none is named for this workspace");
    }

    @Test
    void whereAllMayNotBeToldTheMessageGoesToTheAdminAlone() throws Exception {
        fake.answers("conversations.info", "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"is_ext_shared\":true}}");
        administer("reindex full");
        assertThat(fake.called("chat.postMessage")).containsEntry("channel", "UADMIN");
        fake.called("chat.update");

        fake.answers("conversations.info", "{\"ok\":false,\"error\":\"channel_not_found\"}");
        slack.send(
                slack.form("/outsourcing-admin", "reindex full")
                        .replace("user_id=U1", "user_id=UADMIN")
                        .replace("channel_id=C1", "channel_id=C2"),
                SlackClient.FORM);
        assertThat(fake.called("chat.postMessage")).containsEntry("channel", "UADMIN");
    }

    @Test
    void aMessageThatIsGoneIsPostedAnewInTheEnd() throws Exception {
        fake.answers("chat.update", "{\"ok\":false,\"error\":\"message_not_found\"}");

        administer("reindex full");

        fake.called("chat.postMessage");
        Map<String, String> anew = fake.called("chat.postMessage");
        assertThat(anew).containsEntry("channel", "UADMIN");
        assertThat(anew.get("text")).contains("generation 2 is live");
    }

    @Test
    void whereNoMessageCanBePostedTheEndIsToldAllTheSame() throws Exception {
        fake.answers("chat.postMessage", "{\"ok\":false,\"error\":\"internal_error\"}");

        administer("reindex full");

        assertThat(Blocks.words(fake.message())).contains("generation 2 is live");
    }

    @Test
    void aReindexThatFailsSaysWhereTheReasonIsTold() throws Exception {
        Path articles = corpus.root().resolve("articles");
        Files.move(articles, folder.resolve("elsewhere"));

        administer("reindex");

        fake.called("chat.postMessage");
        assertThat(Blocks.words(message(fake.called("chat.update"))))
                .contains("The reindex failed. What was served before still is.", "status tells why")
                .doesNotContain(articles.toString());
        assertThat(Blocks.words(administer("status"))).contains("there is no folder");
    }

    @Test
    void aReindexThatWasOrderedElsewhereIsReportedToTheChannelAndOneFromSlackIsNot() throws Exception {
        reindexed("it/ferry");
        corpus.article("it/tram", "Tram", "The tram contract of Example Lines is worth £5m.");
        service.reindex();

        Map<String, String> report = fake.called("chat.postMessage");
        assertThat(report).containsEntry("channel", "CREPORTS");
        assertThat(Blocks.words(message(report)))
                .contains("generation 3 is live", "Added: it/tram", "Ordered by the command line");
        String back = button(message(report), "admin_back");
        slack.press(new Somebody("T1", "U1"), "CREPORTS", "admin_back", back);
        assertThat(Blocks.words(fake.message())).startsWith("Only admins");
        slack.press(ADMIN, "C1", "admin_back", back);
        assertThat(Blocks.words(fake.message())).startsWith(Presses.NOT_YOURS);
        slack.press(ADMIN, "CREPORTS", "admin_back", back);
        assertThat(Blocks.words(fake.message())).startsWith("Generation 2 is served.");
        assertThat(fake.calls("chat.postMessage")).isZero();
    }

    @Test
    void adminsSeeTheirPartOfTheHomeTabAndItsButtonsWork() throws Exception {
        reindexed("it/ferry");
        ObjectNode opened =
                JSON.createObjectNode().put("type", "app_home_opened").put("user", "UADMIN");
        slack.event(opened.put("tab", "home").put("channel", "D1"));
        JsonNode view = JSON.readTree(fake.called("views.publish").get("view"));

        assertThat(Blocks.words(view)).contains("For admins", "▶ Generation 2, live");
        slack.press(ADMIN, "", "admin_back", button(view, "admin_back"));

        assertThat(fake.called("chat.postMessage").get("text")).contains("Generation 1 is served.");
        assertThat(fake.called("views.publish").get("view")).contains("▶ Generation 1, live");
    }

    private JsonNode reindexed(String article) throws Exception {
        corpus.article(article, "Ferry", "The ferry contract of Example Lines is worth £3m.");
        administer("reindex");
        fake.called("chat.postMessage");
        return message(fake.called("chat.update"));
    }

    private void losesArticles() throws IOException {
        try (Stream<Path> files = Files.list(corpus.root().resolve("articles"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                if (text.contains("Probation") || text.contains("Canteens")) {
                    Files.delete(file);
                }
            }
        }
    }

    private JsonNode administer(String text) throws Exception {
        JsonNode now = slack.administer("T1", "UADMIN", text);
        return Blocks.words(now).startsWith("Searching…") ? fake.message() : now;
    }

    private static String button(JsonNode message, String action) {
        return Blocks.buttons(message).stream()
                .filter(button -> button.path("action_id").asText().equals(action))
                .map(button -> button.path("value").asText())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode message(Map<String, String> posted) throws IOException {
        return JSON.readTree("{\"blocks\":" + posted.get("blocks") + "}");
    }
}
