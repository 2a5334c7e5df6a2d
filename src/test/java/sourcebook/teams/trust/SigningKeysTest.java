package sourcebook.teams.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the keys are read, and from where. */
@SuppressWarnings("NullAway.Init")
final class SigningKeysTest {
    private static final String KNOWN = FakeMicrosoft.teamsKey().getKeyID();

    private final MovableClock clock = new MovableClock();
    private final Http http = new Http(Duration.ofSeconds(10), 1 << 20);
    private FakeMicrosoft microsoft;
    private SigningKeys keys;

    @BeforeEach
    void start() throws IOException {
        microsoft = new FakeMicrosoft();
        keys = new SigningKeys(microsoft.openId(), http, clock);
    }

    @AfterEach
    void stop() {
        microsoft.close();
        http.close();
    }

    @Test
    void keysAreReadOnceForManyThreads() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> found = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> keys.key(KNOWN).isPresent()))
                    .toList();
            for (Future<Boolean> one : found) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(microsoft.reads()).isEqualTo(1);
    }

    @Test
    void keysAreReadAgainAfterADay() throws IOException {
        keys.key(KNOWN);
        clock.pass(SigningKeys.FRESH.minusSeconds(1));
        keys.key(KNOWN);
        assertThat(microsoft.reads()).isEqualTo(1);

        clock.pass(Duration.ofSeconds(1));
        keys.key(KNOWN);

        assertThat(microsoft.reads()).isEqualTo(2);
    }

    @Test
    void anUnknownKeyMakesThemBeReadAgainOnceAnHour() throws IOException {
        keys.key(KNOWN);
        RSAKey rolled = FakeMicrosoft.rsa("k-new", 2_048);
        microsoft.publish(rolled, List.of("msteams"));

        assertThat(keys.key("k-new")).isEmpty();
        for (int i = 0; i < 100; i++) {
            assertThat(keys.key("invented-" + i)).isEmpty();
        }
        assertThat(microsoft.reads()).isEqualTo(1);

        clock.pass(SigningKeys.UNKNOWN_AGAIN);
        assertThat(keys.key("k-new")).isPresent();
        assertThat(keys.key("invented")).isEmpty();
        assertThat(microsoft.reads()).isEqualTo(2);
    }

    @Test
    void aFailureIsNotTriedAgainForAMinute() throws IOException {
        microsoft.answersWith(500);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> keys.key(KNOWN)).isInstanceOf(IOException.class);
        }
        assertThat(microsoft.reads()).isEqualTo(1);

        microsoft.answersWith(200);
        clock.pass(SigningKeys.FAILED_AGAIN);

        assertThat(keys.key(KNOWN)).isPresent();
        assertThat(microsoft.reads()).isEqualTo(2);
    }

    @Test
    void knownKeysStayGoodForADayMoreWhereTheyCannotBeRead() throws IOException {
        keys.key(KNOWN);
        microsoft.answersWith(503);

        clock.pass(SigningKeys.FRESH.plusHours(1));
        assertThat(keys.key(KNOWN)).isPresent();
        assertThat(keys.key(KNOWN)).isPresent();
        assertThat(microsoft.reads()).isEqualTo(2);

        clock.pass(SigningKeys.FRESH);
        assertThatThrownBy(() -> keys.key(KNOWN)).hasMessageContaining("too old");
    }

    @Test
    void keysOnAnotherServerAreNotRead() throws IOException {
        try (FakeMicrosoft other = new FakeMicrosoft()) {
            microsoft.keysAt(other.address("/v1/.well-known/keys"));

            assertThatThrownBy(() -> keys.key(KNOWN)).hasMessageContaining("keys on another server");
        }
    }

    @Test
    void aDocumentThatIsTooLargeIsGivenUp() {
        try (Http small = new Http(Duration.ofSeconds(10), 100)) {
            SigningKeys capped = new SigningKeys(microsoft.openId(), small, clock);

            assertThatThrownBy(() -> capped.key(KNOWN)).hasMessageContaining("larger than 100 bytes");
        }
    }
}
