package sourcebook.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.render.Links;
import sourcebook.slack.SlackSettings;
import sourcebook.teams.TeamsSettings;
import sourcebook.teams.WebhookSettings;

/**
 * The settings of one run, read from one map of environment variables.
 *
 * @param slack null where Slack is off
 * @param teams null where there is no bot in Teams
 * @param webhook null where there is no outgoing webhook in Teams
 * @param admins team and user id of each admin, joined by a colon
 */
record Settings(
        int port,
        String bind,
        Path corpus,
        Path state,
        Links links,
        Set<String> admins,
        @Nullable SlackSettings slack,
        @Nullable TeamsSettings teams,
        @Nullable WebhookSettings webhook) {
    Settings {
        admins = Set.copyOf(admins);
    }

    /** What is wrong with the settings, all of it in one message. */
    static final class Faulty extends RuntimeException {
        private Faulty(List<String> faults) {
            super("These settings cannot be used:\n  - " + String.join("\n  - ", faults));
        }
    }

    /**
     * Reads and checks all settings.
     *
     * @throws Faulty naming every fault; values of secrets are never repeated
     */
    static Settings read(Map<String, String> environment) {
        Reader reader = new Reader(environment);
        Settings settings = reader.settings();
        if (!reader.faults.isEmpty()) {
            throw new Faulty(reader.faults);
        }
        return settings;
    }

    /** Gathers the faults while reading, so that a person mends them all at once. */
    private static final class Reader {
        private final Map<String, String> environment;
        private final List<String> faults = new ArrayList<>();

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        Settings settings() {
            int port = port();
            Set<String> admins = admins();
            TeamsReader microsoft = new TeamsReader(this::value, faults);
            return new Settings(
                    port,
                    text(Setting.SOURCEBOOK_BIND),
                    Path.of(text(Setting.SOURCEBOOK_CORPUS)),
                    Path.of(text(Setting.SOURCEBOOK_STATE)),
                    new Links(address(Setting.SOURCEBOOK_URL, "http://localhost:" + port)),
                    admins,
                    slack(),
                    microsoft.bot(admins),
                    microsoft.webhook());
        }

        private @Nullable SlackSettings slack() {
            String secret = value(Setting.SLACK_SIGNING_SECRET);
            String token = value(Setting.SLACK_BOT_TOKEN);
            if (token != null && !token.startsWith("xoxb-")) {
                faults.add(Setting.SLACK_BOT_TOKEN + " must be a bot token, which begins with xoxb-");
            }
            if (secret == null && token != null) {
                faults.add(Setting.SLACK_BOT_TOKEN + " is set, and " + Setting.SLACK_SIGNING_SECRET
                        + " is not: set both, or neither");
            }
            String api = address(Setting.SLACK_API_URL, text(Setting.SLACK_API_URL));
            Set<String> hosts = list(Setting.SLACK_RESPONSE_HOSTS).collect(Collectors.toSet());
            return secret == null ? null : new SlackSettings(secret, token, URI.create(api + "/"), hosts);
        }

        private int port() {
            String value = text(Setting.PORT);
            if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65_535) {
                return Integer.parseInt(value);
            }
            faults.add(Setting.PORT + " must be a number from 0 to 65535, got " + value);
            return 0;
        }

        /** An http address without the slash at its end. */
        private String address(Setting setting, String otherwise) {
            String value = value(setting);
            String address = (value == null ? otherwise : value).replaceFirst("/+$", "");
            if (!isAddress(address)) {
                faults.add(setting + " must be an address such as https://quotes.example.org, got " + address);
                return "http://localhost";
            }
            return address;
        }

        private static boolean isAddress(String address) {
            try {
                return address.matches("https?://[^/?#]+(/[^?#]*)?") && new URI(address).getHost() != null;
            } catch (URISyntaxException e) {
                return false;
            }
        }

        private Set<String> admins() {
            list(Setting.SOURCEBOOK_ADMINS)
                    .filter(admin -> !admin.matches("[A-Z0-9]+:[A-Z0-9]+|" + TeamsReader.ID + ":" + TeamsReader.ID))
                    .forEach(admin -> faults.add(
                            Setting.SOURCEBOOK_ADMINS + " must name team and user ids such as T01:U02, got " + admin + "; for Teams tenant and AAD object ids in lower case"));
            return list(Setting.SOURCEBOOK_ADMINS).collect(Collectors.toSet());
        }

        private Stream<String> list(Setting setting) {
            return Arrays.stream(text(setting).split(",")).map(String::strip).filter(part -> !part.isEmpty());
        }

        private String text(Setting setting) {
            String value = value(setting);
            return value == null ? "" : value;
        }

        private @Nullable String value(Setting setting) {
            String value = environment.get(setting.name());
            return value == null || value.isBlank() ? setting.otherwise() : value.strip();
        }
    }
}
