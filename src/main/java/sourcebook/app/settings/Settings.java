package sourcebook.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.library.Schedule;
import sourcebook.render.Links;
import sourcebook.slack.SlackSettings;
import sourcebook.teams.TeamsSettings;
import sourcebook.teams.WebhookSettings;
import sourcebook.teams.trust.OwnToken.Credentials;
import sourcebook.teams.trust.ServiceHosts;
import sourcebook.web.AdminToken;

/**
 * The settings of one run, read from one map of environment variables.
 *
 * @param adminToken opens the admin page, null where that is off
 * @param reindex when a server reindexes by itself, null for never
 * @param slack null where Slack is off
 * @param teams null where there is no bot in Teams
 * @param webhook null where there is no outgoing webhook in Teams
 * @param questionsKept for how long people see their recent questions; zero keeps none
 * @param admins team and user id of each admin, joined by a colon
 */
public record Settings(
        int port,
        String bind,
        Path corpus,
        Path state,
        Links links,
        Set<String> admins,
        @Nullable AdminToken adminToken,
        @Nullable Schedule reindex,
        @Nullable SlackSettings slack,
        @Nullable TeamsSettings teams,
        @Nullable WebhookSettings webhook,
        @Nullable String secret,
        Duration questionsKept) {
    public Settings {
        admins = Set.copyOf(admins);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "Settings[port=" + port + ", bind=" + bind + ", corpus=" + corpus + ", state=" + state + ", links="
                + links + ", slack=" + slack + ", teams=" + teams + ", webhook=" + webhook + ", secrets=***]";
    }

    /** What is wrong with the settings, all of it in one message. */
    public static final class Faulty extends RuntimeException {
        private Faulty(List<String> faults) {
            super("These settings cannot be used:\n  - " + String.join("\n  - ", faults));
        }
    }

    /**
     * Reads and checks all settings.
     *
     * @throws Faulty naming every fault; values of secrets are never repeated
     */
    public static Settings read(Map<String, String> environment) {
        Reader reader = new Reader(environment);
        Settings settings = reader.settings();
        if (!reader.faults.isEmpty()) {
            throw new Faulty(reader.faults);
        }
        return settings;
    }

    /** Gathers the faults while reading, so that a person mends them all at once. */
    private static final class Reader {
        private static final int SHORTEST_TOKEN = 16;

        private final Map<String, String> environment;
        private final List<String> faults = new ArrayList<>();

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        Settings settings() {
            int port = port();
            Set<String> admins = admins();
            SlackReader chat = new SlackReader(this::value, faults);
            URI api = URI.create(address(Setting.SLACK_API_URL, text(Setting.SLACK_API_URL)) + "/");
            Set<String> hosts = list(Setting.SLACK_RESPONSE_HOSTS).collect(Collectors.toSet());
            Links links = new Links(address(Setting.SOURCEBOOK_URL, "http://localhost:" + port));
            TeamsReader microsoft = new TeamsReader(this::value, faults);
            return new Settings(
                    port,
                    text(Setting.SOURCEBOOK_BIND),
                    Path.of(text(Setting.SOURCEBOOK_CORPUS)),
                    Path.of(text(Setting.SOURCEBOOK_STATE)),
                    links,
                    admins,
                    adminToken(),
                    reindex(),
                    chat.settings(api, hosts, admins, links.base()),
                    microsoft.bot(admins),
                    microsoft.webhook(),
                    chat.secret(),
                    chat.questionsKept());
        }

        private @Nullable AdminToken adminToken() {
            String token = value(Setting.SOURCEBOOK_ADMIN_TOKEN);
            if (token != null && token.length() < SHORTEST_TOKEN) {
                faults.add(Setting.SOURCEBOOK_ADMIN_TOKEN + " must have 16 characters or more");
                return null;
            }
            return token == null ? null : new AdminToken(token);
        }

        private @Nullable Schedule reindex() {
            String written = value(Setting.SOURCEBOOK_REINDEX);
            Schedule schedule = written == null ? null : Schedule.read(written).orElse(null);
            if (written != null && schedule == null) {
                faults.add(Setting.SOURCEBOOK_REINDEX + " must be such as 'daily at 02:00' or 'every 15 minutes', got "
                        + written);
            }
            return schedule;
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
                    .forEach(admin ->
                            faults.add(Setting.SOURCEBOOK_ADMINS + " must name team and user ids such as T01:U02, got "
                                    + admin + "; for Teams tenant and AAD object ids in lower case"));
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

    /** Reads the settings of Teams, and adds what is wrong with them to the other faults. */
    public static final class TeamsReader {
        public static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        /** Our token and secret may travel without https only on this machine, where tests are. */
        private static final Pattern ADDRESS = Pattern.compile(
                "https://[a-z0-9.-]+(:\\d{1,5})?(/[\\w./-]*)?|http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?(/[\\w./-]*)?");

        private final Function<Setting, @Nullable String> values;
        private final List<String> faults;

        /**
         * A reader.
         *
         * @param values the value of a setting, null where it has none
         * @param faults gets what is wrong
         */
        TeamsReader(Function<Setting, @Nullable String> values, List<String> faults) {
            this.values = values;
            this.faults = faults;
        }

        /** The bot's settings, null where there is none. */
        @Nullable
        TeamsSettings bot(Set<String> admins) {
            String openId = address(Setting.TEAMS_OPENID_URL);
            String login = address(Setting.TEAMS_LOGIN_URL);
            Set<String> hosts = list(Setting.TEAMS_SERVICE_HOSTS);
            if (together(Setting.TEAMS_APP_ID, Setting.TEAMS_APP_PASSWORD, Setting.TEAMS_TENANT_ID)) {
                String tenant = id(Setting.TEAMS_TENANT_ID);
                return new TeamsSettings(
                        new Credentials(id(Setting.TEAMS_APP_ID), text(Setting.TEAMS_APP_PASSWORD)),
                        tenant,
                        tenants(tenant),
                        URI.create(openId),
                        URI.create(login.endsWith("/") ? login : login + "/"),
                        new ServiceHosts(hosts),
                        admins);
            }
            return null;
        }

        /** The outgoing webhook's settings, null where there is none. */
        @Nullable
        WebhookSettings webhook() {
            String secret = values.apply(Setting.TEAMS_WEBHOOK_SECRET);
            try {
                return secret == null ? null : new WebhookSettings(secret);
            } catch (IllegalArgumentException e) {
                faults.add(Setting.TEAMS_WEBHOOK_SECRET + " must be the security token as Teams shows it, in base 64");
                return null;
            }
        }

        /** Whether all are set; some of them without the others is a fault. */
        private boolean together(Setting... settings) {
            List<Setting> missing = Arrays.stream(settings)
                    .filter(setting -> values.apply(setting) == null)
                    .toList();
            if (!missing.isEmpty() && missing.size() < settings.length) {
                faults.add("for Teams all of "
                        + Arrays.stream(settings).map(Setting::name).collect(Collectors.joining(", "))
                        + " are needed, and missing are "
                        + missing.stream().map(Setting::name).collect(Collectors.joining(", ")));
            }
            return missing.isEmpty();
        }

        private Set<String> tenants(String own) {
            Set<String> tenants = list(Setting.TEAMS_TENANTS);
            tenants.stream()
                    .filter(tenant -> !ID.matcher(tenant).matches())
                    .forEach(tenant -> faults.add(Setting.TEAMS_TENANTS + " must name ids of tenants, got " + tenant));
            return tenants.isEmpty() ? Set.of(own) : tenants;
        }

        private String id(Setting setting) {
            String id = text(setting);
            if (!ID.matcher(id).matches()) {
                faults.add(setting + " must be an id such as 11111111-2222-3333-4444-555555555555, in lower case, got "
                        + id);
            }
            return id;
        }

        private String address(Setting setting) {
            String address = text(setting);
            if (ADDRESS.matcher(address).matches()) {
                return address;
            }
            faults.add(setting + " must be an https address, got " + address);
            return "https://localhost/";
        }

        private Set<String> list(Setting setting) {
            return Stream.of(text(setting).split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.toSet());
        }

        private String text(Setting setting) {
            String value = values.apply(setting);
            return value == null ? "" : value;
        }
    }
}
