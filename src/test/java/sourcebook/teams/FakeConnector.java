package sourcebook.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import sourcebook.teams.trust.FakeMicrosoft;

/**
 * The Bot Connector as far as it is called by us. It is stricter than Microsoft's: whatever is too large, not
 * authorised, not HTTP/1.1 or not an activity is refused, and remembered as a fault of ours.
 */
final class FakeConnector implements AutoCloseable {
    private static final int LARGEST = 28 << 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeMicrosoft microsoft;
    private final HttpServer server;
    private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Deque<Integer> statuses = new ConcurrentLinkedDeque<>();
    private final List<JsonNode> cards = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile @Nullable String retryAfter;
    private volatile long millis;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** What was posted or changed. */
    record Post(String method, String conversation, String message, JsonNode activity) {
        boolean typing() {
            return activity.path("type").asText().equals("typing");
        }

        JsonNode card() {
            return activity.at("/attachments/0/content");
        }
    }

    FakeConnector(FakeMicrosoft microsoft) throws IOException {
        this.microsoft = microsoft;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String serviceUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/emea/";
    }

    /** The next messages get these statuses; those after them are taken. Typing is always taken. */
    void answersWith(Integer... next) {
        statuses.addAll(List.of(next));
    }

    void retryAfter(@Nullable String seconds) {
        retryAfter = seconds;
    }

    /** Messages wait until {@link #lets}. */
    void holds() {
        gate = new CountDownLatch(1);
    }

    void lets() {
        gate.countDown();
    }

    void takes(long time) {
        millis = time;
    }

    /** The next message, without the typing before it. */
    Post message() throws InterruptedException {
        while (true) {
            Post post = posts.poll(30, TimeUnit.SECONDS);
            if (post == null) {
                throw new AssertionError("nothing was posted; faults: " + faults);
            }
            if (!post.typing()) {
                return post;
            }
        }
    }

    /** The next of anything. */
    Post next() throws InterruptedException {
        Post post = posts.poll(30, TimeUnit.SECONDS);
        if (post == null) {
            throw new AssertionError("nothing was posted; faults: " + faults);
        }
        return post;
    }

    /** Nothing but typing is posted for a while. */
    void staysSilent() throws InterruptedException {
        Thread.sleep(300);
        List<Post> more = new ArrayList<>();
        posts.drainTo(more);
        more.removeIf(Post::typing);
        if (!more.isEmpty()) {
            throw new AssertionError("posted: " + more);
        }
    }

    /** How many messages came, taken or not, typing left out. */
    int requests() {
        return requests.get();
    }

    Queue<String> faults() {
        return faults;
    }

    /** All cards that were posted. */
    List<JsonNode> cards() {
        synchronized (cards) {
            return List.copyOf(cards);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int status = judged(exchange, body);
            if (status == 200) {
                status = told(body);
            }
            if (status == 429 && retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", String.valueOf(retryAfter));
            }
            byte[] answer =
                    status == 201 ? ("{\"id\":\"m-" + ids.get() + "\"}").getBytes(StandardCharsets.UTF_8) : new byte[0];
            if (status < 300) {
                take(exchange, body);
                answer = status == 201
                        ? ("{\"id\":\"m-" + ids.incrementAndGet() + "\"}").getBytes(StandardCharsets.UTF_8)
                        : answer;
            }
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private int judged(HttpExchange exchange, byte[] body) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Upgrade")
                || !exchange.getProtocol().equals("HTTP/1.1")) {
            return fault("not HTTP/1.1", 400);
        }
        if (!microsoft.gave(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return fault("not authorised", 401);
        }
        if (body.length > LARGEST) {
            return fault("too large: " + body.length, 413);
        }
        if (!exchange.getRequestURI().getRawPath().matches("/emea/v3/conversations/[^/;:@]+/activities(/[^/;:@]+)?")) {
            return fault("no such path: " + exchange.getRequestURI().getRawPath(), 404);
        }
        JsonNode activity = JSON.readTree(body);
        boolean message = activity.path("type").asText().equals("message");
        if (!message && !activity.path("type").asText().equals("typing")) {
            return fault("no type", 400);
        }
        if (message
                && (activity.path("attachments").isEmpty()
                        || activity.path("summary").asText().isEmpty())) {
            return fault("an empty message", 400);
        }
        for (JsonNode attachment : activity.path("attachments")) {
            if (!attachment.path("contentType").asText().equals("application/vnd.microsoft.card.adaptive")) {
                return fault("no card", 400);
            }
        }
        return 200;
    }

    private int fault(String what, int status) {
        faults.add(what);
        return status;
    }

    private int told(byte[] body) throws IOException {
        if (JSON.readTree(body).path("type").asText().equals("typing")) {
            return 202;
        }
        requests.incrementAndGet();
        try {
            Thread.sleep(millis);
            gate.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        Integer wanted = statuses.poll();
        return wanted == null ? 201 : wanted;
    }

    private void take(HttpExchange exchange, byte[] body) throws IOException {
        String[] path = exchange.getRequestURI().getRawPath().split("/");
        Post post = new Post(
                exchange.getRequestMethod(),
                URLDecoder.decode(path[4], StandardCharsets.UTF_8),
                path.length > 6 ? URLDecoder.decode(path[6], StandardCharsets.UTF_8) : "",
                JSON.readTree(body));
        if (!post.typing()) {
            synchronized (cards) {
                cards.add(post.card());
            }
        }
        posts.add(post);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
