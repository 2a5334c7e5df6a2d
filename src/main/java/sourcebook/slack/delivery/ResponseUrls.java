package sourcebook.slack.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages to the addresses that Slack sends with a request. Only exact, allowed hosts are called, and redirects
 * are not followed. An address is used five times within half an hour and no more, as Slack allows; another try is made only
 * where Slack said that it did not take the first. Safe for many threads.
 */
public final class ResponseUrls implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(3);
    private static final Duration ADDRESS_LIVES = Duration.ofMinutes(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int USES = 5;
    private static final int AGAIN = 2;
    private static final int ADDRESSES = 20_000;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts;
    private final Cache<URI, AtomicInteger> uses = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterWrite(ADDRESS_LIVES)
            .build();
    private final ExecutorService later = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("slack-later-", 1).factory());
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public ResponseUrls(Set<String> hosts) {
        this.hosts = hosts;
    }

    /** Runs what posts later, a thread each; closing waits for it. */
    public Executor later() {
        return later;
    }

    /** The address, if it may be posted to. */
    public Optional<URI> allowed(@Nullable String url) {
        try {
            return Optional.ofNullable(url).map(URI::create).filter(this::allowed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Posts a message. Slack takes five for one address, within half an hour.
     *
     * @throws IOException if Slack cannot be reached or does not take it
     */
    public void post(URI url, String json) throws IOException, InterruptedException {
        if (!spend(url)) {
            throw new IOException("a response address was used up");
        }
        HttpResponse<Void> response = send(url, json);
        for (int again = 0; again < AGAIN && waitWorthIt(response); again++) {
            response = send(url, json);
        }
        if (response.statusCode() != 200) {
            throw new IOException("Slack answered " + response.statusCode() + " to a late answer");
        }
    }

    private boolean spend(URI url) {
        return uses.get(url, unused -> new AtomicInteger()).incrementAndGet() <= USES;
    }

    /** Whether Slack did not take it and may take it again; if so, after having waited. */
    private static boolean waitWorthIt(HttpResponse<Void> response) throws IOException {
        int status = response.statusCode();
        if (status != TOO_MANY && status < SERVER_ERROR) {
            return false;
        }
        Duration wait = status == TOO_MANY
                ? WebApi.retryAfter(response.headers().firstValue("Retry-After").orElse(null))
                : Duration.ZERO;
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return false;
        }
        WebApi.pause(wait);
        return true;
    }

    private HttpResponse<Void> send(URI url, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(json))
                .build();
        return http.send(request, BodyHandlers.discarding());
    }

    private boolean allowed(URI url) {
        String host = url.getHost();
        if (host == null || !hosts.contains(host) || url.getUserInfo() != null) {
            return false;
        }
        boolean secure = "https".equals(url.getScheme()) && (url.getPort() == -1 || url.getPort() == 443);
        return secure || ("http".equals(url.getScheme()) && LOOPBACK.contains(host));
    }

    @Override
    public void close() {
        later.shutdown();
        try {
            if (!later.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                later.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
