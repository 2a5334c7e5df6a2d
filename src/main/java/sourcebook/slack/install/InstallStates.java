package sourcebook.slack.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import sourcebook.journal.Deliveries;
import sourcebook.model.Passage;

/**
 * The states that go to Slack and come back: each is good once, for ten minutes, and in the browser alone that began, which
 * keeps a cookie that the state was made with. Nothing is kept of those that never come back. Safe for many threads.
 */
public final class InstallStates {
    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_BYTES = 24;
    private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final Pattern STATE = Pattern.compile("([A-Za-z0-9_-]{32})\\.(\\d{1,12})\\.([A-Za-z0-9_-]{43})");

    private final SecretKeySpec key;
    private final Deliveries spent;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** States under a key made from a secret that stays the same over restarts. */
    public InstallStates(String secret, Deliveries spent, Clock clock) {
        this.spent = spent;
        this.clock = clock;
        SecretKeySpec raw = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.key = new SecretKeySpec(mac(raw, "sourcebook installing 1"), ALGORITHM);
    }

    /** The cookie of a browser: the one that it has, or a new one where it has none of ours. */
    String browser(@Nullable String cookie) {
        return cookie != null && BROWSER.matcher(cookie).matches() ? cookie : unguessable();
    }

    /** A state for a browser. */
    String begin(String browser) {
        long until = clock.instant().plus(GOOD_FOR).getEpochSecond();
        String bound = unguessable() + "." + until;
        return bound + "." + mac(bound, browser);
    }

    /** Whether a state is one of ours, for this browser, in time, and for the first time. */
    boolean ends(@Nullable String state, @Nullable String browser) throws IOException {
        Matcher parts = STATE.matcher(state == null ? "" : state);
        if (!parts.matches() || browser == null || !BROWSER.matcher(browser).matches()) {
            return false;
        }
        String expected = mac(parts.group(1) + "." + parts.group(2), browser);
        boolean ours = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), parts.group(3).getBytes(StandardCharsets.US_ASCII));
        return ours
                && clock.instant().getEpochSecond() <= Long.parseLong(parts.group(2))
                && spent.first("slack:install:" + Passage.sha256(parts.group()));
    }

    private String unguessable() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return written(bytes);
    }

    private String mac(String bound, String browser) {
        return written(mac(key, bound + "\u0000" + browser));
    }

    private static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
