package sourcebook.teams.trust;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to Microsoft: HTTP/1.1, for an offer of HTTP/2 in clear text makes some of its servers hang up; no redirects;
 * a whole answer within the time and size allowed, or none. Safe for many threads.
 */
public final class Http implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Duration timeout;
    private final int maxBytes;

    /**
     * A client.
     *
     * @param timeout for a whole call, from connecting to the last byte
     * @param maxBytes the largest answer that is read
     */
    public Http(Duration timeout, int maxBytes) {
        this.timeout = timeout;
        this.maxBytes = maxBytes;
    }

    /** What came back. */
    public record Reply(int status, byte[] body, Optional<String> retryAfter) {}

    /**
     * Sends one request, once.
     *
     * @throws IOException if there is no whole answer in time
     */
    public Reply send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(request, response -> new CappedBody(maxBytes));
        try {
            HttpResponse<byte[]> response = call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(
                    response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new IOException(request.uri().getHost() + " did not answer within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(request.uri().getHost() + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            call.cancel(true);
            throw e;
        }
    }

    /** Gives up calls that are still open. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
