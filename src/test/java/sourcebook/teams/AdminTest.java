package sourcebook.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static sourcebook.teams.CardReading.button;
import static sourcebook.teams.CardReading.buttons;
import static sourcebook.teams.CardReading.quotations;
import static sourcebook.teams.CardReading.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.NodePeers;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.teams.FakeConnector.Post;
import sourcebook.teams.trust.FakeMicrosoft;

/** What admins order in Teams, and that nobody else does. */
@SuppressWarnings("NullAway.Init")
final class AdminTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OTHER_TENANT = "99999999-3333-4444-5555-666666666666";
    private static final String SECOND_ADMIN = "bbbbbbbb-0000-4000-8000-000000000002";
    private static final String NOBODY = "cccccccc-0000-4000-8000-000000000003";
    private static final byte[] WEBHOOK_KEY = "a key of the outgoing webhook....".getBytes(StandardCharsets.US_ASCII);
    private static final String CHANNEL = "19:general@thread.tacv2;messageid=1700000000000";

    /** An id of Slack's beside those of Teams, as in the setting of an operator who has both. */
    private static final String ADMINS = String.join(
            ",", "T01:U02", FakeMicrosoft.TENANT + ":" + TeamsPeople.USER, FakeMicrosoft.TENANT + ":" + SECOND_ADMIN);

    /** Every order there is, as it is typed behind "admin" and as a forged button carries it. */
    private static final List<String> ORDERS = List.of(
            "reindex",
            "reindex full",
            "reindex force because",
            "status",
            "progress",
            "changes",
            "cancel",
            "rollback",
            "rollback 1",
            "problems",
            "channel",
            "channel allow legal",
            "channel off",
            "help");

    @TempDir
    private static Path folder;

    private static SmallCorpus corpus;
    private static FakeMicrosoft microsoft;
    private static FakeConnector connector;
    private static RunningService service;
    private static TeamsPeople people;

    @BeforeAll
    static void start() throws Exception {
        microsoft = new FakeMicrosoft();
        connector = new FakeConnector(microsoft);
        corpus = SmallCorpus.in(folder);
        corpus.write(
                "articles/secret.jsonl",
                "{\"id\":\"legal/opinion\",\"title\":\"Opinion\",\"audience\":\"legal\","
                        + "\"text\":\"The lighthouse contract of Example Lamps was void from its first day.\"}");
        corpus.write("articles/broken.jsonl", "{\"id\":\"legal/broken\",");
        Map<String, String> settings = new HashMap<>(microsoft.settings());
        settings.put("SOURCEBOOK_ADMINS", ADMINS);
        settings.put("TEAMS_WEBHOOK_SECRET", Base64.getEncoder().encodeToString(WEBHOOK_KEY));
        settings.put("TEAMS_TENANTS", FakeMicrosoft.TENANT + "," + OTHER_TENANT);
        service = RunningService.over(corpus, settings, Clock.systemUTC());
        people = new TeamsPeople(microsoft, service.at("/"), connector.serviceUrl());
    }

    @AfterAll
    static void stop() {
        people.close();
        service.close();
        connector.close();
        microsoft.close();
    }

    @BeforeEach
    void nobodyIsKnown() throws Exception {
        people.send(people.installed(false));
        connector.staysSilent();
    }

    @AfterEach
    void nothingWasWrong() {
        assertThat(connector.faults()).isEmpty();
    }

    private record Who(String tenant, String objectId) {}

    @Test
    void nobodyButAnAdminOrdersAnything() throws Exception {
        long before = generation();
        List<Who> strangers = List.of(
                new Who(FakeMicrosoft.TENANT, NOBODY),
                new Who(OTHER_TENANT, TeamsPeople.USER),
                new Who(OTHER_TENANT, SECOND_ADMIN),
                new Who(FakeMicrosoft.TENANT, ""),
                new Who(FakeMicrosoft.TENANT, "U02"));

        for (Who who : strangers) {
            for (String order : ORDERS) {
                for (JsonNode card : List.of(
                        typed(who, people.said("admin " + order)),
                        typed(who, people.mentioned("admin " + order)),
                        pressed(who, order))) {
                    assertThat(text(card)).as("%s %s", who, order).startsWith("Only admins of Sourcebook can do that.");
                    assertThat(buttons(card)).isEmpty();
                }
            }
        }

        assertThat(generation()).isEqualTo(before);
        assertThat(text(said("admin status"))).doesNotContain("Somebody Else");
        assertThat(text(mentioned("admin channel"))).contains("is on and shows articles for public.");
    }

    @Test
    void anAdminMayDoAllThatTheHelpSays() throws Exception {
        for (String capital : List.of(TeamsPeople.USER, SECOND_ADMIN.toUpperCase(Locale.ROOT))) {
            Who admin = new Who(FakeMicrosoft.TENANT, capital);
            for (String order : List.of("status", "progress", "changes", "problems", "cancel", "channel", "help")) {
                assertThat(text(typed(admin, people.said("admin " + order))))
                        .as(order)
                        .doesNotStartWith("Only admins");
                assertThat(text(pressed(admin, order))).as(order).doesNotStartWith("Only admins");
            }
        }
        assertThat(text(said("admin cancel"))).isEqualTo("No reindex is running.");
        assertThat(text(said("admin"))).contains("admin reindex", "admin rollback", "admin channel allow NAME");
    }

    @Test
    void whoeverIsNoAdminIsToldWhomToAskAndWhatToTellThem() throws Exception {
        Who who = new Who(FakeMicrosoft.TENANT, NOBODY);

        assertThat(text(typed(who, people.said("admin status"))))
                .contains("Ask whoever runs Sourcebook", FakeMicrosoft.TENANT + ":" + NOBODY);
        assertThat(text(typed(who, people.mentioned("admin status")))).doesNotContain(NOBODY);
    }

    @Test
    void aReindexIsOneCardThatEndsWithWhatChangedAndTheWayBack() throws Exception {
        long before = generation();
        corpus.article("sea/harbour", "Harbour", "The harbour contract of Example Cranes runs for nine years.");

        people.send(people.said("admin reindex"));
        Post first = connector.message();
        Post last = first;
        while (!text(last.card()).contains("is served")) {
            last = connector.message();
            assertThat(last.method()).isEqualTo("PUT");
            assertThat(last.message()).startsWith("m-");
        }

        assertThat(text(first.card())).contains("Reindexing", "Ordered by Alex in Teams");
        assertThat(buttons(first.card())).contains("Call it off", "Look again");
        assertThat(text(last.card()))
                .contains("Generation " + (before + 1) + " is served", "Added: sea/harbour", "1 article added");
        connector.staysSilent();
        JsonNode way = button(last.card(), "Go back to generation " + before);
        assertThat(text(answered(people.pressed(way.path("data")))))
                .contains("Generation " + before + " is served now");
        assertThat(generation()).isEqualTo(before);
        assertThat(text(said("admin rollback " + (before + 1)))).contains("is served now");
    }

    @Test
    void theOtherAdminsAreToldInTheirOwnConversations() throws Exception {
        ObjectNode second = people.personal("message", "a:second").put("text", "admin status");
        people.send(TeamsPeople.by(FakeMicrosoft.TENANT, SECOND_ADMIN, second));
        connector.message();
        ObjectNode stranger = people.personal("message", "a:stranger").put("text", "help");
        people.send(TeamsPeople.by(FakeMicrosoft.TENANT, NOBODY, stranger));
        connector.message();
        corpus.article("sea/pilots", "Pilots", "The pilots of Example Harbour are employed until 2031.");

        people.send(people.said("admin reindex"));

        List<Post> told = new ArrayList<>();
        List<Post> mine = new ArrayList<>();
        while (told.isEmpty()
                || mine.stream().noneMatch(post -> text(post.card()).contains("is served"))) {
            Post post = connector.message();
            (post.conversation().equals("a:personal") ? mine : told).add(post);
        }
        people.send(people.said("admin status"));
        while (mine.stream().noneMatch(post -> text(post.card()).contains("What is served and kept"))) {
            mine.add(connector.message());
        }
        connector.staysSilent();
        assertThat(mine).filteredOn(post -> post.method().equals("POST")).hasSize(2);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().conversation()).isEqualTo("a:second");
        assertThat(text(told.getFirst().card())).contains("Added: sea/pilots", "Ordered by Alex in Teams");

        people.send(people.said("admin reindex"));
        while (!text(connector.message().card()).contains("The index is up to date.")) {
            // The card of a reindex may be shown anew before it ends.
        }
        connector.staysSilent();
        people.send(TeamsPeople.by(
                FakeMicrosoft.TENANT,
                SECOND_ADMIN,
                people.personal("installationUpdate", "a:second").put("action", "remove")));
    }

    @Test
    void whatIsToldWhereOthersReadAlongAreFigures() throws Exception {
        JsonNode problems = mentioned("admin problems");
        assertThat(text(problems)).startsWith("1 problem").doesNotContain("broken");

        JsonNode listed = answered(
                channel(people.pressed(button(problems, "List the problems").path("data"))));

        assertThat(text(listed)).contains("broken.jsonl");
        assertThat(text(mentioned("admin changes"))).contains("is shown in a personal chat alone");
        assertThat(text(said("admin problems"))).contains("broken.jsonl");
    }

    @Test
    void anOrderIsNotTakenFromAnEditedMessage() throws Exception {
        long before = generation();
        ObjectNode edit = people.said("admin rollback").put("type", "messageUpdate");
        ((ObjectNode) edit.path("channelData")).put("eventType", "editMessage");

        people.send(edit);

        assertThat(text(connector.message().card())).contains("Type it anew");
        assertThat(generation()).isEqualTo(before);
    }

    @Test
    void aChannelSeesWhatAnAdminAllowsItAndNobodyElseDoes() throws Exception {
        String question = "was the lighthouse contract of Example Lamps void?";
        String words = "The lighthouse contract of Example Lamps was void from its first day.";
        assertThat(quotations(mentioned(question))).doesNotContain(words);

        assertThat(text(mentioned("admin channel allow Legal"))).contains("shows articles for legal, public");

        assertThat(quotations(mentioned(question))).contains(words);
        assertThat(quotations(said(question))).doesNotContain(words);
        ObjectNode elsewhere = people.mentioned(question);
        ((ObjectNode) elsewhere.path("conversation")).put("id", "19:other@thread.tacv2;messageid=1");
        people.send(elsewhere);
        assertThat(quotations(connector.message().card())).doesNotContain(words);
        Who guest = new Who(OTHER_TENANT, TeamsPeople.USER);
        assertThat(quotations(typed(guest, people.mentioned(question)))).doesNotContain(words);
        assertThat(search(channel(searching(question)))).contains(words);
        assertThat(search(searching(question))).doesNotContain(words);
        JsonNode throughWebhook =
                JSON.readTree(people.webhook(people.mentioned(question).toString(), WEBHOOK_KEY)
                        .body());
        assertThat(throughWebhook.path("type").asText()).isEqualTo("message");
        assertThat(throughWebhook.toString()).doesNotContain(words);

        assertThat(text(mentioned("admin channel deny legal"))).contains("shows articles for public.");
        assertThat(quotations(mentioned(question))).doesNotContain(words);
    }

    @Test
    void aChannelThatIsTurnedOffAnswersNothingUntilItIsTurnedOn() throws Exception {
        people.send(people.mentioned(SmallCorpus.WORTH_QUESTION));
        JsonNode context = button(connector.message().card(), "Read in context").path("data");

        assertThat(text(mentioned("admin channel off"))).contains("is off");

        String off = "Sourcebook is turned off here. Ask me in a personal chat.";
        assertThat(text(mentioned(SmallCorpus.WORTH_QUESTION))).isEqualTo(off);
        assertThat(text(answered(channel(people.pressed(context))))).isEqualTo(off);
        assertThat(search(channel(searching(SmallCorpus.WORTH_QUESTION)))).isEqualTo(off);
        assertThat(quotations(said(SmallCorpus.WORTH_QUESTION))).contains(SmallCorpus.WORTH);
        assertThat(text(mentioned("admin channel on"))).contains("is on");
        assertThat(quotations(mentioned(SmallCorpus.WORTH_QUESTION))).contains(SmallCorpus.WORTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "allow !", "open", "allow legal now", "off now"})
    void aChannelOrderThatIsNotUnderstoodChangesNothing(String order) throws Exception {
        assertThat(text(mentioned("admin channel " + order))).doesNotStartWith("Done.");

        assertThat(text(mentioned("admin channel"))).contains("is on and shows articles for public.");
    }

    @Test
    void aPersonalChatIsNoChannel() throws Exception {
        assertThat(text(said("admin channel allow legal"))).contains("Type this in the channel or group");
    }

    @Test
    void everyCardOfAdminsIsOfMicrosoftsTypes() throws Exception {
        NodePeers peers = NodePeers.of("teams");
        for (String order : List.of("help", "status", "progress", "changes", "problems", "cancel")) {
            said("admin " + order);
        }

        List<String> verdicts = peers.run(
                connector.cards().stream().map(JsonNode::toString).distinct().toList(), "cards.cjs");

        assertThat(verdicts).hasSizeGreaterThan(5).containsOnly("ok");
    }

    private static long generation() throws Exception {
        return Long.parseLong(service.get("/health/ready").body().replaceAll("\\D", ""));
    }

    private static JsonNode said(String words) throws Exception {
        people.send(people.said(words));
        return connector.message().card();
    }

    private static JsonNode mentioned(String words) throws Exception {
        people.send(people.mentioned(words));
        return connector.message().card();
    }

    private static JsonNode typed(Who who, ObjectNode activity) throws Exception {
        people.send(TeamsPeople.by(who.tenant(), who.objectId(), activity));
        return connector.message().card();
    }

    private static JsonNode pressed(Who who, String order) throws Exception {
        ObjectNode data = JSON.createObjectNode();
        data.putObject("sourcebook").put("verb", "admin").put("question", order);
        return answered(TeamsPeople.by(who.tenant(), who.objectId(), people.pressed(data)));
    }

    /** The card that comes back of a pressed button. */
    private static JsonNode answered(ObjectNode invoke) throws Exception {
        HttpResponse<String> response = people.send(invoke);
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body()).path("value");
    }

    private static ObjectNode searching(String words) {
        ObjectNode query = people.invoke("composeExtension/query");
        query.putObject("value").putArray("parameters").addObject().put("value", words);
        return query;
    }

    /** What a search shows: quotes, or the sentence that stands for them. */
    private static String search(ObjectNode query) throws Exception {
        JsonNode found = JSON.readTree(people.send(query).body()).path("composeExtension");
        return found.path("type").asText().equals("message")
                ? found.path("text").asText()
                : String.join("\n", quotations(found));
    }

    private static ObjectNode channel(ObjectNode activity) {
        ((ObjectNode) activity.path("conversation")).put("id", CHANNEL).put("conversationType", "channel");
        return activity;
    }
}
