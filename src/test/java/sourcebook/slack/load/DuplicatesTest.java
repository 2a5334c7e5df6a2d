package sourcebook.slack.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.Eventually;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.slack.FakeSlack;
import sourcebook.slack.SlackClient;
import sourcebook.slack.socket.SocketServer;

/** Everything that Slack delivers comes several times: by HTTP, by HTTP again, by the socket, and after a restart. */
@SuppressWarnings("NullAway.Init")
final class DuplicatesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EVENTS = Form.LONG ? 10_000 : 300;
    private static final int PEOPLE = 400;
    private static final int TEAMS = 20;
    private static final int SENDERS = 8;

    /** No more than fit in line, so that none is told that we are busy. */
    private static final int IN_HAND = 30;

    @TempDir
    Path folder;

    @Test
    void eachHasExactlyOneEffect() throws Exception {
        SmallCorpus corpus = SmallCorpus.in(folder);
        try (FakeSlack fake = new FakeSlack();
                SocketServer socket = new SocketServer()) {
            fake.answers("apps.connections.open", "{\"ok\":true,\"url\":\"" + socket.address() + "\"}");
            Map<String, String> settings = new HashMap<>(fake.settingsWithToken());
            settings.put("SLACK_APP_TOKEN", "xapp-of-tests");

            try (RunningService service = RunningService.over(corpus, settings, Clock.systemUTC())) {
                deliver(service, fake, socket.next());
                Eventually.become(() -> fake.calls("chat.postMessage") >= EVENTS);
            }
            try (RunningService service = RunningService.over(corpus, settings, Clock.systemUTC())) {
                deliver(service, fake, socket.next());
            }

            assertThat(fake.calls("chat.postMessage")).isEqualTo(EVENTS);
            Map<String, Integer> effects = new HashMap<>();
            for (int i = 0; i < EVENTS; i++) {
                Map<String, String> posted = fake.called("chat.postMessage");
                assertThat(posted.get("text")).startsWith("Type /outsourcing");
                effects.merge(posted.getOrDefault("channel", ""), 1, Integer::sum);
            }
            assertThat(effects)
                    .hasSize(EVENTS)
                    .allSatisfy((channel, times) -> assertThat(times).isEqualTo(1));
            Form.tell(EVENTS + " events, each delivered six times: " + effects.size() + " effects");
        }
    }

    /** Each event three times: twice by HTTP, with retries' times, and once by the socket, all at the same time. */
    private static void deliver(RunningService service, FakeSlack fake, SocketServer.Connection connection)
            throws Exception {
        connection.send("{\"type\":\"hello\"}");
        Eventually.become(() -> service.get("/health/ready").statusCode() == 200);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> sending = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
                SlackClient slack = new SlackClient(service.at("/slack/events"), fake.responseUrl())) {
            for (int i = 0; i < SENDERS; i++) {
                sending.add(senders.submit(() -> {
                    for (int event = next.getAndIncrement(); event < EVENTS; event = next.getAndIncrement()) {
                        int sent = event;
                        Eventually.become(() -> sent - fake.calls("chat.postMessage") < IN_HAND);
                        send(slack, connection, event);
                    }
                    return event(0);
                }));
            }
            for (Future<?> one : sending) {
                one.get();
            }
        }
        for (int i = 0; i < EVENTS; i++) {
            assertThat(connection.text()).contains("envelope_id");
        }
    }

    private static void send(SlackClient slack, SocketServer.Connection connection, int number)
            throws IOException, InterruptedException {
        String body = event(number);
        long now = Instant.now().getEpochSecond();
        assertThat(slack.send(body, "application/json", now).statusCode()).isEqualTo(200);
        connection.send("{\"type\":\"events_api\",\"envelope_id\":\"e" + number + "\",\"payload\":" + body + "}");
        assertThat(slack.send(body, "application/json", now - 1).statusCode()).isEqualTo(200);
    }

    /** A direct message of one of some hundred people of some teams, each in a conversation of its own. */
    private static String event(int number) throws IOException {
        ObjectNode event = SlackClient.message("message", "D" + number, "", "help");
        event.put("ts", "1764054100." + number).put("user", "U" + number % PEOPLE);
        ObjectNode body = (ObjectNode) JSON.readTree(SlackClient.eventBody(event, "EvSame" + number));
        return body.put("team_id", "T" + number % TEAMS).toString();
    }
}
