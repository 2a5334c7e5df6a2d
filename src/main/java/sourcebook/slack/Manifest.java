package sourcebook.slack;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import sourcebook.slack.install.OAuth;

/** The app manifest that Slack's "Create New App, From a manifest" takes. */
public final class Manifest {
    private Manifest() {}

    private static final List<String> SCOPES = List.of(
            "app_mentions:read",
            "assistant:write",
            "channels:history",
            "channels:read",
            "chat:write",
            "commands",
            "groups:history",
            "groups:read",
            "im:history",
            "links:read",
            "links:write");
    private static final List<String> EVENTS = List.of(
            "app_home_opened",
            "app_mention",
            "app_uninstalled",
            "assistant_thread_started",
            "link_shared",
            "message.channels",
            "message.groups",
            "message.im",
            "tokens_revoked");

    /** What the app asks to be allowed. */
    public static List<String> scopes() {
        return SCOPES;
    }

    /**
     * How the app is reached and installed.
     *
     * @param url the address of our pages, without a slash at its end; empty where there is none that Slack's users reach
     * @param socket whether Slack reaches us by a socket instead of that address
     * @param oauth whether many workspaces install the app at that address; their tokens then are renewed
     */
    public record Mode(String url, boolean socket, boolean oauth) {
        public Mode {
            if (url.isEmpty() && (oauth || !socket)) {
                throw new IllegalArgumentException("without an address there is a socket, and one workspace");
            }
        }
    }

    /** The manifest as YAML. */
    public static String yaml(Mode mode) {
        return dumped(mode.url(), mode.socket() ? null : mode.url() + "/slack/events", mode.oauth());
    }

    /** The manifest as YAML for a service at that public address, which has no slash at its end. */
    public static String yaml(String url) {
        return yaml(new Mode(url, false, false));
    }

    /**
     * The manifest as YAML for Socket Mode, where Slack needs no address.
     *
     * @param url the address of our pages, for links to be shown; empty where they have none that Slack's users reach
     */
    public static String socketYaml(String url) {
        return yaml(new Mode(url, true, false));
    }

    private static String dumped(String url, @Nullable String endpoint, boolean oauth) {
        Map<String, Object> manifest = ordered(
                "display_information", appearance(),
                "features", features(url, endpoint),
                "oauth_config", oauth(oauth ? url : null),
                "settings", settings(endpoint, oauth));
        DumpSettings blocks =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return new Dump(blocks).dumpToString(manifest);
    }

    private static Map<String, Object> appearance() {
        return ordered(
                "name", "Sourcebook",
                "description", "Answers outsourcing questions with the exact words of their sources",
                "background_color", "#1d3557");
    }

    private static Map<String, Object> oauth(@Nullable String url) {
        Map<String, Object> config = ordered();
        if (url != null) {
            config.put("redirect_urls", List.of(url + OAuth.REDIRECT));
        }
        config.put("scopes", ordered("bot", SCOPES));
        return config;
    }

    private static Map<String, Object> features(String url, @Nullable String endpoint) {
        Map<String, Object> features = ordered(
                "app_home",
                ordered(
                        "home_tab_enabled", true,
                        "messages_tab_enabled", true,
                        "messages_tab_read_only_enabled", false),
                "bot_user",
                ordered("display_name", "Sourcebook", "always_online", true),
                "assistant_view",
                ordered("assistant_description", "Finds the sentences that answer, and quotes them word for word"),
                "shortcuts",
                List.of(ordered(
                        "name",
                        "Find the source",
                        "type",
                        "message",
                        "callback_id",
                        Routes.FIND_SOURCE,
                        "description",
                        "Checks the message against the sources")),
                "slash_commands",
                List.of(
                        command(
                                Routes.COMMAND,
                                "Ask about outsourcing, get the exact words",
                                "how long is the Met's contract with SSCL?",
                                endpoint),
                        command(Routes.ADMIN_COMMAND, "For admins of Sourcebook", "help", endpoint)));
        if (url.startsWith("https://")) {
            features.put("unfurl_domains", List.of(URI.create(url).getHost()));
        }
        return features;
    }

    private static Map<String, Object> command(
            String name, String description, String hint, @Nullable String endpoint) {
        Map<String, Object> command = ordered("command", name);
        if (endpoint != null) {
            command.put("url", endpoint);
        }
        command.putAll(ordered("description", description, "usage_hint", hint, "should_escape", false));
        return command;
    }

    private static Map<String, Object> settings(@Nullable String endpoint, boolean rotated) {
        Map<String, Object> events = ordered();
        Map<String, Object> interactivity = ordered("is_enabled", true);
        if (endpoint != null) {
            events.put("request_url", endpoint);
            interactivity.put("request_url", endpoint);
        }
        events.put("bot_events", EVENTS);
        return ordered(
                "event_subscriptions",
                events,
                "interactivity",
                interactivity,
                "org_deploy_enabled",
                false,
                "socket_mode_enabled",
                endpoint == null,
                "token_rotation_enabled",
                rotated);
    }

    /** Keys and values in turn, kept in this order: a manifest that reads the same each time can be compared. */
    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
