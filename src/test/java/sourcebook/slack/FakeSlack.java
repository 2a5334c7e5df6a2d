package sourcebook.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Answering;
import sourcebook.answer.contract.ContractViews;
import sourcebook.dialogue.Dialogue;
import sourcebook.dialogue.Register;
import sourcebook.journal.ChannelRules;
import sourcebook.journal.Journal;
import sourcebook.library.Librarian;
import sourcebook.library.Library;
import sourcebook.model.audience.Clearance;
import sourcebook.render.Links;
import sourcebook.render.slack.SlackResponse;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.schema.SlackRules;
import sourcebook.slack.talk.Sealing;

/**
 * As much of Slack as is called by us: addresses for late answers, and the Web API with installing, which keep what they
 * were called with. It refuses what Slack refuses; a message or view against Slack's rules fails the test when it closes,
 * unless the test {@link #forgives} it. Slack's own clients drive it in a test.
 */
public final class FakeSlack implements AutoCloseable {
    public static final String SECRET = "a-signing-secret-of-tests";
    public static final String TOKEN = "xoxb-token-of-tests";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A response address may be used so many times. */
    private static final int USES = 5;

    private static final long LONGEST_HOLD_SECONDS = 4;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> posted = new LinkedBlockingQueue<>();
    private final Map<String, BlockingQueue<Map<String, String>>> calls = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<Refusal>> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger timestamps = new AtomicInteger();
    private volatile String allowed = "";
    private volatile String identity = "{\"ok\":false,\"error\":\"invalid_auth\"}";
    private volatile int[] statuses = {};
    private final AtomicInteger posts = new AtomicInteger();
    private final Map<String, AtomicInteger> uses = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final FakeOauth oauth = new FakeOauth();

    private record Refusal(int status, String retryAfter) {}

