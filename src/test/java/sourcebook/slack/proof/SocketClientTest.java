package sourcebook.slack.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import sourcebook.NodePeers;
import sourcebook.app.Eventually;
import sourcebook.slack.FakeSlack;
import sourcebook.slack.socket.SocketServer;

/** The tests' end of Socket Mode, driven by Slack's own client. */
final class SocketClientTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HELLO =
            "{\"type\":\"hello\",\"num_connections\":1,\"connection_info\":{\"app_id\":\"A1\"},\"debug_info\":{\"host\":\"h\"}}";

    @Test
    void itAcknowledgesWhatComesAndConnectsAgainWhenItIsTold() throws Exception {
        NodePeers peers = NodePeers.of("slack");
        try (FakeSlack fake = new FakeSlack();
                SocketServer server = new SocketServer()) {
            fake.answers("apps.connections.open", "{\"ok\":true,\"url\":\"" + server.address() + "\"}");
            CompletableFuture<List<String>> told = CompletableFuture.supplyAsync(() -> run(peers, fake));
            SocketServer.Connection first = server.next();
            first.send(HELLO);

            first.send(envelope("e1", "slash_commands", true, "{\"command\":\"/outsourcing\",\"text\":\"é & <b>\"}"));
            assertThat(JSON.readTree(first.text()))
                    .isEqualTo(JSON.readTree("{\"envelope_id\":\"e1\",\"payload\":{\"text\":\"taken: é & <b>\"}}"));
            first.send(envelope(
                    "e2", "events_api", false, "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_mention\"}}"));
            assertThat(JSON.readTree(first.text()).path("envelope_id").asText()).isEqualTo("e2");
            first.send(envelope("e3", "interactive", true, "{\"text\":\"" + "x".repeat(70_000) + "\"}"));
            assertThat(JSON.readTree(first.text()).at("/payload/text").asText()).hasSize(70_007);
            first.ping();
            Eventually.become(first::answered);

            first.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\",\"debug_info\":{\"host\":\"h\"}}");
            SocketServer.Connection second = server.next();
            second.send(HELLO);
            second.send(envelope("e4", "slash_commands", true, "{\"text\":\"stop\"}"));
            assertThat(JSON.readTree(second.text()).path("envelope_id").asText())
                    .isEqualTo("e4");

            assertThat(kinds(told.get(60, TimeUnit.SECONDS)))
                    .startsWith("connected", "slash_commands", "events_api", "interactive")
                    .containsSubsequence("interactive", "reconnecting", "connected", "slash_commands")
                    .doesNotContain("failed");
            assertThat(fake.calls("apps.connections.open")).isEqualTo(2);
            Eventually.become(second::ended);
        }
    }

    private static List<String> run(NodePeers peers, FakeSlack fake) {
        try {
            return peers.run(List.of(), "socket-mode.cjs", fake.address("/api/"), "xapp-of-tests");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> kinds(List<String> told) throws IOException {
        List<String> kinds = new ArrayList<>();
        for (String line : told) {
            JsonNode json = JSON.readTree(line);
            kinds.add(
                    json.has("state")
                            ? json.path("state").asText()
                            : json.path("type").asText("failed"));
        }
        return kinds;
    }

    private static String envelope(String id, String type, boolean answerable, String payload) throws IOException {
        return JSON.createObjectNode()
                .put("envelope_id", id)
                .put("type", type)
                .put("accepts_response_payload", answerable)
                .set("payload", JSON.readTree(payload))
                .toString();
    }
}
