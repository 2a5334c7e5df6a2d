package sourcebook.teams.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the Bot Connector signs with, read from its OpenID document and kept for a day. A key that is not known
 * makes them be read again at most once an hour, and a failure is not tried again for a minute, so that nobody can make
 * us call more often by inventing names of keys. Keys known before stay good for a day more where the document cannot
 * be read. Safe for many threads: one reads, the others wait for it.
 */
public final class SigningKeys {
    static final Duration FRESH = Duration.ofHours(24);
    static final Duration UNKNOWN_AGAIN = Duration.ofHours(1);
    static final Duration FAILED_AGAIN = Duration.ofMinutes(1);
    private static final int MIN_BITS = 2_048;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI document;
    private final Http http;
    private final Clock clock;
    private @Nullable Known known;
    private Instant tried = Instant.MIN;
    private boolean failed;

    public SigningKeys(URI document, Http http, Clock clock) {
        this.document = document;
        this.http = http;
        this.clock = clock;
    }

    /** A key, and the channels that it may speak for. */
    record Key(RSAKey key, Set<String> endorsements) {}

    private record Known(String issuer, Map<String, Key> keys, Instant read) {}

    /**
     * Who signs, as the document says.
     *
     * @throws IOException if it cannot be read
     */
    public synchronized String issuer() throws IOException {
        return current().issuer();
    }

    /**
     * The key of that name.
     *
     * @throws IOException if no keys are known and they cannot be read
     */
    synchronized Optional<Key> key(String kid) throws IOException {
        Known now = current();
        if (!now.keys().containsKey(kid) && mayTry(UNKNOWN_AGAIN)) {
            now = readOrKeep(now);
        }
        return Optional.ofNullable(now.keys().get(kid));
    }

    private Known current() throws IOException {
        Known now = known;
        if (now == null) {
            if (!mayTry(FAILED_AGAIN)) {
                throw new IOException("the keys of the Bot Connector could not be read a moment ago");
            }
            return read();
        }
        Duration age = Duration.between(now.read(), clock.instant());
        if (age.compareTo(FRESH) < 0) {
            return now;
        }
        if (mayTry(FAILED_AGAIN)) {
            now = readOrKeep(now);
            age = Duration.between(now.read(), clock.instant());
        }
        if (age.compareTo(FRESH.multipliedBy(2)) >= 0) {
            throw new IOException("the keys of the Bot Connector are too old, and could not be read again");
        }
        return now;
    }

    private boolean mayTry(Duration pause) {
        return !clock.instant().isBefore(failed ? after(FAILED_AGAIN) : after(pause));
    }

    private Instant after(Duration pause) {
        return tried.equals(Instant.MIN) ? Instant.MIN : tried.plus(pause);
    }

    private Known readOrKeep(Known before) {
        try {
            return read();
        } catch (IOException e) {
            return before;
        }
    }

    private Known read() throws IOException {
        tried = clock.instant();
        failed = true;
        JsonNode openId = get(document);
        String issuer = openId.path("issuer").asText();
        URI address = keysAddress(openId.path("jwks_uri").asText());
        Map<String, Key> keys = keys(get(address));
        if (issuer.isEmpty() || keys.isEmpty()) {
            throw new IOException(document + " names no issuer or no keys");
        }
        Known now = new Known(issuer, keys, clock.instant());
        known = now;
        failed = false;
        return now;
    }

    /** Where the keys are: on the document's own server, so that a document read well cannot lead elsewhere. */
    private URI keysAddress(String written) throws IOException {
        try {
            URI address = new URI(written);
            if (Objects.equals(address.getScheme(), document.getScheme())
                    && Objects.equals(address.getAuthority(), document.getAuthority())) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IOException(document + " names keys at an address that is none", e);
        }
        throw new IOException(document + " names keys on another server");
    }

    private JsonNode get(URI address) throws IOException {
        try {
            Http.Reply reply = http.send(HttpRequest.newBuilder(address)
                    .header("Accept", "application/json")
                    .build());
            if (reply.status() != 200) {
                throw new IOException(address + " answered " + reply.status());
            }
            return JSON.readTree(reply.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + address, e);
        }
    }

    /** The RSA keys for signing; whatever else is in the set is left alone. */
    private static Map<String, Key> keys(JsonNode set) {
        Map<String, Key> keys = new HashMap<>();
        for (JsonNode written : set.path("keys")) {
            String kid = written.path("kid").asText();
            String use = written.path("use").asText("sig");
            if (!kid.isEmpty()
                    && use.equals("sig")
                    && written.path("kty").asText().equals("RSA")) {
                rsa(written).ifPresent(key -> keys.putIfAbsent(kid, new Key(key, endorsements(written))));
            }
        }
        return keys;
    }

    private static Optional<RSAKey> rsa(JsonNode written) {
        try {
            RSAKey key = RSAKey.parse(written.toString());
            return key.size() < MIN_BITS ? Optional.empty() : Optional.of(key.toPublicJWK());
        } catch (ParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Set<String> endorsements(JsonNode written) {
        Set<String> channels = new HashSet<>();
        written.path("endorsements").forEach(channel -> channels.add(channel.asText()));
        return channels;
    }
}
