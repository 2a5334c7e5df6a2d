package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.Eventually;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.slack.socket.SocketServer;

/** The whole service by Socket Mode: no address of its own is known to Slack. */
@SuppressWarnings("NullAway.Init")
final class SocketServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void questionsAreAnsweredThroughTheSocketOnceEachAndReadinessTellsOfIt() throws Exception {
        try (FakeSlack fake = new FakeSlack();
                SocketServer socket = new SocketServer()) {
            fake.answers("apps.connections.open", "{\"ok\":true,\"url\":\"" + socket.address() + "\"}");
            Map<String, String> settings = new HashMap<>(fake.settingsWithToken());
            settings.remove("SLACK_SIGNING_SECRET");
            settings.put("SLACK_APP_TOKEN", "xapp-of-tests");
            try (RunningService service = RunningService.over(SmallCorpus.in(folder), settings, Clock.systemUTC())) {
                SocketServer.Connection slack = socket.next();
                assertThat(service.get("/health/ready").statusCode()).isEqualTo(503);
                slack.send("{\"type\":\"hello\"}");
                Eventually.become(() -> service.get("/health/ready").statusCode() == 200);

                slack.send(command("e1"));
                JsonNode answer = JSON.readTree(slack.text());
                slack.send(command("e2"));
                JsonNode again = JSON.readTree(slack.text());

                assertThat(answer.path("envelope_id").asText()).isEqualTo("e1");
                assertThat(Blocks.quotes(answer.path("payload"))).contains(SmallCorpus.WORTH);
                assertThat(again.path("envelope_id").asText()).isEqualTo("e2");
                assertThat(again.path("payload").path("blocks").isMissingNode()).isTrue();
                assertThat(fake.called("apps.connections.open")).containsEntry("authorization", "Bearer xapp-of-tests");
                assertThat(service.get("/slack/events").statusCode()).isEqualTo(404);
            }
        }
    }

    private static String command(String envelope) {
        ObjectNode json = JSON.createObjectNode().put("type", "slash_commands").put("envelope_id", envelope);
        json.putObject("payload")
                .put("command", "/outsourcing")
                .put("text", SmallCorpus.WORTH_QUESTION)
                .put("team_id", "T1")
                .put("channel_id", "C1")
                .put("user_id", "U1")
                .put("trigger_id", "one-and-the-same");
        return json.toString();
    }
}
