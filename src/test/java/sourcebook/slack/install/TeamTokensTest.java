package sourcebook.slack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.journal.Installation;
import sourcebook.journal.Installations;
import sourcebook.journal.Journal;
import sourcebook.journal.MovingClock;
import sourcebook.slack.FakeOauth;
import sourcebook.slack.FakeSlack;

/** Tokens that expire, states that grow old, and workspaces that leave, at times that the test chooses. */
@SuppressWarnings("NullAway.Init")
final class TeamTokensTest {
    private static final String BASE = "https://quotes.test";
    private static final OAuth APP = new OAuth(FakeOauth.CLIENT_ID, FakeOauth.CLIENT_SECRET, BASE, Set.of());

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T10:00:00Z"));
    private FakeSlack fake;
    private Slack slack;
    private Journal journal;
    private Installations installations;
    private OAuthCalls calls;
    private TeamTokens tokens;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeSlack();
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(fake.address("/api/"));
        config.setStatsEnabled(false);
        slack = Slack.getInstance(config);
        journal = Journal.open(
                new Journal.Terms(
                        folder.resolve("journal.db"),
                        "a secret of tests with more than enough letters",
                        Duration.ofDays(30)),
                clock);
        installations = journal.installations().orElseThrow();
        calls = new OAuthCalls(slack, APP, clock);
        tokens = new TeamTokens(installations, calls, clock);
    }

    @AfterEach
    void stop() throws Exception {
        slack.close();
        journal.close();
        fake.close();
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItExpiresAndThenRenewed() throws IOException {
        String first = installed().botToken();

        clock.move(lifetime().minus(TeamTokens.EARLY).minusSeconds(1));
        assertThat(tokens.of("T1")).contains(first);
        clock.move(Duration.ofSeconds(1));
        String second = tokens.of("T1").orElseThrow();

        assertThat(second).isNotEqualTo(first).startsWith("xoxe.xoxb-T1");
        clock.move(lifetime().minus(TeamTokens.EARLY));
        assertThat(tokens.of("T1").orElseThrow()).isNotEqualTo(second);
        assertThat(fake.oauth().refreshed()).isEqualTo(2);
    }

    @Test
    void howeverManyThreadsWantItATokenIsRenewedOnce() throws Exception {
        installed();
        clock.move(lifetime());
        CountDownLatch together = new CountDownLatch(1);
        Set<String> got = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(threads.submit(() -> {
                    together.await();
                    return tokens.of("T1").orElseThrow();
                }));
            }
            together.countDown();
            for (Future<String> one : all) {
                got.add(one.get());
            }
        }

        assertThat(fake.oauth().refreshed()).isEqualTo(1);
        assertThat(got).hasSize(1);
    }

    @Test
    void whileSlackGivesNoneTheOldTokenIsUsedAsLongAsItIsGoodAndSlackIsNotPressed() throws IOException {
        String first = installed().botToken();
        fake.answers("oauth.v2.access", "{\"ok\":false,\"error\":\"internal_error\"}");
        int before = fake.calls("oauth.v2.access");

        clock.move(lifetime().minus(TeamTokens.EARLY));
        for (int i = 0; i < 10; i++) {
            assertThat(tokens.of("T1")).contains(first);
        }
        assertThat(fake.calls("oauth.v2.access") - before).isEqualTo(1);
        clock.move(TeamTokens.EARLY);
        assertThatThrownBy(() -> tokens.of("T1")).hasMessageContaining("internal_error");
        assertThatThrownBy(() -> tokens.of("T1")).hasMessageContaining("a moment ago");
        assertThat(fake.calls("oauth.v2.access") - before).isEqualTo(2);
    }

    @Test
    void aTokenThatDoesNotExpireIsNeverRenewed() throws IOException {
        installations.save(new Installation("T1", "Example", "UBOT", "xoxb-1", null, null));

        clock.move(Duration.ofDays(400));

        assertThat(tokens.of("T1")).contains("xoxb-1");
        assertThat(tokens.instead("T1", "xoxb-1")).isEmpty();
        assertThat(tokens.instead("T1", "xoxb-0")).contains("xoxb-1");
        assertThat(tokens.of("T2")).isEmpty();
        assertThat(fake.calls("oauth.v2.access")).isZero();
    }

    @Test
    void aWorkspaceThatLeftIsNotBroughtBackByARenewal() throws IOException {
        Installation old = installed();
        Installation fresh = calls.renewed(old);

        new Departures(journal).left("T1", null);

        assertThat(installations.replace(fresh)).isFalse();
        assertThat(installations.find("T1")).isEmpty();
    }

    @Test
    void nothingOfAWorkspaceThatLeftStaysInAnyFile() throws IOException {
        installed();
        byte[] row = sealed();
        assertThat(filesHold(row)).isTrue();

        new Departures(journal).left("T1", Math.toIntExact(clock.instant().getEpochSecond()));

        assertThat(installations.teams()).isEmpty();
        assertThat(filesHold(row)).isFalse();
    }

    @Test
    void anEventThatComesLateDoesNotForgetAnInstallationMadeSince() throws IOException {
        installed();
        int removed = Math.toIntExact(clock.instant().getEpochSecond());
        clock.move(Duration.ofMinutes(2));
        installed();

        new Departures(journal).left("T1", removed);
        assertThat(installations.find("T1")).isPresent();

        new Departures(journal).left("T1", removed + 130);
        assertThat(installations.find("T1")).isEmpty();
    }

    @Test
    void aStateGrowsTooOldAfterTenMinutesAndIsGoodOnceEvenAfterARestart() throws IOException {
        InstallStates states = new InstallStates(FakeOauth.CLIENT_SECRET, journal.spent(), clock);
        String browser = states.browser(null);
        String used = states.begin(browser);
        String late = states.begin(browser);

        clock.move(InstallStates.GOOD_FOR);
        assertThat(states.ends(used, browser)).isTrue();
        assertThat(new InstallStates(FakeOauth.CLIENT_SECRET, journal.spent(), clock).ends(used, browser))
                .isFalse();
        clock.move(Duration.ofSeconds(1));
        assertThat(states.ends(late, browser)).isFalse();
        assertThat(new InstallStates("another secret", journal.spent(), clock).ends(states.begin(browser), browser))
                .isFalse();
    }

    private Installation installed() throws IOException {
        Installation installation = calls.installed(fake.oauth().allow("T1", BASE + OAuth.REDIRECT, true));
        installations.save(installation);
        return installation;
    }

    private static Duration lifetime() {
        return Duration.ofSeconds(FakeOauth.EXPIRES_SECONDS);
    }

    /** What lies in the database for the installation: its end, which is not found by chance. */
    private byte[] sealed() throws IOException {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select value from kept where space = 'installation'")) {
            byte[] whole = rows.getBytes(1);
            return java.util.Arrays.copyOfRange(whole, whole.length - 40, whole.length);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }

    private boolean filesHold(byte[] bytes) throws IOException {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }
}