    public FakeSlack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/late", this::late);
        server.createContext("/api/", this::call);
        server.start();
    }

    /** The settings of an endpoint that talks to a Slack at this address. */
    public static SlackSettings endpoint(String api, @Nullable String token) {
        return new SlackSettings(
                SECRET, token, null, SECRET, URI.create(api), Set.of("127.0.0.1"), Set.of("T1:UADMIN"));
    }

    /** What an endpoint is made of, over a corpus. */
    public static SlackEndpoint.Parts parts(Answering answering, Journal journal) {
        ChannelRules rules = new ChannelRules(journal.rules());
        Dialogue dialogue = new Dialogue(answering, journal.subjects(), rules, Register.NONE);
        Library nothing = new Library(Path.of("nowhere"), Path.of("nowhere"), null, Clock.systemUTC());
        return new SlackEndpoint.Parts(
                answering,
                dialogue,
                rules,
                journal,
                new Librarian(nothing, Set.of()),
                new Links("https://quotes.test"),
                new ContractViews(Optional::empty, Clearance.PUBLIC),
                new SlackResponse(new Links("https://quotes.test")));
    }

    /** A button's value, sealed as the service seals it for the user of {@link SlackClient}. */
    public static String sealed(String action, String value) {
        Origin ada = new Origin("T1", "U1", "C1", null, false, null, null);
        return new Sealing(SECRET, Clock.systemUTC()).forPerson(ada).seal(action, value);
    }

    /** A button's value, sealed as the service seals it for somebody in a channel. */
    static String seal(SlackClient.Somebody by, String channel, String action, String value) {
        Origin origin = new Origin(by.team(), by.user(), by.home(), channel, null, false, null, null);
        return new Sealing(SECRET, Clock.systemUTC()).forPerson(origin).seal(action, value);
    }

    /** What the service must be told to talk to this Slack. */
    public Map<String, String> settings() {
        return Map.of(
                "SLACK_SIGNING_SECRET", SECRET, "SLACK_API_URL", address("/api"), "SLACK_RESPONSE_HOSTS", "127.0.0.1");
    }

    /** The same with a token, so that the service calls the Web API. */
    public Map<String, String> settingsWithToken() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("SLACK_BOT_TOKEN", TOKEN);
        settings.put("SOURCEBOOK_ADMINS", "T1:UADMIN");
        return settings;
    }

    /** The address for late answers, which comes with each request of Slack's. */
    public String responseUrl() {
        return address("/late");
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The token is good, and belongs to that user of that team. */
    public void knows(String user, String team) {
        identity = "{\"ok\":true,\"user\":\"" + user + "\",\"team\":\"" + team + "\"}";
    }

    /** The next late answers get these statuses, those after them 200. */
    public void answersLateWith(int... next) {
        statuses = next;
    }

    /** The next message that was posted late. */
    public JsonNode message() throws IOException, InterruptedException {
        String json = posted.poll(30, TimeUnit.SECONDS);
        if (json == null) {
            throw new AssertionError("nothing was posted to the response address");
        }
        return JSON.readTree(json);
    }

    public int posts() {
        return posts.get();
    }

    /** The arguments of the next call of a method. */
    public Map<String, String> called(String method) throws InterruptedException {
        Map<String, String> arguments = queue(method).poll(30, TimeUnit.SECONDS);
        if (arguments == null) {
            throw new AssertionError(method + " was not called");
        }
        return arguments;
    }

    /** How many calls of a method nobody has looked at. */
    public int calls(String method) {
        return queue(method).size();
    }

    /** What tokens allow, as each answer says in its header. */
    public void allows(List<String> scopes) {
        allowed = String.join(",", scopes);
    }

    /** A method answers so from now on. */
    public void answers(String method, String json) {
        answers.put(method, json);
    }

    /** The next call of a method is refused with a status. */
    public void refusesOnce(String method, int status, String retryAfter) {
        refusals.computeIfAbsent(method, unused -> new LinkedBlockingQueue<>()).add(new Refusal(status, retryAfter));
    }

    /** From now on calls of a method are answered when this is counted down, or after some seconds. */
    public CountDownLatch holds(String method) {
        CountDownLatch until = new CountDownLatch(1);
        held.put(method, until);
        return until;
    }

    private void hold(String method) {
        CountDownLatch until = held.get(method);
        try {
            boolean over = until == null || until.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS);
            if (!over) {
                held.remove(method);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BlockingQueue<Map<String, String>> queue(String method) {
        return calls.computeIfAbsent(method, unused -> new LinkedBlockingQueue<>());
    }

    private void call(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        Map<String, String> arguments = new HashMap<>();
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            arguments.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        arguments.put(
                "authorization", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        queue(method).add(arguments);
        hold(method);
        BlockingQueue<Refusal> refusing = refusals.get(method);
        Refusal refusal = refusing == null ? null : refusing.poll();
        if (refusal != null) {
            exchange.getResponseHeaders().set("Retry-After", refusal.retryAfter());
            answer(exchange, refusal.status(), "{\"ok\":false,\"error\":\"ratelimited\"}");
            return;
        }
        exchange.getResponseHeaders().set("X-OAuth-Scopes", allowed);
        answer(exchange, 200, judged(method, arguments));
    }

    private String judged(String method, Map<String, String> arguments) {
        String header = arguments.getOrDefault("authorization", "");
        String token = header.startsWith("Bearer ") ? header.substring(7) : arguments.getOrDefault("token", "");
        Optional<String> refusal = oauth.refusal(token).or(() -> FakeMethods.refusal(method, arguments, token));
        refusal.filter(error -> error.contains("response_metadata"))
                .ifPresent(error -> faults.add(method + " " + error));
        return refusal.orElseGet(() -> answers.getOrDefault(method, usual(method, token, arguments)));
    }

    /** Installing the app, and its tokens. */
    public FakeOauth oauth() {
        return oauth;
    }

    /** What was against Slack's rules until now is meant to be. */
    public List<String> forgives() {
        List<String> until = List.copyOf(faults);
        faults.removeAll(until);
        return until;
    }

    private String usual(String method, String token, Map<String, String> arguments) {
        return switch (method) {
            case "auth.test" ->
                oauth.team(token)
                        .map(team ->
                                "{\"ok\":true,\"user\":\"sourcebook\",\"user_id\":\"UBOT\",\"bot_id\":\"B1\",\"team\":\"Team "
                                        + team + "\",\"team_id\":\"" + team + "\"}")
                        .orElse(identity);
            case "oauth.v2.access" -> oauth.access(arguments);
            case "chat.postMessage" ->
                "{\"ok\":true,\"channel\":\"" + arguments.get("channel") + "\",\"ts\":\"1700000000."
                        + timestamps.incrementAndGet() + "\"}";
            case "views.open", "views.update" -> "{\"ok\":true,\"view\":{\"id\":\"V1\",\"type\":\"modal\"}}";
            case "conversations.info" -> "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"is_ext_shared\":false}}";
            default -> "{\"ok\":true}";
        };
    }

    private void late(HttpExchange exchange) throws IOException {
        String json = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int post = posts.getAndIncrement();
        int use = uses.computeIfAbsent(exchange.getRequestURI().getPath(), unused -> new AtomicInteger())
                .incrementAndGet();
        if (use > USES) {
            answer(exchange, 404, "used_url");
            return;
        }
        int status = post < statuses.length ? statuses[post] : 200;
        List<String> wrong = SlackRules.message(JSON.readTree(json));
        wrong.forEach(fault -> faults.add("a response address: " + fault));
        answer(exchange, wrong.isEmpty() ? status : 400, wrong.isEmpty() ? "ok" : "invalid_blocks");
        posted.add(json);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.getBytes(StandardCharsets.UTF_8).length);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        if (!faults.isEmpty()) {
            throw new AssertionError("Slack refuses what it was sent: " + faults);
        }
    }
}
