package sourcebook.teams.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import sourcebook.teams.trust.Http;
import sourcebook.teams.trust.OwnToken;
import sourcebook.teams.trust.ServiceHosts;

/**
 * Posts to the Bot Connector. What is posted twice is shown twice, so a post is repeated only where the Bot Connector
 * says that it took none (429); a change of a message may be repeated. Safe for many threads.
 *
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit">the limits</a>
 */
public final class Connector {
    private static final int TRIES = 4;
    private static final int TOO_MANY = 429;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int JITTER_MILLIS = 500;
    private static final Set<Integer> PASSING = Set.of(412, 500, 502, 503, 504);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceHosts hosts;
    private final OwnToken token;
    private final Http http;
    private final Pause pause;
    private final RandomGenerator random;

    /** Waits. */
    public interface Pause {
        void last(Duration time) throws InterruptedException;
    }

    public Connector(ServiceHosts hosts, OwnToken token, Http http, Pause pause, RandomGenerator random) {
        this.hosts = hosts;
        this.token = token;
        this.http = http;
        this.pause = pause;
        this.random = random;
    }

    /** The Bot Connector did not take a message. */
    public static final class NotTaken extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        private NotTaken(int status) {
            super("the Bot Connector answered " + status);
            this.status = status;
        }

        /** Whether the conversation, or the message to be changed, is not there any more, or not for us. */
        public boolean gone() {
            return status == 403 || status == 404;
        }
    }

    /**
     * Posts a message, in answer to another if that is named.
     *
     * @return the new message's id; empty where none is told
     */
    public Optional<String> post(Room room, String replyTo, ObjectNode activity)
            throws IOException, InterruptedException {
        String path = replyTo.isEmpty() ? "/activities" : "/activities/" + segment(replyTo);
        return id(send("POST", room, path, addressed(activity, room, replyTo)));
    }

    /** Puts a message in the place of one of ours. */
    public void change(Room room, String message, ObjectNode activity) throws IOException, InterruptedException {
        ObjectNode addressed = addressed(activity, room, "").put("id", message);
        send("PUT", room, "/activities/" + segment(message), addressed);
    }

    /** Shows that an answer is being looked for. */
    public void typing(Room room, String replyTo) throws IOException, InterruptedException {
        post(room, replyTo, JSON.createObjectNode().put("type", "typing"));
    }

    private static ObjectNode addressed(ObjectNode activity, Room room, String replyTo) {
        ObjectNode addressed = activity.deepCopy();
        addressed.putObject("from").put("id", room.bot());
        addressed.putObject("conversation").put("id", room.conversation());
        if (!replyTo.isEmpty()) {
            addressed.put("replyToId", replyTo);
        }
        return addressed;
    }

    private byte[] send(String method, Room room, String path, ObjectNode activity)
            throws IOException, InterruptedException {
        URI service = hosts.allowed(room.serviceUrl())
                .orElseThrow(() -> new IOException("our token may not be sent to the conversation's service"));
        URI address = URI.create(service + "v3/conversations/" + segment(room.conversation()) + path);
        for (int tried = 1; ; tried++) {
            String bearer = token.token();
            Http.Reply reply = http.send(HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + bearer)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .method(method, BodyPublishers.ofString(activity.toString()))
                    .build());
            if (reply.status() / 100 == 2) {
                return reply.body();
            }
            if (reply.status() == 401) {
                token.forget(bearer);
            }
            if (tried == TRIES || !mayRepeat(method, reply.status())) {
                throw new NotTaken(reply.status());
            }
            pause.last(wait(reply, tried));
        }
    }

    private static boolean mayRepeat(String method, int status) {
        return status == TOO_MANY || (method.equals("PUT") && PASSING.contains(status));
    }

    private Duration wait(Http.Reply reply, int tried) {
        Duration told = reply.retryAfter()
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ofSeconds(1L << (tried - 1)));
        Duration wanted = told.plusMillis(random.nextInt(JITTER_MILLIS));
        return wanted.compareTo(LONGEST_PAUSE) < 0 ? wanted : LONGEST_PAUSE;
    }

    private static Optional<String> id(byte[] body) throws IOException {
        String id = body.length == 0 ? "" : JSON.readTree(body).path("id").asText();
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
