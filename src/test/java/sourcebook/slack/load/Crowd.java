package sourcebook.slack.load;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import sourcebook.slack.FakeSlack;
import sourcebook.slack.SlackClient;

/** Many people who ask, each with signed requests of Slack's. */
final class Crowd implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int PEOPLE = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI endpoint;
    private final String responseUrl;
    private final List<String> questions;

    Crowd(URI endpoint, String responseUrl, List<String> questions) {
        this.endpoint = endpoint;
        this.responseUrl = responseUrl;
        this.questions = questions;
    }

    /** A request on its way, and when it was due. */
    private record Sent(long dueNanos, CompletableFuture<Back> back) {}

    /** What came back, and when. */
    private record Back(int status, String body, long atNanos) {}

    /** Asks at even distances of time, whether or not earlier ones were answered. */
    Told openLoop(int perSecond, Duration howLong, Halfway halfway) throws Exception {
        List<Sent> sent = new ArrayList<>();
        int all = (int) (perSecond * howLong.toSeconds());
        long start = System.nanoTime();
        for (int i = 0; i < all; i++) {
            long due = start + TimeUnit.SECONDS.toNanos(i) / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            sent.add(new Sent(due, send(i)));
            if (i == all / 2) {
                halfway.reached();
            }
        }
        return told(sent);
    }

    /** What happens in the second half. */
    interface Halfway {
        void reached() throws Exception;
    }

    /** All at once. */
    Told together(int clients) throws Exception {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            sent.add(new Sent(System.nanoTime(), send(i)));
        }
        return told(sent);
    }

    private static Told told(List<Sent> sent) throws Exception {
        Told told = new Told();
        for (Sent one : sent) {
            Back back = one.back().get(60, TimeUnit.SECONDS);
            told.add(back.status(), back.body(), TimeUnit.NANOSECONDS.toMillis(back.atNanos() - one.dueNanos()));
        }
        return told;
    }

    private CompletableFuture<Back> send(int i) {
        String body = command(i, questions.get(i % questions.size()));
        long now = Instant.now().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", SlackClient.FORM)
                .header("X-Slack-Request-Timestamp", Long.toString(now))
                .header("X-Slack-Signature", SlackClient.signature(FakeSlack.SECRET, now, body))
                .POST(BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(Crowd::back);
    }

    private static Back back(HttpResponse<String> response) {
        return new Back(response.statusCode(), response.body(), System.nanoTime());
    }

    /** The body of a slash command of somebody among the crowd. */
    String command(int person, String question) {
        int number = NEXT.incrementAndGet();
        return "command=%2Foutsourcing&team_id=T1&channel_id=C1&user_name=asker&user_id=U" + person % PEOPLE
                + "&trigger_id=load." + number + "&response_url=" + encoded(responseUrl + "/load/" + number) + "&text="
                + encoded(question);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
