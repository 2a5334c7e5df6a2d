package sourcebook.slack.talk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sourcebook.render.slack.Seals;
import sourcebook.slack.delivery.Origin;

/**
 * Seals the values of buttons with HMAC-SHA256, and opens only what was sealed for that action, that team, and that person
 * or channel, not too long ago. Safe for many threads.
 */
public final class Sealing {
    public static final Duration VALID = Duration.ofDays(7);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 16;
    private static final char PERSON = 'p';
    private static final char CHANNEL = 'c';
    private static final Pattern SEALED =
            Pattern.compile("([pc])([0-9a-z]{1,10})\\.([A-Za-z0-9_-]{22})\\.(.*)", Pattern.DOTALL);

    private final SecretKeySpec key;
    private final Clock clock;

    /** Seals under a key made from a secret that stays the same over restarts. */
    public Sealing(String secret, Clock clock) {
        this.clock = clock;
        this.key = new SecretKeySpec(
                mac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM), "sourcebook buttons 1"),
                ALGORITHM);
    }

    /** For buttons that only this person may press. */
    public Seals forPerson(Origin origin) {
        return (action, value) -> sealed(PERSON, origin, action, value);
    }

    /** For buttons that everyone in this channel may press. */
    public Seals forChannel(Origin origin) {
        return (action, value) -> sealed(CHANNEL, origin, action, value);
    }

    /** The value of a button that was pressed, if it was made for whoever pressed it, where it was pressed. */
    public Optional<String> open(String action, Origin presser, String sealed) {
        Matcher parts = SEALED.matcher(sealed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        char kind = parts.group(1).charAt(0);
        long at = Long.parseLong(parts.group(2), Character.MAX_RADIX);
        long age = clock.instant().getEpochSecond() - at;
        byte[] expected =
                digest(kind, presser, action, parts.group(2), parts.group(4)).getBytes(StandardCharsets.US_ASCII);
        boolean ours = MessageDigest.isEqual(expected, parts.group(3).getBytes(StandardCharsets.US_ASCII));
        return ours && age <= VALID.toSeconds() && age >= -60 ? Optional.of(parts.group(4)) : Optional.empty();
    }

    private String sealed(char kind, Origin origin, String action, String value) {
        String at = Long.toString(clock.instant().getEpochSecond(), Character.MAX_RADIX);
        return kind + at + "." + digest(kind, origin, action, at, value) + "." + value;
    }

    /** No part but the last can have the separator in it. */
    private String digest(char kind, Origin origin, String action, String at, String value) {
        String whose = kind == PERSON ? origin.home() + ":" + origin.user() : origin.channel();
        String bound = String.join("\u0000", String.valueOf(kind), origin.team(), whose, action, at, value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac(key, bound), MAC_BYTES));
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
