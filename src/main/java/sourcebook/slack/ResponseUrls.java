package sourcebook.slack;

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
import org.jspecify.annotations.Nullable;

/**
 * Posts messages to the addresses that Slack sends with a request. Only exact, allowed hosts are called, and redirects
 * are not followed. Each message is posted once, which keeps far below Slack's five uses in 30 minutes; a second try is
 * made only where Slack said that it did not take the first. Safe for many threads.
 */
final class ResponseUrls implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int SERVER_ERROR = 500;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts;
    private final ExecutorService later = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("slack-later-", 1).factory());
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    ResponseUrls(Set<String> hosts) {
        this.hosts = hosts;
    }

    /** Runs what posts later, a thread each; closing waits for it. */
    Executor later() {
        return later;
    }

    /** The address, if it may be posted to. */
    Optional<URI> allowed(@Nullable String url) {
        try {
            return Optional.ofNullable(url).map(URI::create).filter(this::allowed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Posts a message.
     *
     * @throws IOException if Slack cannot be reached or does not take it
     */
    void post(URI url, String json) throws IOException, InterruptedException {
        int status = send(url, json);
        if (status >= SERVER_ERROR) {
            status = send(url, json);
        }
        if (status != 200) {
            throw new IOException("Slack answered " + status + " to a late answer");
        }
    }

    private int send(URI url, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(json))
                .build();
        HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
        return response.statusCode();
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
            if (!later.awaitTermination(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                later.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
