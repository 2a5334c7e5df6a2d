package sourcebook.slack.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.Eventually;
import sourcebook.app.ServerProcess;
import sourcebook.app.SmallCorpus;
import sourcebook.app.settings.Setting;
import sourcebook.slack.Blocks;
import sourcebook.slack.FakeSlack;
import sourcebook.slack.SlackClient;
import sourcebook.slack.socket.SocketServer;

/**
 * A whole server that logs all it can, with secrets that are seen nowhere else, asked and failed in every way: none of the
 * secrets is found in what it printed, sent, stored or left in its temporary folder.
 */
@SuppressWarnings("NullAway.Init")
final class SecretsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SECRET = Pattern.compile(".*(SECRET|TOKEN|PASSWORD).*");
    private static final String ADMIN = "canary-admin-token-7f3a9c";
    private static final String GARBAGE = "<html>garbage";

    /**
     * What each secret setting is, but for the client's, which excludes the bot's token. The signing secret is the one that
     * the tests' Slack signs with.
     */
    private static final Map<Setting, String> CANARIES = canaries();

    @TempDir
    Path folder;

    private final List<String> received = new ArrayList<>();
    private FakeSlack fake;
    private SlackClient slack;
    private ServerProcess server;

    private static Map<Setting, String> canaries() {
        Map<Setting, String> canaries = new TreeMap<>();
        for (Setting setting : Setting.values()) {
            if (SECRET.matcher(setting.name()).matches() && setting != Setting.SLACK_CLIENT_SECRET) {
                canaries.put(
                        setting,
                        switch (setting) {
                            case SLACK_SIGNING_SECRET -> FakeSlack.SECRET;
                            case SLACK_BOT_TOKEN -> "xoxb-canary-bot-5d21b8";
                            case SLACK_APP_TOKEN -> "xapp-canary-app-90ce44";
                            case SOURCEBOOK_ADMIN_TOKEN -> ADMIN;
                            case TEAMS_WEBHOOK_SECRET ->
                                Base64.getEncoder()
                                        .encodeToString("canary-webhook-secret-1c77e0-of-teams"
                                                .getBytes(StandardCharsets.UTF_8));
                            default ->
                                "canary-" + setting.name().toLowerCase(java.util.Locale.ROOT)
                                        + "-3b8f12-and-long-enough";
                        });
            }
        }
        return canaries;
    }

    @Test
    void noSecretIsToldOrKept() throws Exception {
        SmallCorpus corpus = SmallCorpus.in(folder);
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Path logging = folder.resolve("logging.properties");
        Files.writeString(
                logging,
                ".level = ALL\nhandlers = java.util.logging.ConsoleHandler\njava.util.logging.ConsoleHandler.level = ALL\n");
        fake = new FakeSlack();
        try (SocketServer socket = new SocketServer()) {
            fake.answers("apps.connections.open", "{\"ok\":true,\"url\":\"" + socket.address() + "\"}");
            server = ServerProcess.start(
                    corpus,
                    settings(),
                    List.of(
                            "-Djava.util.logging.config.file=" + logging,
                            "-Djava.io.tmpdir=" + temporary,
                            "-Djdk.httpclient.HttpClient.log=errors,requests,content,channel"),
                    List.of("--no-embeddings"));
            try (ServerProcess running = server;
                    SlackClient client = new SlackClient(running.at("/slack/events"), fake.responseUrl())) {
                slack = client;
                SocketServer.Connection connection = socket.next();
                connection.send(Recorded.text("socket_hello"));
                everyPayload(connection);
                slackFails(connection);
                forgeries();
                pages();
                teams();
                running.terminate();
                running.ended();
            }
        }

        assertThat(server.printed()).as("it logs what it can").contains("FINE");
        assertClean(corpus, temporary);
        fake.close();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(fake.settingsWithToken());
        CANARIES.forEach((setting, value) -> settings.put(setting.name(), value));
        settings.put("TEAMS_APP_ID", "00000000-0000-0000-0000-000000000001");
        settings.put("TEAMS_TENANT_ID", "00000000-0000-0000-0000-000000000002");
        settings.put("TEAMS_LOGIN_URL", fake.address("/login/"));
        settings.put("TEAMS_OPENID_URL", fake.address("/openid"));
        return settings;
    }

    private void everyPayload(SocketServer.Connection connection) throws Exception {
        JsonNode answer = JSON.readTree(
                receive(slack.send(slack.form("/outsourcing", SmallCorpus.WORTH_QUESTION), SlackClient.FORM)));
        if (Blocks.words(answer).startsWith("Searching…")) {
            answer = fake.message();
        }
        Map<String, String> values = new HashMap<>();
        Blocks.buttons(answer)
                .forEach(button -> values.put(
                        button.path("action_id").asText(), button.path("value").asText()));
        for (String name : Recorded.names()) {
            if (!name.startsWith("socket_")) {
                String value = values.getOrDefault(name.replace("block_actions_", ""), "altered");
                JsonNode payload = Recorded.payload(name, fake.responseUrl(), value);
                receive(post(payload));
                connection.send(enveloped(payload));
            }
        }
        connection.send("{\"type\":\"rubbish " + GARBAGE);
        for (int i = 0; i < 3; i++) {
            received.add(connection.text());
        }
        Eventually.become(() -> fake.calls("views.publish") > 0 && fake.calls("chat.postMessage") > 1);
    }

    private HttpResponse<String> post(JsonNode payload) throws IOException, InterruptedException {
        boolean event = payload.has("event") || payload.has("challenge");
        return event
                ? slack.send(payload.toString(), "application/json")
                : slack.send("payload=" + SlackClient.encoded(payload.toString()), SlackClient.FORM);
    }

    private static String enveloped(JsonNode payload) throws IOException {
        ObjectNode envelope = (ObjectNode) JSON.readTree(Recorded.text("socket_events_api"));
        return envelope.put("envelope_id", "e").set("payload", payload).toString();
    }

    /** Slack refuses, breaks, answers garbage, and hangs up. */
    private void slackFails(SocketServer.Connection connection) throws Exception {
        fake.refusesOnce("chat.postMessage", 429, "0");
        mention();
        fake.refusesOnce("chat.postMessage", 500, "0");
        mention();
        for (String answer : List.of(GARBAGE, "", "{\"ok\":false,\"error\":\"invalid_auth\"}", "[]")) {
            fake.answers("chat.postMessage", answer);
            fake.answers("conversations.info", answer);
            mention();
        }
        fake.answersLateWith(500, 500, 500, 404, 429);
        slack.press("share", "not sealed by us");
        fake.answers("apps.connections.open", "{\"ok\":false,\"error\":\"invalid_auth\"}");
        connection.close();
        Eventually.become(() -> fake.calls("apps.connections.open") > 1 && fake.calls("chat.postMessage") > 5);
    }

    private void mention() throws Exception {
        receive(slack.event(SlackClient.message("app_mention", "C1", "", "<@UBOT> " + SmallCorpus.WORTH_QUESTION)));
    }

    private void forgeries() throws Exception {
        String form = slack.form("/outsourcing", "x");
        receive(slack.send(form, SlackClient.FORM, "1", "v0=00"));
        receive(slack.send(form, SlackClient.FORM, Long.toString(System.currentTimeMillis() / 1_000), "v0=00"));
        for (String body : List.of("{", "[]", "payload=%7B", "%%%")) {
            receive(slack.send(body, body.startsWith("p") ? SlackClient.FORM : "application/json"));
        }
    }

    private void pages() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String path : List.of(
                    "/",
                    "/?q=how+long",
                    "/nowhere",
                    "/admin",
                    "/health/ready",
                    "/health/live",
                    "/contracts",
                    "/slack/events")) {
                receive(http.send(HttpRequest.newBuilder(server.at(path)).build(), BodyHandlers.ofString()));
            }
            for (String token : List.of("wrong", ADMIN)) {
                receive(http.send(
                        HttpRequest.newBuilder(server.at("/admin/login"))
                                .header("Content-Type", SlackClient.FORM)
                                .POST(BodyPublishers.ofString("token=" + token))
                                .build(),
                        BodyHandlers.ofString()));
            }
        }
    }

    private void teams() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String path : List.of("/api/messages", "/api/webhook")) {
                for (String authorization : List.of("Bearer a.b.c", "HMAC AAAA")) {
                    receive(http.send(
                            HttpRequest.newBuilder(server.at(path))
                                    .header("Authorization", authorization)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"type\":\"message\",\"text\":\"x\"}"))
                                    .build(),
                            BodyHandlers.ofString()));
                }
            }
        }
    }

    private String receive(HttpResponse<String> response) {
        received.add(response.headers().map() + response.body());
        return response.body();
    }

    private void assertClean(SmallCorpus corpus, Path temporary) throws Exception {
        Map<String, byte[]> places = new TreeMap<>();
        places.put("what was received", String.join("\n", received).getBytes(StandardCharsets.UTF_8));
        places.put("what was printed", server.printed().getBytes(StandardCharsets.UTF_8));
        for (Path root : List.of(corpus.root().resolveSibling("state"), temporary)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    places.put(file.toString(), Files.readAllBytes(file));
                }
            }
        }
        assertThat(places).hasSizeGreaterThan(3);
        places.forEach((place, bytes) -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            CANARIES.forEach((setting, value) -> forms(value)
                    .forEach(form -> assertThat(text.contains(form))
                            .as("%s in %s", setting, place)
                            .isFalse()));
        });
    }

    /** A secret as it is, and as it may be written. */
    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Arrays.asList(
                secret,
                SlackClient.encoded(secret),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                java.util.HexFormat.of().formatHex(bytes));
    }
}
