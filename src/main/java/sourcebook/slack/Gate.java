package sourcebook.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Lets through only what Slack signed, just now, once. It stands in front of Bolt because Bolt parses a request before
 * it verifies it, takes any size, any future time, and the same request again and again.
 *
 * <p>The signature is Slack's v0: HMAC-SHA256 over {@code v0:timestamp:body}, the body as the bytes that came
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). Safe for many threads.
 */
final class Gate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Slack's own payloads stay well below; nothing larger is even read. */
    static final int MAX_BYTES = 256 << 10;

    static final long MAX_SKEW_SECONDS = 300;
    private static final int REMEMBERED = 100_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final transient Clock clock;
    private final transient SecretKeySpec key;
    private final transient Cache<String, Boolean> seen;

    Gate(String signingSecret, Clock clock) {
        this.clock = clock;
        this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.seen = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(Duration.ofSeconds(2 * MAX_SKEW_SECONDS + 1))
                .build();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            refuse(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Slack posts here");
            return;
        }
        byte[] body = request.getContentLengthLong() > MAX_BYTES ? null : read(request);
        if (body == null) {
            response.setHeader("Connection", "close");
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too large");
            return;
        }
        String why =
                refusal(request.getHeader("X-Slack-Request-Timestamp"), request.getHeader("X-Slack-Signature"), body);
        if (why != null) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, why);
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    /** Why a request is not let through, null if it is. The order keeps the cheap checks first. */
    private @Nullable String refusal(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            return "not signed";
        }
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) > MAX_SKEW_SECONDS) {
            return "signed too long ago or in the future";
        }
        byte[] expected = signature(timestamp, body).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
            return "the signature does not fit";
        }
        return seen.asMap().putIfAbsent(signature, Boolean.TRUE) == null ? null : "seen before";
    }

    private String signature(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The body, or null where it is larger than allowed; no more than that is read. */
    private static byte @Nullable [] read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        return body.length > MAX_BYTES ? null : body;
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().write(why + "\n");
    }
}
