package sourcebook.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** As much of Slack as is called by us: the address for late answers, and {@code auth.test}. */
final class FakeSlack implements AutoCloseable {
    static final String SECRET = "a-signing-secret-of-tests";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final BlockingQueue<String> posted = new LinkedBlockingQueue<>();
    private volatile String identity = "{\"ok\":false,\"error\":\"invalid_auth\"}";
    private volatile int[] statuses = {};
    private int posts;

    FakeSlack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/late", this::late);
        server.createContext("/api/auth.test", exchange -> answer(exchange, 200, identity));
        server.start();
    }

    /** What the service must be told to talk to this Slack. */
    Map<String, String> settings() {
        return Map.of(
                "SLACK_SIGNING_SECRET", SECRET, "SLACK_API_URL", address("/api"), "SLACK_RESPONSE_HOSTS", "127.0.0.1");
    }

    /** The address for late answers, which comes with each request of Slack's. */
    String responseUrl() {
        return address("/late");
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The token is good, and belongs to that user of that team. */
    void knows(String user, String team) {
        identity = "{\"ok\":true,\"user\":\"" + user + "\",\"team\":\"" + team + "\"}";
    }

    /** The next late answers get these statuses, those after them 200. */
    void answersLateWith(int... next) {
        statuses = next;
    }

    /** The next message that was posted late. */
    JsonNode message() throws IOException, InterruptedException {
        String json = posted.poll(30, TimeUnit.SECONDS);
        if (json == null) {
            throw new AssertionError("nothing was posted to the response address");
        }
        return JSON.readTree(json);
    }

    int posts() {
        return posts;
    }

    private void late(HttpExchange exchange) throws IOException {
        String json = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = posts < statuses.length ? statuses[posts] : 200;
        posts++;
        answer(exchange, status, "ok");
        posted.add(json);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
