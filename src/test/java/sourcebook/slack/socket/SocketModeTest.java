package sourcebook.slack.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sourcebook.app.Eventually;
import sourcebook.slack.socket.SocketServer.Connection;

@SuppressWarnings("NullAway.Init")
final class SocketModeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<Delivered> delivered = new LinkedBlockingQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private SocketServer server;
    private SocketMode socket;

    @BeforeEach
    void start() throws IOException {
        server = new SocketServer();
    }

    @AfterEach
    void stop() throws IOException {
        gate.countDown();
        socket.close();
        server.close();
    }

    @Test
    void aCommandIsHandedOnAsAFormAndAcknowledgedWithItsAnswer() throws Exception {
        Connection connection = greeted(taken -> "{\"text\":\"é\"}");

        connection.send(envelope("slash_commands", "e1", "{\"command\":\"/outsourcing\",\"text\":\"a & b é\"}"));

        assertThat(delivered()).isEqualTo(new Delivered("command=%2Foutsourcing&text=a+%26+b+%C3%A9", Delivered.FORM));
        assertThat(JSON.readTree(connection.text()))
                .isEqualTo(JSON.readTree("{\"envelope_id\":\"e1\",\"payload\":{\"text\":\"é\"}}"));
    }

    @Test
    void eventsAndButtonsComeAsSlackPostsThem() throws Exception {
        Connection connection = greeted(taken -> "");

        connection.send(envelope("events_api", "e1", "{\"type\":\"event_callback\"}"));
        assertThat(delivered()).isEqualTo(new Delivered("{\"type\":\"event_callback\"}", Delivered.JSON));
        assertThat(connection.text()).isEqualTo("{\"envelope_id\":\"e1\"}");
        connection.send(envelope("interactive", "e2", "{\"a\":1}"));
        assertThat(delivered()).isEqualTo(new Delivered("payload=%7B%22a%22%3A1%7D", Delivered.FORM));
    }

    @Test
    void atLeastTenAreHandledAtOnce() throws Exception {
        Connection connection = greeted(this::waiting);

        for (int i = 0; i < 30; i++) {
            connection.send(envelope("events_api", "e" + i, "{}"));
        }

        for (int i = 0; i < 10; i++) {
            delivered();
        }
        assertThat(connection.texts()).isZero();
    }

    @Test
    void whatIsInHandWhenItClosesIsFinishedAndAcknowledged() throws Exception {
        Connection connection = greeted(this::waiting);
        for (int i = 0; i < 30; i++) {
            connection.send(envelope("events_api", "e" + i, "{}"));
        }
        for (int i = 0; i < SocketMode.HANDLERS; i++) {
            delivered();
        }

        CompletableFuture<Void> closed = CompletableFuture.runAsync(socket::close);
        Eventually.become(() -> !socket.connected());
        gate.countDown();

        Set<String> acknowledged = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            acknowledged.add(
                    JSON.readTree(connection.text()).path("envelope_id").asText());
        }
        assertThat(acknowledged).hasSize(30);
        closed.join();
    }

    @Test
    void anotherConnectionIsMadeWhenSlackAsksForIt() throws Exception {
        Connection first = greeted(taken -> "");

        first.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
        Connection second = server.next();
        second.send("{\"type\":\"hello\"}");
        second.send(envelope("events_api", "e1", "{}"));

        assertThat(second.text()).isEqualTo("{\"envelope_id\":\"e1\"}");
        assertThat(socket.connected()).isTrue();
    }

    @Test
    void aResetIsNoticedAndMended() throws Exception {
        Connection first = greeted(taken -> "");

        first.close();
        Eventually.become(() -> !socket.connected());
        server.next().send("{\"type\":\"hello\"}");

        Eventually.become(socket::connected);
    }

    @Test
    void aSilentConnectionIsGivenUp() throws Exception {
        Connection first = greeted(taken -> "");

        first.fallSilent();
        Connection second = server.next();

        assertThat(socket.connected()).isFalse();
        second.send("{\"type\":\"hello\"}");
        Eventually.become(socket::connected);
    }

    @Test
    void rubbishIsNoReasonToStop() throws Exception {
        Connection connection = greeted(taken -> {
            if (taken.body().contains("bad")) {
                throw new IllegalStateException("cannot be handled");
            }
            return "not JSON";
        });

        for (String rubbish : new String[] {"", "{", "[]", "{\"type\":\"no such thing\"}", "null"}) {
            connection.send(rubbish);
        }
        connection.send(envelope("events_api", "e1", "{\"bad\":1}"));
        connection.send(envelope("events_api", "e2", "{}"));

        assertThat(connection.text()).isEqualTo("{\"envelope_id\":\"e2\"}");
    }

    private Connection greeted(Function<Delivered, String> handler) throws Exception {
        socket = new SocketMode(
                server::address,
                taken -> {
                    delivered.add(taken);
                    return handler.apply(taken);
                },
                Duration.ofSeconds(1),
                Duration.ofSeconds(20));
        socket.start();
        Connection connection = server.next();
        assertThat(socket.connected()).isFalse();
        connection.send("{\"type\":\"hello\"}");
        Eventually.become(socket::connected);
        return connection;
    }

    private String waiting(Delivered taken) {
        try {
            assertThat(gate.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    private Delivered delivered() throws InterruptedException {
        Delivered next = delivered.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was handed on");
        }
        return next;
    }

    private static String envelope(String type, String id, String payload) throws IOException {
        JsonNode json = JSON.readTree(payload);
        return JSON.createObjectNode()
                .put("type", type)
                .put("envelope_id", id)
                .set("payload", json)
                .toString();
    }
}
