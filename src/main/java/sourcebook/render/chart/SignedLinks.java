package sourcebook.render.chart;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses of pictures that chat platforms fetch without signing in: what is drawn and until when the address is good are
 * in it, with an HMAC-SHA256 over both, so that neither can be changed. Immutable; safe for many threads.
 */
public final class SignedLinks {
    /** Under which pictures are served. */
    public static final String FOLDER = "/charts/";

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    /** Nothing that a server takes for a part of a path. */
    private static final Base64.Encoder WRITTEN = Base64.getUrlEncoder().withoutPadding();

    private static final Pattern FORM = Pattern.compile(
            "/charts/(?<what>[A-Za-z0-9_-]{1,4000})/(?<until>\\d{1,12})/(?<mac>[A-Za-z0-9_-]{43})\\.png");

    private final SecretKeySpec key;

    /**
     * Links of one key; links made with another are not good.
     *
     * @param key at least 32 bytes that nobody can guess
     */
    public SignedLinks(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("a key has at least " + KEY_BYTES + " bytes, got " + key.length);
        }
        this.key = new SecretKeySpec(key, MAC);
    }

    /** The path of a picture of what is described, good for that long from now. */
    public String path(String what, Instant now, Duration goodFor) {
        long until = now.plus(goodFor).getEpochSecond();
        String written = WRITTEN.encodeToString(what.getBytes(StandardCharsets.UTF_8));
        return FOLDER + written + "/" + until + "/" + mac(what, until) + ".png";
    }

    /** What a path as it came from the network asks to be drawn; empty where it was not made here or is no longer good. */
    public Optional<String> read(String rawPath, Instant now) {
        Matcher form = FORM.matcher(rawPath);
        if (!form.matches()) {
            return Optional.empty();
        }
        long until = Long.parseLong(form.group("until"));
        Optional<String> what = decoded(form.group("what"));
        boolean ours = what.isPresent() && same(mac(what.get(), until), form.group("mac"));
        return ours && now.getEpochSecond() <= until ? what : Optional.empty();
    }

    private static Optional<String> decoded(String written) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** In constant time, so that a wrong code does not tell how much of it was right. */
    private static boolean same(String made, String given) {
        return MessageDigest.isEqual(
                made.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private String mac(String what, long until) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            byte[] made = mac.doFinal((until + "\n" + what).getBytes(StandardCharsets.UTF_8));
            return WRITTEN.encodeToString(made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }
}
