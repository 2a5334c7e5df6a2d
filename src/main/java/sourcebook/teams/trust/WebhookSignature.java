package sourcebook.teams.trust;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of an outgoing webhook: HMAC-SHA256 over the bytes that came, with the security token that Teams shows
 * once (https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook).
 */
public final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "HMAC ";

    private final SecretKeySpec key;

    /**
     * Checks by a secret.
     *
     * @param secret as Teams shows it, in base 64
     * @throws IllegalArgumentException if it is not base 64
     */
    public WebhookSignature(String secret) {
        key = new SecretKeySpec(Base64.getDecoder().decode(secret), ALGORITHM);
    }

    /** Whether whoever knows the secret sent just these bytes. */
    public boolean fits(@Nullable String header, byte[] body) {
        if (header == null || !header.startsWith(SCHEME)) {
            return false;
        }
        byte[] given = header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, signature(body).getBytes(StandardCharsets.US_ASCII));
    }

    private String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
