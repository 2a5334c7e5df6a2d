package sourcebook.teams.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The expected signature was computed by {@code openssl dgst -sha256 -mac HMAC}. */
final class WebhookSignatureTest {
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final byte[] BODY = "{\"text\":\"<at>Sourcebook</at> é “ 日 😀\"}".getBytes(StandardCharsets.UTF_8);
    private static final String FITS = "HMAC MAcArSBbzNF3fhrkj5eApXvJfxtSwDSDokWCMjQEOyI=";

    private final WebhookSignature signature = new WebhookSignature(SECRET);

    @Test
    void whatTheSecretSignedIsBelieved() {
        assertThat(signature.fits(FITS, BODY)).isTrue();
    }

    @Test
    void anythingElseIsNot() {
        byte[] other = BODY.clone();
        other[3]++;

        assertThat(signature.fits(FITS, other)).isFalse();
        assertThat(signature.fits(null, BODY)).isFalse();
        assertThat(signature.fits("", BODY)).isFalse();
        assertThat(signature.fits(FITS.substring(5), BODY)).isFalse();
        assertThat(signature.fits(FITS.replace("HMAC", "hmac"), BODY)).isFalse();
        assertThat(signature.fits(FITS + "=", BODY)).isFalse();
        assertThat(new WebhookSignature("AAAA").fits(FITS, BODY)).isFalse();
    }

    @Test
    void aSecretThatIsNoBase64IsRefused() {
        assertThatThrownBy(() -> new WebhookSignature("not base 64!")).isInstanceOf(IllegalArgumentException.class);
    }
}
