package sourcebook.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static sourcebook.teams.CardReading.button;
import static sourcebook.teams.CardReading.quotations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

/** The whole service as Teams sees it: what is posted to it, and what it posts. */
@SuppressWarnings("NullAway.Init")
final class TeamsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] WEBHOOK_KEY = "a key of the outgoing webhook....".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path folder;

    private static FakeMicrosoft microsoft;
    private static FakeConnector connector;
    private static RunningService service;
    private static TeamsPeople people;

    @BeforeAll
    static void start() throws Exception {
        microsoft = new FakeMicrosoft();
        connector = new FakeConnector(microsoft);
        Map<String, String> settings = new HashMap<>(microsoft.settings());
        settings.put("TEAMS_WEBHOOK_SECRET", Base64.getEncoder().encodeToString(WEBHOOK_KEY));
        service = RunningService.over(SmallCorpus.in(folder), settings, Clock.systemUTC());
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
    void installedAndSilent() throws Exception {
        people.send(people.installed(false));
        connector.staysSilent();
    }

    @AfterEach
    void nothingWasWrong() {
        assertThat(connector.faults()).isEmpty();
    }

    @Test
    void aQuestionIsAcknowledgedAndAnsweredWithTyping() throws Exception {
        ObjectNode question = people.said(SmallCorpus.WORTH_QUESTION);

        HttpResponse<String> acknowledged = people.send(question);

        assertThat(acknowledged.statusCode()).isEqualTo(200);
        assertThat(acknowledged.body()).isEmpty();
        assertThat(connector.next().typing()).isTrue();
        Post answer = connector.next();
        assertThat(quotations(answer.card())).contains(SmallCorpus.WORTH);
        assertThat(answer.conversation()).isEqualTo("a:personal");
        assertThat(answer.message()).isEqualTo(question.path("id").asText());
        assertThat(answer.activity().path("replyToId").asText())
                .isEqualTo(question.path("id").asText());
        assertThat(answer.activity().at("/from/id").asText()).isEqualTo(TeamsPeople.BOT);
    }

    @Test
    void ourNameIsTakenOutOfAMentionByItsEntity() throws Exception {
        people.send(people.mentioned(SmallCorpus.WORTH_QUESTION));

        Post answer = connector.message();

        assertThat(quotations(answer.card())).contains(SmallCorpus.WORTH);
        assertThat(answer.conversation()).isEqualTo("19:general@thread.tacv2;messageid=1700000000000");
        assertThat(answer.card().toString()).contains("You asked: " + SmallCorpus.WORTH_QUESTION);
    }

    @Test
    void whatLooksLikeAMentionAndIsNoneStays() throws Exception {
        people.send(people.said("<at>Source book</at> " + SmallCorpus.NO_ANSWER));

        assertThat(connector.message().card().toString())
                .contains("You asked: <at>Source book</at> " + SmallCorpus.NO_ANSWER);
    }

    @Test
    void aRefusalIsHonest() throws Exception {
        people.send(people.said(SmallCorpus.NO_ANSWER));

        Post answer = connector.message();

        assertThat(quotations(answer.card())).isEmpty();
        assertThat(answer.card().toString()).contains("I searched all 5 articles");
    }

    @Test
    void aDeliveryThatComesAgainHasOneEffect() throws Exception {
        ObjectNode question = people.said(SmallCorpus.WORTH_QUESTION);
        for (int i = 0; i < 5; i++) {
            assertThat(people.send(question).statusCode()).isEqualTo(200);
        }

        connector.message();

        connector.staysSilent();
    }

    @Test
    void anEditedQuestionIsAnsweredAnewInThePlaceOfTheAnswer() throws Exception {
        ObjectNode question = people.said(SmallCorpus.WORTH_QUESTION);
        people.send(question);
        connector.message();
        ObjectNode edit = question.deepCopy().put("type", "messageUpdate").put("text", SmallCorpus.TAGGING_QUESTION);
        edit.put("timestamp", "2026-11-25T10:01:00Z");
        ((ObjectNode) edit.path("channelData")).put("eventType", "editMessage");

        people.send(edit);
        people.send(edit);

        Post changed = connector.message();
        assertThat(changed.method()).isEqualTo("PUT");
        assertThat(changed.message()).startsWith("m-");
        assertThat(quotations(changed.card())).contains(SmallCorpus.TAGGING);
        connector.staysSilent();
    }

    @Test
    void anEditOfAQuestionThatIsNotKnownIsAnsweredBelowIt() throws Exception {
        ObjectNode edit = people.said(SmallCorpus.TAGGING_QUESTION).put("type", "messageUpdate");
        ((ObjectNode) edit.path("channelData")).put("eventType", "editMessage");

        people.send(edit);

        assertThat(connector.message().method()).isEqualTo("POST");
    }

    @Test
    void aPressedButtonRefreshesTheCardInPlace() throws Exception {
        people.send(people.said(SmallCorpus.AMBIGUOUS_QUESTION));
        JsonNode choice = connector.message().card().path("actions").get(0);

        JsonNode body =
                JSON.readTree(people.send(people.pressed(choice.path("data"))).body());

        assertThat(body.path("statusCode").asInt()).isEqualTo(200);
        assertThat(body.path("type").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(body.path("value").toString()).contains("National");
        connector.staysSilent();
    }

    @Test
    void aQuoteIsReadInItsContextAndThereIsAWayBack() throws Exception {
        people.send(people.said(SmallCorpus.TAGGING_QUESTION));
        JsonNode answer = connector.message().card();
        JsonNode context = button(answer, "Read in context");

        JsonNode inContext = JSON.readTree(
                        people.send(people.pressed(context.path("data"))).body())
                .path("value");
        JsonNode back = JSON.readTree(people.send(people.pressed(
                                button(inContext, "Back to the answer").path("data")))
                        .body())
                .path("value");

        assertThat(quotations(inContext)).anyMatch(words -> words.contains(SmallCorpus.TAGGING));
        assertThat(quotations(back)).isEqualTo(quotations(answer));
    }

    @Test
    void aButtonThatOnlySaysSomethingIsAnsweredAsIfItWasTyped() throws Exception {
        people.send(people.said("help"));
        JsonNode example = button(connector.message().card(), SmallCorpus.WORTH_QUESTION);
        ObjectNode submit = people.personal("message", "a:personal");
        submit.set("value", example.at("/data/msteams/value"));

        people.send(submit);

        assertThat(quotations(connector.message().card())).isNotEmpty();
    }

    @Test
    void aButtonThatIsNoneOfOursIsRefused() throws Exception {
        JsonNode body = JSON.readTree(
                people.send(people.pressed(JSON.readTree("{\"verb\":\"ask\"}"))).body());

        assertThat(body.path("statusCode").asInt()).isEqualTo(400);
        assertThat(body.path("type").asText()).isEqualTo("application/vnd.microsoft.error");
    }

    @Test
    void quotesAreFoundFromTheComposeBox() throws Exception {
        ObjectNode query = people.invoke("composeExtension/query");
        query.putObject("value").putArray("parameters").addObject().put("value", SmallCorpus.WORTH_QUESTION);

        JsonNode found = JSON.readTree(people.send(query).body()).path("composeExtension");

        assertThat(found.path("type").asText()).isEqualTo("result");
        JsonNode first = found.at("/attachments/0");
        assertThat(quotations(first.path("content"))).containsExactly(SmallCorpus.WORTH);
        assertThat(first.at("/content/actions").isMissingNode()).isTrue();
        assertThat(first.at("/preview/content/title").asText()).isEqualTo("The Met’s back office");
        assertThat(first.at("/preview/content/text").asText()).isEqualTo(SmallCorpus.WORTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":{}}",
                "{\"value\":{\"parameters\":[]}}",
                "{\"value\":{\"parameters\":[{\"name\":\"initialRun\",\"value\":\"true\"}]}}",
                "{\"value\":{\"parameters\":[{\"name\":\"question\",\"value\":\"  \"}]}}",
                "{}"
            })
    void aSearchForNothingTellsWhatToDo(String fields) throws Exception {
        ObjectNode query = people.invoke("composeExtension/query");
        query.setAll((ObjectNode) JSON.readTree(fields));

        JsonNode found = JSON.readTree(people.send(query).body()).path("composeExtension");

        assertThat(found.path("type").asText()).isEqualTo("message");
        assertThat(found.path("text").asText()).startsWith("Type a question");
    }

    @Test
    void feedbackIsTakenInBothWays() throws Exception {
        people.send(people.said(SmallCorpus.WORTH_QUESTION));
        JsonNode helped = button(connector.message().card(), "This helped");
        ObjectNode like = people.invoke("message/submitAction").put("replyToId", "m-1");
        like.putObject("value")
                .put("actionName", "feedback")
                .putObject("actionValue")
                .put("reaction", "like")
                .put("feedback", "good");

        HttpResponse<String> nativeWay = people.send(like);
        JsonNode fallback =
                JSON.readTree(people.send(people.pressed(helped.path("data"))).body());

        assertThat(nativeWay.statusCode()).isEqualTo(200);
        assertThat(fallback.path("type").asText()).isEqualTo("application/vnd.microsoft.activity.message");
        assertThat(fallback.path("value").asText()).startsWith("Thank you.");
    }

    @Test
    void aWelcomeComesOnceForAnInstallHoweverOftenItIsTold() throws Exception {
        List<ObjectNode> told = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            told.add(people.installed(true));
            told.add(people.membersAdded(TeamsPeople.BOT));
            told.add(told.getFirst());
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> one : threads.invokeAll(told.stream()
                    .map(activity -> (java.util.concurrent.Callable<HttpResponse<String>>) () -> people.send(activity))
                    .toList())) {
                assertThat(one.get().statusCode()).isEqualTo(200);
            }
        }

        assertThat(connector.message().card().toString()).contains("Ask about outsourcing");
        connector.staysSilent();
    }

    @Test
    void anInstallAfterAnUninstallIsWelcomedAnew() throws Exception {
        people.send(people.installed(true));
        connector.message();
        people.send(people.installed(false));

        people.send(people.installed(true));

        assertThat(connector.message().card().toString()).contains("Ask about outsourcing");
    }

    @Test
    void nobodyIsWelcomedWhereSomebodyElseIsAdded() throws Exception {
        people.send(people.membersAdded("29:somebody"));

        connector.staysSilent();
    }

    @Test
    void whatIsNotKnownIsTakenAndNothingIsDone() throws Exception {
        assertThat(people.send(people.personal("messageReaction", "a:personal")).statusCode())
                .isEqualTo(200);
        assertThat(people.send(people.invoke("task/fetch")).statusCode()).isEqualTo(501);

        connector.staysSilent();
    }

    @Test
    void withoutAGoodTokenNothingIsDone() throws Exception {
        String question = people.said(SmallCorpus.WORTH_QUESTION).toString();

        for (String authorization : List.of("", "Bearer x.y.z", microsoft.header("https://evil.test/"))) {
            assertThat(people.send(question, authorization).statusCode())
                    .as(authorization)
                    .isIn(401, 403);
        }
        assertThat(people.send(question, null).statusCode()).isEqualTo(401);
        connector.staysSilent();
    }

    @Test
    void aHostThatIsNotNamedGetsNothing() throws Exception {
        String elsewhere = "https://smba.trafficmanager.net.evil.test/";
        ObjectNode question = people.said(SmallCorpus.WORTH_QUESTION).put("serviceUrl", elsewhere);

        HttpResponse<String> refused = people.send(question.toString(), microsoft.header(elsewhere));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("host is not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999-3333-4444-5555-666666666666", ""})
    void anotherTenantIsRefused(String tenant) throws Exception {
        ObjectNode both = people.said(SmallCorpus.WORTH_QUESTION);
        ((ObjectNode) both.path("conversation")).put("tenantId", tenant);
        ((ObjectNode) both.at("/channelData/tenant")).put("id", tenant);

        assertThat(people.send(both).statusCode()).isEqualTo(403);
        connector.staysSilent();
    }

    @Test
    void twoTenantsAtOnceAreRefused() throws Exception {
        ObjectNode torn = people.said(SmallCorpus.WORTH_QUESTION);
        ((ObjectNode) torn.path("conversation")).put("tenantId", "99999999-3333-4444-5555-666666666666");

        assertThat(people.send(torn).statusCode()).isEqualTo(403);
    }

    @Test
    void onlyJsonOfABearableSizeIsRead() throws Exception {
        String good = microsoft.header(connector.serviceUrl());

        assertThat(people.send("{", good).statusCode()).isEqualTo(400);
        assertThat(people.send("[]", good).statusCode()).isEqualTo(400);
        assertThat(people.send("", good).statusCode()).isEqualTo(400);
        assertThat(people.send("[".repeat(100_000), good).statusCode()).isEqualTo(400);
        assertThat(people.send("{}", good, "text/plain", "/api/messages").statusCode())
                .isEqualTo(415);
        assertThat(people.send("x".repeat(Gate.MAX_BYTES + 1), good).statusCode())
                .isEqualTo(413);
        assertThat(people.send("{}", good, "application/json", "/api/other").statusCode())
                .isEqualTo(404);
        assertThat(service.send(HttpRequest.newBuilder(service.at("/api/messages"))
                                .build())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void anOutgoingWebhookIsAnsweredWithoutButtons() throws Exception {
        ObjectNode asked = people.personal("message", "19:general@thread.tacv2;messageid=1")
                .put("text", "<at>Quotes</at> " + SmallCorpus.WORTH_QUESTION);

        JsonNode answer =
                JSON.readTree(people.webhook(asked.toString(), WEBHOOK_KEY).body());

        JsonNode card = answer.at("/attachments/0/content");
        assertThat(quotations(card)).contains(SmallCorpus.WORTH);
        assertThat(card.toString()).contains("You asked: " + SmallCorpus.WORTH_QUESTION);
        assertThat(card.toString()).doesNotContain("Action.Execute", "Action.Submit");
    }

    @Test
    void anOutgoingWebhookThatIsNotSignedIsRefused() throws Exception {
        byte[] other = WEBHOOK_KEY.clone();
        other[0]++;

        assertThat(people.webhook("{}", other).statusCode()).isEqualTo(401);
        assertThat(people.send("{}", null, "application/json", "/api/webhook").statusCode())
                .isEqualTo(401);
        assertThat(people.webhook("{", WEBHOOK_KEY).statusCode()).isEqualTo(400);
    }

    @Test
    void everyCardThatWasPostedIsOfMicrosoftsTypes() throws Exception {
        NodePeers peers = NodePeers.of("teams");
        for (String words :
                List.of("help", SmallCorpus.WORTH_QUESTION, SmallCorpus.AMBIGUOUS_QUESTION, SmallCorpus.NO_ANSWER)) {
            people.send(people.said(words));
            connector.message();
        }

        List<String> verdicts = peers.run(
                connector.cards().stream().map(JsonNode::toString).distinct().toList(), "cards.cjs");

        assertThat(verdicts).hasSizeGreaterThan(3).containsOnly("ok");
    }
}
