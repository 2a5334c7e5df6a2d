package sourcebook.slack.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import sourcebook.app.Eventually;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.slack.FakeSlack;
import sourcebook.slack.SlackClient;
import sourcebook.slack.socket.SocketServer;

/** One of the two ways in which Slack delivers, to a whole service over the small corpus. */
interface Door extends AutoCloseable {
    /** Seals the buttons of the service. */
    String SECRET = "a-secret-of-tests-that-is-long-enough";

    /** Delivers a payload as it was recorded. What comes back at once; missing where that is nothing. */
    JsonNode deliver(JsonNode payload) throws IOException, InterruptedException;

    FakeSlack fake();

    @Override
    void close() throws IOException;

    /** The folder where the service keeps its state. */
    Path state();

    /** Slack posts to us. */
    static Door http(Path folder) throws IOException {
        return new Http(folder);
    }

    /** Slack sends through a socket that we open. */
    static Door socket(Path folder) throws IOException, InterruptedException {
        return new Socket(folder);
    }

    private static Map<String, String> settings(FakeSlack fake) {
        Map<String, String> settings = new HashMap<>(fake.settingsWithToken());
        settings.put("SOURCEBOOK_SECRET", SECRET);
        return settings;
    }

    /** The HTTP endpoint. */
    final class Http implements Door {
        private static final ObjectMapper JSON = new ObjectMapper();

        private final FakeSlack fake = new FakeSlack();
        private final Path state;
        private final RunningService service;
        private final SlackClient slack;

        private Http(Path folder) throws IOException {
            state = folder.resolve("state");
            service = RunningService.over(SmallCorpus.in(folder), settings(fake), Clock.systemUTC());
            slack = new SlackClient(service.at("/slack/events"), fake.responseUrl());
        }

        @Override
        public JsonNode deliver(JsonNode payload) throws IOException, InterruptedException {
            HttpResponse<String> response = post(payload);
            if (response.statusCode() != 200) {
                throw new AssertionError("answered " + response.statusCode() + " to " + payload);
            }
            return response.body().isEmpty() ? MissingNode.getInstance() : read(response.body());
        }

        /** The answer to the check of the address is a word, all others are JSON. */
        private static JsonNode read(String body) throws IOException {
            return body.startsWith("{") ? JSON.readTree(body) : TextNode.valueOf(body);
        }

        private HttpResponse<String> post(JsonNode payload) throws IOException, InterruptedException {
            if (payload.has("command")) {
                return slack.send(form(payload), SlackClient.FORM);
            }
            boolean event = payload.has("event") || payload.has("challenge");
            return event
                    ? slack.send(payload.toString(), "application/json")
                    : slack.send("payload=" + SlackClient.encoded(payload.toString()), SlackClient.FORM);
        }

        private static String form(JsonNode fields) {
            return StreamSupport.stream(fields.properties().spliterator(), false)
                    .map(field -> field.getKey() + "="
                            + SlackClient.encoded(field.getValue().asText()))
                    .collect(Collectors.joining("&"));
        }

        @Override
        public FakeSlack fake() {
            return fake;
        }

        @Override
        public Path state() {
            return state;
        }

        @Override
        public void close() {
            slack.close();
            service.close();
            fake.close();
        }
    }

    /** Socket Mode. */
    final class Socket implements Door {
        private static final ObjectMapper JSON = new ObjectMapper();

        private final FakeSlack fake = new FakeSlack();
        private final SocketServer server = new SocketServer();
        private final AtomicInteger envelopes = new AtomicInteger();
        private final Path state;
        private final RunningService service;
        private SocketServer.Connection connection;

        private Socket(Path folder) throws IOException, InterruptedException {
            state = folder.resolve("state");
            fake.answers("apps.connections.open", "{\"ok\":true,\"url\":\"" + server.address() + "\"}");
            Map<String, String> settings = settings(fake);
            settings.remove("SLACK_SIGNING_SECRET");
            settings.put("SLACK_APP_TOKEN", "xapp-of-tests");
            service = RunningService.over(SmallCorpus.in(folder), settings, Clock.systemUTC());
            connection = greeted();
        }

        private SocketServer.Connection greeted() throws IOException, InterruptedException {
            SocketServer.Connection opened = server.next();
            opened.send(Recorded.text("socket_hello"));
            Eventually.become(() -> service.get("/health/ready").statusCode() == 200);
            return opened;
        }

        /** Slack asks for another connection, and gets it. */
        void refresh() throws IOException, InterruptedException {
            connection.send(Recorded.text("socket_disconnect"));
            connection = greeted();
        }

        @Override
        public JsonNode deliver(JsonNode payload) throws IOException, InterruptedException {
            ObjectNode envelope = (ObjectNode) JSON.readTree(Recorded.text("socket_" + type(payload)));
            String id = "envelope-" + envelopes.incrementAndGet();
            connection.send(
                    envelope.put("envelope_id", id).set("payload", payload).toString());
            JsonNode acknowledged = JSON.readTree(connection.text());
            if (!acknowledged.path("envelope_id").asText().equals(id)) {
                throw new AssertionError("acknowledged " + acknowledged + " instead of " + id);
            }
            return acknowledged.path("payload");
        }

        private static String type(JsonNode payload) {
            List<String> kinds = List.of("slash_commands", "events_api", "interactive");
            return kinds.get(payload.has("command") ? 0 : payload.has("event") ? 1 : 2);
        }

        @Override
        public FakeSlack fake() {
            return fake;
        }

        @Override
        public Path state() {
            return state;
        }

        @Override
        public void close() throws IOException {
            service.close();
            server.close();
            fake.close();
        }
    }
}
