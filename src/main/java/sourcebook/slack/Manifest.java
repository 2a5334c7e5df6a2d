package sourcebook.slack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** The app manifest that Slack's "Create New App, From a manifest" takes. */
public final class Manifest {
    private Manifest() {}

    /** The manifest as YAML for a service at that public address, which has no slash at its end. */
    public static String yaml(String url) {
        String endpoint = url + "/slack/events";
        Map<String, Object> manifest = ordered(
                "display_information", appearance(),
                "features", features(endpoint),
                "oauth_config", ordered("scopes", ordered("bot", List.of("commands"))),
                "settings", settings(endpoint));
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

    private static Map<String, Object> features(String endpoint) {
        Map<String, Object> command = ordered(
                "command", "/outsourcing",
                "url", endpoint,
                "description", "Ask about outsourcing, get the exact words",
                "usage_hint", "how long is the Met's contract with SSCL?",
                "should_escape", false);
        return ordered(
                "bot_user", ordered("display_name", "Sourcebook", "always_online", true),
                "slash_commands", List.of(command));
    }

    private static Map<String, Object> settings(String endpoint) {
        return ordered(
                "interactivity", ordered("is_enabled", true, "request_url", endpoint),
                "org_deploy_enabled", false,
                "socket_mode_enabled", false,
                "token_rotation_enabled", false);
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
