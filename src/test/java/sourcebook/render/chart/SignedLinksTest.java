package sourcebook.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignedLinksTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final String WHAT = "timeline buyer:\"Example & Söhne/Co\" value:>10m";

    private final SignedLinks links = links("a");

    @Test
    void aLinkGivesBackWhatItWasMadeOfUntilItsTimeIsOver() {
        String path = links.path(WHAT, NOW, DAY);

        assertThat(links.read(path, NOW)).contains(WHAT);
        assertThat(links.read(path, NOW.plus(DAY))).contains(WHAT);
        assertThat(links.read(path, NOW.plus(DAY).plusSeconds(1))).isEmpty();
    }

    @Test
    void nothingInItCanBeChanged() {
        String path = links.path(WHAT, NOW, DAY);
        String until = String.valueOf(NOW.plus(DAY).getEpochSecond());
        String later = String.valueOf(NOW.plus(DAY).getEpochSecond() + 9999);

        assertThat(links.read(path.replaceFirst("/charts/.", "/charts/A"), NOW)).isEmpty();
        assertThat(links.read(path.replace(until, later), NOW)).isEmpty();
        assertThat(links.read(path.replace(".png", ""), NOW)).isEmpty();
        assertThat(links.read(path.replace(".png", "A.png"), NOW)).isEmpty();
        assertThat(links("b").read(path, NOW)).isEmpty();
    }

    @Test
    void whatIsNoLinkIsNone() {
        for (String path :
                new String[] {"", "/", "/charts/", "/charts/x/1/y.png", "/charts/A/1/" + "A".repeat(43) + ".png"}) {
            assertThat(links.read(path, NOW)).as(path).isEmpty();
        }
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new SignedLinks(new byte[31])).hasMessageContaining("at least 32 bytes, got 31");
    }

    private static SignedLinks links(String key) {
        return new SignedLinks(key.repeat(32).getBytes(StandardCharsets.UTF_8));
    }
}
