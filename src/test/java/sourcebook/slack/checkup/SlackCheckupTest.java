package sourcebook.slack.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.journal.Installation;
import sourcebook.journal.Installations;
import sourcebook.journal.Journal;
import sourcebook.model.check.Finding;
import sourcebook.model.check.Finding.Level;
import sourcebook.slack.FakeOauth;
import sourcebook.slack.FakeSlack;
import sourcebook.slack.Manifest;
import sourcebook.slack.SlackSettings;
import sourcebook.slack.install.OAuth;

@SuppressWarnings("NullAway.Init")
final class SlackCheckupTest {
    private static final String SIGNING = "0123456789abcdef0123456789abcdef";
    private static final String BOT = "xoxb-canary";
    private static final String APP = "xapp-canary";

    @TempDir
    Path folder;

    private FakeSlack fake;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeSlack();
        fake.answers("auth.test", "{\"ok\":true,\"user\":\"sourcebook\",\"team\":\"Example\",\"team_id\":\"T1\"}");
        fake.allows(Manifest.scopes());
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void whereAllIsWellAllIsGood() throws IOException {
        fake.answers("apps.connections.open", "{\"ok\":true,\"url\":\"wss://example.org\"}");

        List<Finding> findings = findings(settings(BOT, APP, null), null, Duration.ZERO);

        assertThat(findings).allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Level.GOOD));
        assertThat(told(findings))
                .contains(
                        "the signing secret has the form",
                        "SLACK_BOT_TOKEN works: it is sourcebook of Example.",
                        "SLACK_BOT_TOKEN allows all",
                        "the clocks agree",
                        "SLACK_APP_TOKEN works")
                .doesNotContain("canary", SIGNING);
    }

    @Test
    void scopesThatAreMissingAreNamedWithWhatToDo() throws IOException {
        fake.allows(List.of("commands", "chat:write"));

        List<Finding> findings = findings(settings(BOT, null, null), null, Duration.ZERO);

        assertThat(bad(findings)).hasSize(1);
        assertThat(bad(findings).getFirst().what())
                .contains("does not allow app_mentions:read", "links:write")
                .doesNotContain("commands,");
        assertThat(bad(findings).getFirst().mend()).contains("Reinstall to Workspace");
    }

    @Test
    void tokensThatSlackDoesNotTakeAreToldAndNotRepeated() throws IOException {
        fake.answers("auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");
        fake.answers("apps.connections.open", "{\"ok\":false,\"error\":\"not_allowed_token_type\"}");

        List<Finding> findings = findings(settings(BOT, APP, null), null, Duration.ZERO);

        assertThat(bad(findings))
                .extracting(Finding::what)
                .containsExactly(
                        "Slack: Slack does not take SLACK_BOT_TOKEN (invalid_auth).",
                        "Slack: Slack does not take SLACK_APP_TOKEN (not_allowed_token_type).");
        assertThat(told(findings)).doesNotContain("canary");
    }

    @Test
    void aClockThatIsWrongIsNotedAndOneThatIsFarWrongIsToBeMended() throws IOException {
        assertThat(told(findings(settings(BOT, null, null), null, Duration.ofSeconds(100))))
                .contains("NOTE Slack: this machine's clock is", "ahead of Slack's");
        assertThat(told(findings(settings(BOT, null, null), null, Duration.ofSeconds(-400))))
                .contains("BAD Slack: this machine's clock is", "behind Slack's, so whatever Slack sends is refused");
    }

    @Test
    void aSlackThatCannotBeReachedIsTold() throws IOException {
        SlackSettings nowhere = new SlackSettings(
                "a secret", BOT, null, "seal", URI.create("http://127.0.0.1:1/api/"), Set.of(), Set.of());

        List<Finding> findings = findings(nowhere, null, Duration.ZERO);

        assertThat(told(findings)).contains("does not look like one", "could not be asked: ConnectException");
    }

    @Test
    void theClientIsTriedWithoutACodeAndEachWorkspacesTokenIsTried() throws IOException {
        OAuth right = new OAuth(FakeOauth.CLIENT_ID, FakeOauth.CLIENT_SECRET, "https://quotes.test", Set.of());
        OAuth wrong = new OAuth(FakeOauth.CLIENT_ID, "canary-client", "https://quotes.test", Set.of());
        Journal.Terms terms = new Journal.Terms(
                folder.resolve("journal.db"), "a secret of tests with more than enough letters", Duration.ZERO);
        try (Journal journal = Journal.open(terms, Clock.systemUTC())) {
            Installations installations = journal.installations().orElseThrow();
            installations.save(new Installation("T1", "Example", "UBOT", "xoxb-canary-1", null, null));
            fake.oauth().refuse("xoxb-canary-2", "account_inactive");
            installations.save(new Installation("T2", "Example", "UBOT", "xoxb-canary-2", null, null));

            String good = told(findings(settings(null, null, right), installations, Duration.ZERO));
            String bad = told(findings(settings(null, null, wrong), null, Duration.ZERO));

            assertThat(good)
                    .contains(
                            "SLACK_CLIENT_SECRET are taken",
                            "GOOD Slack: the token of workspace T1 works",
                            "BAD Slack: Slack does not take the token of workspace T2 (account_inactive)")
                    .doesNotContain("canary");
            assertThat(bad)
                    .contains("BAD Slack: Slack does not take SLACK_CLIENT_ID and SLACK_CLIENT_SECRET (bad_client");
            assertThat(bad).doesNotContain("canary");
        }
    }

    @Test
    void anAddressThatLeadsHereIsToldFromOneThatDoesNot() throws Exception {
        try (RunningService service = RunningService.over(SmallCorpus.in(folder), fake.settings(), Clock.systemUTC())) {
            String here = service.at("").toString();

            assertThat(new PublicAddress(here).reached(true))
                    .hasSize(2)
                    .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Level.GOOD));
            assertThat(new PublicAddress(here + "/elsewhere").reached(true))
                    .hasSize(2)
                    .allSatisfy(finding -> assertThat(finding.what()).contains("answers 404, which is not ours"));
        }
        assertThat(told(new PublicAddress("https://127.0.0.1:1").findings(true)))
                .contains("cannot be reached");
        assertThat(told(new PublicAddress("http://localhost:3000").findings(true)))
                .contains("BAD", "Slack posts to https addresses alone");
        assertThat(told(new PublicAddress("http://localhost:3000").findings(false)))
                .contains("NOTE");
    }

    private SlackSettings settings(@Nullable String bot, @Nullable String app, @Nullable OAuth oauth) {
        return new SlackSettings(
                SIGNING,
                bot,
                app,
                SIGNING,
                URI.create(fake.address("/api/")),
                Set.of(),
                Set.of("T1:UADMIN"),
                "T1:C1",
                oauth);
    }

    private static List<Finding> findings(SlackSettings settings, @Nullable Installations installations, Duration ahead)
            throws IOException {
        try (SlackCheckup checkup = new SlackCheckup(settings, Clock.offset(Clock.systemUTC(), ahead))) {
            return checkup.findings(installations);
        }
    }

    private static List<Finding> bad(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.level() == Level.BAD).toList();
    }

    private static String told(List<Finding> findings) {
        StringBuilder told = new StringBuilder();
        findings.forEach(finding -> told.append(finding.level())
                .append(' ')
                .append(finding.what())
                .append('\n')
                .append(finding.mend())
                .append('\n'));
        return told.toString();
    }
}
