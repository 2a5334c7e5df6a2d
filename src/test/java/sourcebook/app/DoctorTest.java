package sourcebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.slack.FakeOauth;
import sourcebook.slack.FakeSlack;
import sourcebook.slack.Manifest;

/** What the doctor prints, as a person reads it. */
@SuppressWarnings("NullAway.Init")
final class DoctorTest {
    private static final String SECRET = "canary-secret with more than thirty-two letters";

    @TempDir
    Path folder;

    private FakeSlack fake;
    private SmallCorpus corpus;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeSlack();
        fake.answers("auth.test", "{\"ok\":true,\"user\":\"sourcebook\",\"team\":\"Example\",\"team_id\":\"T1\"}");
        fake.answers("apps.connections.open", "{\"ok\":true,\"url\":\"wss://example.org\"}");
        fake.allows(Manifest.scopes());
        corpus = SmallCorpus.in(folder);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void aSocketSetUpWellIsWellAndNoSecretIsPrinted() {
        run(socket(), "reindex", "--no-embeddings");

        Commands.Outcome outcome = run(socket(), "doctor");

        assertThat(outcome.out())
                .contains(
                        "ok    Settings: all can be read.",
                        "ok    Secrets: SOURCEBOOK_SECRET is set.",
                        "ok    Index: generation 1 is whole, with 5 articles.",
                        "ok    Slack: SLACK_BOT_TOKEN works",
                        "ok    Slack: SLACK_APP_TOKEN works",
                        "note  Address: links lead to http://localhost",
                        "All is well.")
                .doesNotContain("canary", FakeSlack.SECRET, FakeSlack.TOKEN, "MEND");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void whatIsWrongOnThisMachineIsToldWithWhatToDo() throws IOException {
        run(socket(), "reindex", "--no-embeddings");
        Path key = RunningService.state(corpus).resolve("charts.key");
        Files.writeString(key, "a key that is longer than thirty-two bytes");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Map<String, String> settings = socket();
        settings.put("SOURCEBOOK_SECRET", "a".repeat(40));
        corpus.article("it/ferry", "Ferry", "The ferry contract of Example Lines is worth £3m.");
        corpus.write("articles/broken.jsonl", "{");

        Commands.Outcome outcome = run(settings, "doctor");

        assertThat(outcome.out())
                .contains(
                        "MEND  Secrets: SOURCEBOOK_SECRET can be guessed",
                        "MEND  Files: others may use " + key + " (rw-r--r--).",
                        "chmod 600 " + key,
                        "note  Index: the corpus has changed since it was indexed.",
                        "2 things are to be mended.");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void withoutAnIndexOrAnAddressForSlackThereIsSomethingToMend() {
        Map<String, String> settings = new HashMap<>(fake.settingsWithToken());
        settings.put("SOURCEBOOK_URL", "http://localhost:3000");

        Commands.Outcome outcome = run(settings, "doctor");

        assertThat(outcome.out())
                .contains(
                        "MEND  Index: nothing is indexed yet.",
                        "bin/sourcebook reindex",
                        "Slack posts to https addresses alone",
                        "note  Slack: the signing secret does not look like one");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void manyWorkspacesAndTeamsAreAskedAsFarAsTheyAreSetUp() {
        Map<String, String> settings = new HashMap<>(fake.settings());
        settings.put("SLACK_CLIENT_ID", FakeOauth.CLIENT_ID);
        settings.put("SLACK_CLIENT_SECRET", "canary-client-secret");
        settings.put("SOURCEBOOK_SECRET", SECRET);
        settings.put("SOURCEBOOK_URL", "https://127.0.0.1:1");
        settings.putAll(Map.of(
                "TEAMS_APP_ID", "11111111-2222-3333-4444-555555555555",
                "TEAMS_APP_PASSWORD", "canary-password",
                "TEAMS_TENANT_ID", "22222222-3333-4444-5555-666666666666",
                "TEAMS_OPENID_URL", "http://127.0.0.1:1/"));

        Commands.Outcome outcome = run(settings, "doctor");

        assertThat(outcome.out())
                .contains(
                        "MEND  Slack: Slack does not take SLACK_CLIENT_ID and SLACK_CLIENT_SECRET (bad_client_secret)",
                        "MEND  Address: https://127.0.0.1:1/slack/events cannot be reached",
                        "MEND  Teams: the Bot Connector's keys cannot be fetched")
                .doesNotContain("canary");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void faultySettingsAreToldAndNothingElseIsTried() {
        Commands.Outcome outcome = run(Map.of("SLACK_BOT_TOKEN", "xoxb-canary"), "doctor");

        assertThat(outcome.err()).contains("These settings cannot be used").doesNotContain("canary");
        assertThat(outcome.status()).isEqualTo(1);
    }

    private Map<String, String> socket() {
        Map<String, String> settings = new HashMap<>(fake.settingsWithToken());
        settings.remove("SLACK_SIGNING_SECRET");
        settings.put("SLACK_APP_TOKEN", "xapp-canary");
        settings.put("SOURCEBOOK_SECRET", SECRET);
        settings.put("SOURCEBOOK_URL", "http://localhost:3000");
        return settings;
    }

    private Commands.Outcome run(Map<String, String> settings, String... arguments) {
        assertThat(List.of(arguments)).isNotEmpty();
        return new Commands(RunningService.environment(corpus, settings)).run(arguments);
    }
}
