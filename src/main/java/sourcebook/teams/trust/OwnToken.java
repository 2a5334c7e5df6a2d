package sourcebook.teams.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Our own token for the Bot Connector, by client credentials of the tenant. It is kept until shortly before it expires;
 * however many threads want a new one at once, it is asked for once, and all of them get it or learn why not.
 */
public final class OwnToken {
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final String appId;
    private final String password;
    private final Scope scope;
    private final Http http;
    private final Clock clock;
    private @Nullable Held held;
    private @Nullable CompletableFuture<Held> asking;

    /** For what the token is asked; it follows from who signs the Bot Connector's own. */
    public interface Scope {
        String issuer() throws IOException;
    }

    private record Held(String token, Instant until) {}

    /**
     * The token of an app in a tenant.
     *
     * @param login the login service, with a slash at its end
     */
    public OwnToken(URI login, String tenant, Credentials credentials, Scope scope, Http http, Clock clock) {
        this.address = login.resolve(tenant + "/oauth2/v2.0/token");
        this.appId = credentials.appId();
        this.password = credentials.password();
        this.scope = scope;
        this.http = http;
        this.clock = clock;
    }

    /** An app's name and secret at the login service; the secret does not show in {@link #toString}. */
    public record Credentials(String appId, String password) {
        @Override
        public String toString() {
            return "Credentials[appId=" + appId + ", password=***]";
        }
    }

    /**
     * The token, for an Authorization header.
     *
     * @throws IOException if the login service gives none
     */
    public String token() throws IOException {
        CompletableFuture<Held> wanted;
        boolean ours = false;
        synchronized (this) {
            if (held != null && clock.instant().isBefore(held.until())) {
                return held.token();
            }
            if (asking == null) {
                asking = new CompletableFuture<>();
                ours = true;
            }
            wanted = asking;
        }
        if (ours) {
            ask(wanted);
        }
        return granted(wanted);
    }

    /** The Bot Connector did not take that token: the next call gets a new one. */
    public synchronized void forget(String token) {
        if (held != null && held.token().equals(token)) {
            held = null;
        }
    }

    private void ask(CompletableFuture<Held> wanted) {
        Held fresh = null;
        Throwable failure = new IOException("no token");
        try {
            fresh = request();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = new IOException("interrupted while asking for a token", e);
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
        synchronized (this) {
            held = fresh;
            asking = null;
        }
        if (fresh == null) {
            wanted.completeExceptionally(failure);
        } else {
            wanted.complete(fresh);
        }
    }

    private static String granted(CompletableFuture<Held> wanted) throws IOException {
        try {
            return wanted.join().token();
        } catch (CompletionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e.getCause());
        }
    }

    private Held request() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + encoded(appId) + "&client_secret="
                + encoded(password) + "&scope=" + encoded(scope.issuer() + "/.default");
        Http.Reply reply = http.send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form))
                .build());
        JsonNode json = JSON.readTree(reply.body());
        String token = json.path("access_token").asText();
        if (reply.status() != 200 || token.isEmpty()) {
            throw new IOException("the login service answered " + reply.status() + " to the app's password: "
                    + code(json.path("error").asText()));
        }
        Duration lasts = Duration.ofSeconds(Math.clamp(json.path("expires_in").asLong(), 0, 86_400));
        Duration kept = lasts.compareTo(EARLY.multipliedBy(2)) > 0 ? lasts.minus(EARLY) : lasts.dividedBy(2);
        return new Held(token, clock.instant().plus(kept));
    }

    /** An error's code as OAuth writes it; anything else might be made up to spoil a log. */
    private static String code(String error) {
        return error.matches("[a-z_]{1,60}") ? error : "no error code";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
