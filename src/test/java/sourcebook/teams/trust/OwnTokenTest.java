package sourcebook.teams.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sourcebook.teams.trust.OwnToken.Credentials;

/** Our own token: asked for once, kept, renewed in time, and its password never told. */
@SuppressWarnings("NullAway.Init")
final class OwnTokenTest {
    private final MovableClock clock = new MovableClock();
    private final Http http = new Http(Duration.ofSeconds(20), 1 << 20);
    private FakeMicrosoft microsoft;
    private OwnToken own;

    @BeforeEach
    void start() throws IOException {
        microsoft = new FakeMicrosoft();
        own = new OwnToken(
                URI.create(microsoft.address("/")),
                FakeMicrosoft.TENANT,
                new Credentials(FakeMicrosoft.APP, FakeMicrosoft.PASSWORD),
                () -> FakeMicrosoft.ISSUER,
                http,
                clock);
    }

    @AfterEach
    void stop() {
        microsoft.close();
        http.close();
    }

    @Test
    void itIsAskedForByClientCredentialsOfTheTenant() throws IOException {
        assertThat(own.token()).isEqualTo("own-token-1");

        assertThat(microsoft.forms())
                .containsExactly("grant_type=client_credentials&client_id=" + FakeMicrosoft.APP
                        + "&client_secret=canary%7Eapp%2Bpassword%26"
                        + "&scope=https%3A%2F%2Fapi.botframework.com%2F.default");
    }

    @Test
    void manyThreadsAskForOneToken() throws Exception {
        microsoft.loginTakes(200);

        Set<String> tokens = fromManyThreads();

        assertThat(tokens).containsExactly("own-token-1");
        assertThat(microsoft.forms()).hasSize(1);
    }

    @Test
    void manyThreadsLearnOfOneFailure() {
        microsoft.loginTakes(200);
        microsoft.loginAnswers(401);

        assertThatThrownBy(this::fromManyThreads)
                .hasMessageContaining("answered 401")
                .hasMessageContaining("invalid_client");

        assertThat(microsoft.forms()).hasSizeLessThan(5);
    }

    @Test
    void itIsKeptUntilFiveMinutesBeforeItExpires() throws IOException {
        microsoft.tokensLast(3_600);
        own.token();

        clock.pass(Duration.ofSeconds(3_299));
        assertThat(own.token()).isEqualTo("own-token-1");

        clock.pass(Duration.ofSeconds(1));
        assertThat(own.token()).isEqualTo("own-token-2");
    }

    @Test
    void oneThatLastsShortlyIsKeptForHalfOfIt() throws IOException {
        microsoft.tokensLast(60);
        own.token();

        clock.pass(Duration.ofSeconds(29));
        assertThat(own.token()).isEqualTo("own-token-1");

        clock.pass(Duration.ofSeconds(1));
        assertThat(own.token()).isEqualTo("own-token-2");
    }

    @Test
    void oneThatWasNotTakenIsForgottenUnlessItWasReplacedAlready() throws IOException {
        String first = own.token();
        own.forget(first);
        String second = own.token();

        own.forget(first);

        assertThat(second).isNotEqualTo(first);
        assertThat(own.token()).isEqualTo(second);
    }

    @Test
    void aFailureTellsNeitherThePasswordNorWhatTheServiceSaidOfIt() {
        microsoft.loginAnswers(400);

        assertThatThrownBy(() -> own.token())
                .isInstanceOf(IOException.class)
                .hasMessageNotContainingAny(FakeMicrosoft.PASSWORD, "AADSTS");
        assertThat(new Credentials("app", FakeMicrosoft.PASSWORD).toString()).doesNotContain(FakeMicrosoft.PASSWORD);
    }

    @Test
    void aLoginThatNeverEndsIsGivenUp() {
        microsoft.loginTakes(5_000);
        try (Http hasty = new Http(Duration.ofMillis(100), 1_000)) {
            OwnToken impatient = new OwnToken(
                    URI.create(microsoft.address("/")),
                    FakeMicrosoft.TENANT,
                    new Credentials(FakeMicrosoft.APP, FakeMicrosoft.PASSWORD),
                    () -> FakeMicrosoft.ISSUER,
                    hasty,
                    clock);

            assertThatThrownBy(impatient::token).hasMessageContaining("did not answer within 100 ms");
        }
    }

    private Set<String> fromManyThreads() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Set<String> tokens = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> asked = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> {
                        go.await();
                        return own.token();
                    }))
                    .toList();
            go.countDown();
            for (Future<String> one : asked) {
                tokens.add(one.get());
            }
        }
        return tokens;
    }
}
