package sourcebook.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.library.Schedule;
import sourcebook.render.Links;
import sourcebook.slack.SlackSettings;
import sourcebook.slack.install.OAuth;
import sourcebook.teams.TeamsSettings;
import sourcebook.teams.WebhookSettings;
import sourcebook.web.AdminToken;

final class SettingsTest {
    private static final String SECRET = "canary-secret";
    private static final String TOKEN = "xoxb-canary-token";

    @Test
    void withoutAnySettingAPersonCanStart() {
        Settings settings = Settings.read(Map.of());

        assertThat(settings)
                .isEqualTo(new Settings(
                        3000,
                        "127.0.0.1",
                        Path.of("index-data"),
                        Path.of("state"),
                        new Links("http://localhost:3000"),
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Duration.ofDays(30)));
    }

    @Test
    void everySettingIsTaken() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PORT", "8080",
                "SOURCEBOOK_BIND", "0.0.0.0",
                "SOURCEBOOK_CORPUS", "corpus",
                "SOURCEBOOK_STATE", "built",
                "SOURCEBOOK_URL", "https://quotes.test/base/",
                "SOURCEBOOK_ADMINS", "T1:U1, T2:U2 ,",
                "SLACK_SIGNING_SECRET", SECRET,
                "SLACK_BOT_TOKEN", TOKEN,
                "SLACK_API_URL", "http://127.0.0.1:9/api/",
                "SLACK_RESPONSE_HOSTS", "hooks.slack.com,127.0.0.1"));
        environment.put("SOURCEBOOK_ADMIN_TOKEN", "0123456789abcdef");
        environment.put("SOURCEBOOK_REINDEX", "daily at 02:30");

        Settings settings = Settings.read(environment);

        assertThat(settings)
                .isEqualTo(new Settings(
                        8080,
                        "0.0.0.0",
                        Path.of("corpus"),
                        Path.of("built"),
                        new Links("https://quotes.test/base"),
                        Set.of("T1:U1", "T2:U2"),
                        new AdminToken("0123456789abcdef"),
                        new Schedule.Daily(LocalTime.of(2, 30)),
                        new SlackSettings(
                                SECRET,
                                TOKEN,
                                null,
                                SECRET,
                                URI.create("http://127.0.0.1:9/api/"),
                                Set.of("hooks.slack.com", "127.0.0.1"),
                                Set.of("T1:U1", "T2:U2")),
                        null,
                        null,
                        null,
                        Duration.ofDays(30)));
    }

    @Test
    void theSocketNeedsNoSigningSecretAndASecretSealsButtons() {
        String secret = "a secret with more than thirty-two letters";
        SlackSettings slack = Objects.requireNonNull(Settings.read(Map.of(
                        "SLACK_APP_TOKEN",
                        "xapp-1",
                        "SLACK_BOT_TOKEN",
                        TOKEN,
                        "SOURCEBOOK_SECRET",
                        secret,
                        "SOURCEBOOK_KEEP_QUESTIONS",
                        "0"))
                .slack());

        assertThat(slack.signingSecret()).isNull();
        assertThat(slack.appToken()).isEqualTo("xapp-1");
        assertThat(slack.buttonSecret()).isEqualTo(secret);
    }

    @Test
    void shortSecretsAndTokensOfTheWrongKindAreFaults() {
        assertThatThrownBy(() -> Settings.read(Map.of(
                        "SLACK_APP_TOKEN", "xoxb-wrong",
                        "SOURCEBOOK_SECRET", "short",
                        "SOURCEBOOK_KEEP_QUESTIONS", "for ever")))
                .hasMessageContainingAll(
                        "begins with xapp-", "needs both", "at least 32 characters", "a number of days")
                .hasMessageNotContaining("xoxb-wrong");
    }

    @Test
    void manyWorkspacesNeedAClientASecretAndAnAddress() {
        Map<String, String> all = new HashMap<>(Map.of(
                "SLACK_CLIENT_ID", "12.34",
                "SLACK_CLIENT_SECRET", "canary-client",
                "SLACK_TEAMS", "T1, T2",
                "SLACK_REPORT_CHANNEL", "T1:C1",
                "SLACK_SIGNING_SECRET", SECRET,
                "SOURCEBOOK_SECRET", "canary with more than thirty-two letters",
                "SOURCEBOOK_URL", "https://quotes.test"));

        Settings settings = Settings.read(all);
        SlackSettings slack = Objects.requireNonNull(settings.slack());

        assertThat(slack.oauth())
                .isEqualTo(new OAuth("12.34", "canary-client", "https://quotes.test", Set.of("T1", "T2")));
        assertThat(slack.reports()).isEqualTo("T1:C1");
        assertThat(settings.toString()).doesNotContain("canary");
        all.put("SLACK_BOT_TOKEN", TOKEN);
        all.put("SOURCEBOOK_URL", "http://quotes.test");
        all.put("SLACK_TEAMS", "mine");
        all.put("SLACK_REPORT_CHANNEL", "#general");
        all.remove("SOURCEBOOK_SECRET");
        assertThatThrownBy(() -> Settings.read(all))
                .hasMessageContainingAll(
                        "SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for many",
                        "SLACK_CLIENT_ID needs SOURCEBOOK_SECRET",
                        "SLACK_CLIENT_ID needs SOURCEBOOK_URL to be an https address",
                        "SLACK_TEAMS must name ids of workspaces such as T01, got mine",
                        "SLACK_REPORT_CHANNEL must be a team and a channel id such as T01:C02, got #general")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> Settings.read(Map.of("SLACK_CLIENT_ID", "12.34")))
                .hasMessageContaining("go together");
    }

    @Test
    void aShortAdminTokenAndAnUnknownScheduleAreFaults() {
        assertThatThrownBy(() ->
                        Settings.read(Map.of("SOURCEBOOK_ADMIN_TOKEN", "shorter", "SOURCEBOOK_REINDEX", "at noon")))
                .hasMessageContaining("SOURCEBOOK_ADMIN_TOKEN must have 16 characters or more")
                .hasMessageContaining("SOURCEBOOK_REINDEX must be such as 'daily at 02:00'")
                .hasMessageNotContaining("shorter");
    }

    @Test
    void theAdminTokenIsNotPrinted() {
        Settings settings = Settings.read(Map.of("SOURCEBOOK_ADMIN_TOKEN", "0123456789abcdef"));

        assertThat(settings.toString()).doesNotContain("0123456789abcdef");
    }

    @Test
    void aBlankSettingIsAsIfItWereNotSet() {
        Settings settings = Settings.read(Map.of(
                "PORT",
                " ",
                "SOURCEBOOK_URL",
                "",
                "SLACK_SIGNING_SECRET",
                " ",
                "SLACK_BOT_TOKEN",
                "",
                "SLACK_API_URL",
                ""));

        assertThat(settings).isEqualTo(Settings.read(Map.of()));
    }

    @Test
    void allFaultsAreToldInOneMessage() {
        assertThatThrownBy(() -> Settings.read(Map.of(
                        "PORT", "many",
                        "SOURCEBOOK_URL", "quotes.test",
                        "SOURCEBOOK_ADMINS", "T1:U1,me",
                        "SLACK_SIGNING_SECRET", SECRET,
                        "SLACK_BOT_TOKEN", "canary-token",
                        "SLACK_API_URL", "not an address")))
                .isInstanceOf(Settings.Faulty.class)
                .hasMessageContainingAll(
                        "PORT must be a number from 0 to 65535, got many",
                        "SOURCEBOOK_URL must be an address",
                        "SOURCEBOOK_ADMINS must name team and user ids such as T01:U02, got me",
                        "SLACK_BOT_TOKEN must be a bot token",
                        "SLACK_API_URL must be an address")
                .hasMessageNotContainingAny(SECRET, "canary-token");
    }

    @Test
    void aTokenWithoutASecretIsAFault() {
        assertThatThrownBy(() -> Settings.read(Map.of("SLACK_BOT_TOKEN", TOKEN)))
                .hasMessageContaining("SLACK_SIGNING_SECRET is not: set both, or neither")
                .hasMessageNotContaining(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "99999", "100000", "80a", "0x50", "8 0", "٣"})
    void aPortThatIsNoneIsAFault(String port) {
        assertThatThrownBy(() -> Settings.read(Map.of("PORT", port))).hasMessageContaining("got " + port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "ftp://x",
                "//x",
                "https://",
                "https:///x",
                "https://x?y",
                "https://x#y",
                "https://x y",
                "javascript:x",
                "https://x/%zz",
                "https://[::1",
                "https://x\\y",
                "https://<x>"
            })
    void anAddressThatIsNoneIsAFault(String address) {
        for (String setting : List.of("SOURCEBOOK_URL", "SLACK_API_URL")) {
            assertThatThrownBy(() -> Settings.read(Map.of(setting, address, "SLACK_SIGNING_SECRET", SECRET)))
                    .as(setting)
                    .isInstanceOf(Settings.Faulty.class)
                    .hasMessageContaining(setting + " must be an address");
        }
    }

    @Test
    void secretsAreNotShown() {
        Settings settings = Settings.read(Map.of("SLACK_SIGNING_SECRET", SECRET, "SLACK_BOT_TOKEN", TOKEN));

        assertThat(settings.toString()).doesNotContain(SECRET, TOKEN).contains("***");
        assertThat(Objects.requireNonNull(settings.slack()).toString()).doesNotContain(SECRET, TOKEN);
    }

    private static final Map<String, String> TEAMS = Map.of(
            "TEAMS_APP_ID", "11111111-2222-3333-4444-555555555555",
            "TEAMS_APP_PASSWORD", "canary-password",
            "TEAMS_TENANT_ID", "22222222-3333-4444-5555-666666666666");

    @Test
    void threeSettingsAreEnoughForTeams() {
        TeamsSettings teams = Objects.requireNonNull(Settings.read(TEAMS).teams());

        assertThat(teams.app().appId()).isEqualTo("11111111-2222-3333-4444-555555555555");
        assertThat(teams.tenants()).containsExactly("22222222-3333-4444-5555-666666666666");
        assertThat(teams.hosts().names()).containsExactly("smba.trafficmanager.net");
        assertThat(teams.login()).isEqualTo(URI.create("https://login.microsoftonline.com/"));
        assertThat(teams.openId().getHost()).isEqualTo("login.botframework.com");
    }

    @Test
    void everySettingOfTeamsIsTaken() {
        Map<String, String> all = new HashMap<>(TEAMS);
        String admin = "22222222-3333-4444-5555-666666666666:aaaaaaaa-0000-4000-8000-000000000001";
        all.put("TEAMS_TENANTS", "22222222-3333-4444-5555-666666666666, 33333333-3333-4444-5555-666666666666");
        all.put("TEAMS_OPENID_URL", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration");
        all.put("TEAMS_LOGIN_URL", "https://login.microsoftonline.us");
        all.put("TEAMS_SERVICE_HOSTS", "smba.infra.gov.teams.microsoft.us, 127.0.0.1");
        all.put("TEAMS_WEBHOOK_SECRET", "AAECAw==");
        all.put("SOURCEBOOK_ADMINS", admin);

        Settings settings = Settings.read(all);

        TeamsSettings teams = Objects.requireNonNull(settings.teams());
        assertThat(teams.tenants()).hasSize(2);
        assertThat(teams.openId().getHost()).isEqualTo("login.botframework.azure.us");
        assertThat(teams.login()).isEqualTo(URI.create("https://login.microsoftonline.us/"));
        assertThat(teams.hosts().names()).containsExactlyInAnyOrder("smba.infra.gov.teams.microsoft.us", "127.0.0.1");
        assertThat(teams.admins()).containsExactly(admin);
        assertThat(settings.webhook()).isEqualTo(new WebhookSettings("AAECAw=="));
    }

    @Test
    void allFaultsOfTeamsAreToldInOneMessage() {
        assertThatThrownBy(() -> Settings.read(Map.of(
                        "TEAMS_APP_ID", "my app",
                        "TEAMS_APP_PASSWORD", "canary-password",
                        "TEAMS_TENANT_ID", "example.onmicrosoft.com",
                        "TEAMS_TENANTS", "everybody",
                        "TEAMS_OPENID_URL", "http://login.botframework.com/",
                        "TEAMS_LOGIN_URL", "login",
                        "TEAMS_WEBHOOK_SECRET", "canary secret!")))
                .hasMessageContainingAll(
                        "TEAMS_APP_ID must be an id",
                        "TEAMS_TENANT_ID must be an id",
                        "TEAMS_TENANTS must name ids",
                        "TEAMS_OPENID_URL must be an https address",
                        "TEAMS_LOGIN_URL must be an https address",
                        "TEAMS_WEBHOOK_SECRET must be the security token")
                .hasMessageNotContainingAny("canary");
    }

    @Test
    void someOfTheThreeAreAFault() {
        for (String missing : TEAMS.keySet()) {
            Map<String, String> others = new HashMap<>(TEAMS);
            others.remove(missing);

            assertThatThrownBy(() -> Settings.read(others)).hasMessageContaining("missing are " + missing);
        }
    }

    @Test
    void secretsOfTeamsAreNotShown() {
        Map<String, String> all = new HashMap<>(TEAMS);
        all.put("TEAMS_WEBHOOK_SECRET", "Y2FuYXJ5");

        assertThat(Settings.read(all).toString())
                .doesNotContain("canary", "Y2FuYXJ5")
                .contains("***");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void theReadmeTellsOfEachSettingWhatItIsAndMeans(Setting setting) throws Exception {
        List<String> row = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `" + setting + "` |"))
                .map(line -> List.of(line.split("\\|")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("README.md has no row for " + setting));

        String otherwise = setting.otherwise();
        assertThat(row.get(2).strip().replace("`", "")).isEqualTo(otherwise == null ? "" : otherwise);
        assertThat(row.get(3)).contains(setting.meaning());
    }

    @Test
    void theReadmeTellsOfNoOtherSetting() throws Exception {
        List<String> known = Arrays.stream(Setting.values()).map(Setting::name).toList();

        assertThat(Files.readAllLines(Path.of("README.md")).stream()
                        .filter(line -> line.matches("\\| `[A-Z][A-Z_]+` \\|.*"))
                        .map(line -> line.split("`")[1]))
                .containsExactlyElementsOf(known);
    }
}
