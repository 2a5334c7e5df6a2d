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
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put(
                "display_information",
                Map.of(
                        "name", "Sourcebook",
                        "description", "Answers outsourcing questions with the exact words of their sources",
                        "background_color", "#1d3557"));
        manifest.put("features", features(endpoint));
        manifest.put("oauth_config", Map.of("scopes", Map.of("bot", List.of("commands"))));
        manifest.put(
                "settings",
                Map.of(
                        "interactivity", Map.of("is_enabled", true, "request_url", endpoint),
                        "org_deploy_enabled", false,
                        "socket_mode_enabled", false,
                        "token_rotation_enabled", false));
        return new Dump(DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .build())
                .dumpToString(manifest);
    }

    private static Map<String, Object> features(String endpoint) {
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("command", "/outsourcing");
        command.put("url", endpoint);
        command.put("description", "Ask about outsourcing, get the exact words");
        command.put("usage_hint", "how long is the Met's contract with SSCL?");
        command.put("should_escape", false);
        Map<String, Object> features = new LinkedHashMap<>();
        features.put("bot_user", Map.of("display_name", "Sourcebook", "always_online", true));
        features.put("slash_commands", List.of(command));
        return features;
    }
}
