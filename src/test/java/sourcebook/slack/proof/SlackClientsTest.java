package sourcebook.slack.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sourcebook.NodePeers;
import sourcebook.slack.FakeMethods;
import sourcebook.slack.FakeOauth;
import sourcebook.slack.FakeSlack;

/** The tests' Slack, driven by Slack's own client for its Web API: what that client takes for Slack may stand for it. */
@SuppressWarnings("NullAway.Init")
final class SlackClientsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOT = FakeSlack.TOKEN;
    private static final String BLOCKS =
            "[{\"type\":\"section\",\"text\":{\"type\":\"plain_text\",\"text\":\"é & <b>\",\"emoji\":false}}]";
    private static final String MODAL =
            "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"Read\"},\"blocks\":" + BLOCKS + "}";
    private static final String HOME = "{\"type\":\"home\",\"blocks\":" + BLOCKS + "}";

    /** A call of each method, as our service makes them. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("apps.connections.open", "{}"),
            Map.entry(
                    "apps.uninstall",
                    "{\"client_id\":\"" + FakeOauth.CLIENT_ID + "\",\"client_secret\":\"" + FakeOauth.CLIENT_SECRET
                            + "\"}"),
            Map.entry("assistant.threads.setStatus", "{\"channel_id\":\"D1\",\"thread_ts\":\"1.1\",\"status\":\"s\"}"),
            Map.entry(
                    "assistant.threads.setSuggestedPrompts",
                    "{\"channel_id\":\"D1\",\"thread_ts\":\"1.1\",\"prompts\":[{\"title\":\"t\",\"message\":\"m\"}]}"),
            Map.entry("assistant.threads.setTitle", "{\"channel_id\":\"D1\",\"thread_ts\":\"1.1\",\"title\":\"t\"}"),
            Map.entry("auth.revoke", "{}"),
            Map.entry("auth.test", "{}"),
            Map.entry("bots.info", "{\"bot\":\"B1\"}"),
            Map.entry("chat.delete", "{\"channel\":\"C1\",\"ts\":\"1.1\"}"),
            Map.entry(
                    "chat.postEphemeral",
                    "{\"channel\":\"C1\",\"user\":\"U1\",\"text\":\"t\",\"blocks\":" + BLOCKS + "}"),
            Map.entry("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"t\",\"blocks\":" + BLOCKS + "}"),
            Map.entry(
                    "chat.unfurl",
                    "{\"channel\":\"C1\",\"ts\":\"1.1\",\"unfurls\":{\"https://quotes.test/a\":{\"blocks\":" + BLOCKS
                            + "}}}"),
            Map.entry("chat.update", "{\"channel\":\"C1\",\"ts\":\"1.1\",\"text\":\"t\",\"blocks\":" + BLOCKS + "}"),
            Map.entry("conversations.info", "{\"channel\":\"C1\"}"),
            Map.entry("conversations.open", "{\"users\":\"U1\"}"),
            Map.entry("views.open", "{\"trigger_id\":\"1.2.3\",\"view\":" + MODAL + "}"),
            Map.entry("views.publish", "{\"user_id\":\"U1\",\"view\":" + HOME + "}"),
            Map.entry("views.update", "{\"view_id\":\"V1\",\"view\":" + MODAL + "}"));

    private final List<String> steps = new ArrayList<>();
    private NodePeers peers;
    private FakeSlack fake;

    @BeforeEach
    void start() throws Exception {
        peers = NodePeers.of("slack");
        fake = new FakeSlack();
        fake.knows("sourcebook", "Acme");
        fake.answers("apps.connections.open", "{\"ok\":true,\"url\":\"ws://127.0.0.1:1/link\"}");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void everyMethodThatThereIsCanBeCalled() throws Exception {
        CALLS.forEach((method, arguments) -> call(method, method.startsWith("apps.c") ? "xapp-1" : BOT, arguments));

        assertThat(outcomes())
                .allSatisfy(outcome -> assertThat(outcome.path("ok").asBoolean())
                        .as(outcome.toString())
                        .isTrue());
        assertThat(fake.called("chat.postMessage"))
                .containsEntry("channel", "C1")
                .containsEntry("blocks", BLOCKS)
                .containsEntry("authorization", "Bearer " + BOT);
        assertThat(JSON.readTree(fake.called("views.open").get("view"))).isEqualTo(JSON.readTree(MODAL));
    }

    @Test
    void everyMethodThatWeCallIsAmongThem() {
        Set<String> driven =
                CALLS.keySet().stream().map(SlackClientsTest::lowerCase).collect(Collectors.toCollection(TreeSet::new));
        driven.add(lowerCase("oauth.v2.access"));
        Set<String> ours = new TreeSet<>();
        for (JavaClass of : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("sourcebook.slack")) {
            for (JavaMethodCall call : of.getMethodCallsFromSelf()) {
                if (call.getTargetOwner().getSimpleName().equals("MethodsClient")) {
                    ours.add(call.getName().toLowerCase(Locale.ROOT));
                }
            }
        }

        assertThat(ours).contains("chatpostmessage", "authtest");
        assertThat(driven).containsAll(ours);
        assertThat(FakeMethods.all().stream().map(SlackClientsTest::lowerCase)).containsExactlyElementsOf(driven);
    }

    @Test
    void whatSlackRefusesIsRefusedSoThatItsClientSaysSo() throws Exception {
        call("no.such.method", BOT, "{}");
        call("auth.test", "", "{}");
        call("chat.postMessage", "xapp-1", "{\"channel\":\"C1\",\"text\":\"t\"}");
        call("apps.connections.open", BOT, "{}");
        call("chat.postMessage", BOT, "{\"text\":\"t\"}");
        call("chat.postMessage", BOT, "{\"channel\":\"C1\"}");
        call("chat.postMessage", BOT, "{\"channel\":\"C1\",\"blocks\":\"[{\"}");
        call("chat.postMessage", BOT, "{\"channel\":\"C1\",\"blocks\":[{\"type\":\"section\"}]}");
        call("views.open", BOT, "{\"trigger_id\":\"1\",\"view\":{\"type\":\"modal\",\"blocks\":[]}}");
        fake.oauth().refuse("xoxb-old", "token_revoked");
        call("auth.test", "xoxb-old", "{}");

        List<JsonNode> outcomes = outcomes();

        assertThat(outcomes)
                .extracting(outcome -> outcome.path("error").asText())
                .containsExactly(
                        "unknown_method",
                        "not_authed",
                        "not_allowed_token_type",
                        "not_allowed_token_type",
                        "invalid_arguments",
                        "invalid_blocks",
                        "invalid_blocks_format",
                        "invalid_blocks",
                        "invalid_arguments",
                        "token_revoked");
        assertThat(outcomes).allMatch(outcome -> outcome.path("code").asText().equals("slack_webapi_platform_error"));
        assertThat(outcomes.get(4).path("messages").toString()).contains("missing required field: channel");
        assertThat(fake.forgives()).hasSize(4);
    }

    @Test
    void aRateLimitIsToldAsSlackTellsItAndLiftedAsItWasSaid() throws Exception {
        fake.refusesOnce("chat.postMessage", 429, "1");
        call("chat.postMessage", BOT, "{\"channel\":\"C1\",\"text\":\"once\"}");
        fake.refusesOnce("chat.postEphemeral", 429, "1");
        retried("chat.postEphemeral", "{\"channel\":\"C1\",\"user\":\"U1\",\"text\":\"until it is taken\"}");
        fake.refusesOnce("conversations.info", 503, "1");
        retried("conversations.info", "{\"channel\":\"C1\"}");

        List<JsonNode> outcomes = outcomes();

        assertThat(outcomes.get(0).path("code").asText()).isEqualTo("slack_webapi_rate_limited_error");
        assertThat(outcomes.get(0).path("retryAfter").asInt()).isEqualTo(1);
        assertThat(outcomes.get(1).path("ok").asBoolean()).isTrue();
        assertThat(outcomes.get(2).path("ok").asBoolean()).isTrue();
        assertThat(fake.calls("chat.postEphemeral")).isEqualTo(2);
        assertThat(fake.calls("conversations.info")).isEqualTo(2);
    }

    @Test
    void aResponseAddressIsGoodForFiveMessagesThatKeepTheRules() throws Exception {
        String message = "{\"text\":\"t\",\"blocks\":" + BLOCKS + "}";
        for (int i = 0; i < 6; i++) {
            webhook("/one", message);
        }
        webhook("/two", "{\"blocks\":[{\"type\":\"header\"}]}");

        List<JsonNode> outcomes = outcomes();

        assertThat(outcomes.subList(0, 5))
                .allMatch(outcome -> outcome.path("text").asText().equals("ok"));
        assertThat(outcomes.get(5).path("status").asInt()).isEqualTo(404);
        assertThat(outcomes.get(6).path("status").asInt()).isEqualTo(400);
        assertThat(fake.forgives()).isNotEmpty();
        assertThat(fake.message()).isEqualTo(JSON.readTree(message));
    }

    @Test
    void aCodeIsExchangedOnceForATokenThatSlackKnows() throws Exception {
        String code = fake.oauth().allow("T7", "https://quotes.test/slack/oauth", false);
        access("code", code, "https://quotes.test/elsewhere");
        access("code", code, "https://quotes.test/slack/oauth");
        access("code", code, "https://quotes.test/slack/oauth");
        access("code", "guessed", "https://quotes.test/slack/oauth");
        call("oauth.v2.access", "", "{\"client_id\":\"x\",\"client_secret\":\"y\",\"code\":\"z\"}");
        call(
                "oauth.v2.access",
                "",
                "{\"client_id\":\"" + FakeOauth.CLIENT_ID + "\",\"client_secret\":\"y\",\"code\":\"z\"}");

        List<JsonNode> outcomes = outcomes();

        assertThat(outcomes)
                .extracting(outcome -> outcome.path("error").asText())
                .containsExactly(
                        "bad_redirect_uri",
                        "",
                        "code_already_used",
                        "invalid_code",
                        "invalid_client_id",
                        "bad_client_secret");
        JsonNode granted = outcomes.get(1);
        assertThat(granted.path("access_token").asText()).startsWith("xoxb-");
        assertThat(granted.at("/team/id").asText()).isEqualTo("T7");
        assertThat(granted.has("refresh_token")).isFalse();
        steps.clear();
        call("auth.test", granted.path("access_token").asText(), "{}");
        assertThat(outcomes().getFirst().path("team_id").asText()).isEqualTo("T7");
    }

    @Test
    void aTokenThatRotatesIsRefreshedByARefreshTokenThatIsGoodOnce() throws Exception {
        access("code", fake.oauth().allow("T8", "", true), "");
        JsonNode first = outcomes().getFirst();
        String refresh = first.path("refresh_token").asText();
        steps.clear();
        access("refresh_token", refresh, "");
        access("refresh_token", refresh, "");

        List<JsonNode> outcomes = outcomes();

        assertThat(first.path("access_token").asText()).startsWith("xoxe.xoxb-");
        assertThat(first.path("expires_in").asInt()).isEqualTo(FakeOauth.EXPIRES_SECONDS);
        JsonNode second = outcomes.getFirst();
        assertThat(second.path("access_token").asText())
                .startsWith("xoxe.xoxb-")
                .isNotEqualTo(first.path("access_token").asText());
        assertThat(second.path("refresh_token").asText()).isNotBlank().isNotEqualTo(refresh);
        assertThat(outcomes.getLast().path("error").asText()).isEqualTo("invalid_refresh_token");
        assertThat(fake.oauth().refreshed()).isEqualTo(1);
    }

    private void access(String kind, String secret, String redirect) {
        ObjectNode arguments = JSON.createObjectNode().put("client_id", FakeOauth.CLIENT_ID);
        arguments.put("client_secret", FakeOauth.CLIENT_SECRET).put(kind, secret);
        if (kind.equals("refresh_token")) {
            arguments.put("grant_type", kind);
        }
        if (!redirect.isEmpty()) {
            arguments.put("redirect_uri", redirect);
        }
        call("oauth.v2.access", "", arguments.toString());
    }

    private void call(String method, String token, String arguments) {
        steps.add("{\"method\":\"" + method + "\",\"token\":\"" + token + "\",\"arguments\":" + arguments + "}");
    }

    private void retried(String method, String arguments) {
        steps.add("{\"method\":\"" + method + "\",\"token\":\"" + BOT + "\",\"retries\":2,\"arguments\":" + arguments
                + "}");
    }

    private void webhook(String path, String message) {
        steps.add("{\"webhook\":\"" + fake.responseUrl() + path + "\",\"message\":" + message + "}");
    }

    private List<JsonNode> outcomes() throws Exception {
        List<JsonNode> outcomes = new ArrayList<>();
        for (String line : peers.run(steps, "web-api.cjs", fake.address("/api/"))) {
            outcomes.add(JSON.readTree(line));
        }
        assertThat(outcomes).hasSameSizeAs(steps);
        return outcomes;
    }

    private static String lowerCase(String method) {
        return method.replace(".", "").toLowerCase(Locale.ROOT);
    }
}
