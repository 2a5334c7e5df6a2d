package sourcebook.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sourcebook.slack.schema.SlackRules;

/**
 * Which calls of its Web API Slack refuses, and how: methods that there are not, tokens of the wrong kind, arguments that
 * are missing, blocks and views against its rules.
 */
public final class FakeMethods {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APP = "xapp-";
    private static final String BOT = "xoxb-";
    private static final String ROTATING = "xoxe.xoxb-";

    /** What a method needs: a token that begins so, or none where that is empty, and these arguments. */
    private record Needs(String token, List<String> arguments) {}

    private static final Map<String, Needs> METHODS = Map.ofEntries(
            Map.entry("apps.connections.open", needs(APP)),
            Map.entry("apps.uninstall", needs(BOT, "client_id", "client_secret")),
            Map.entry("assistant.threads.setStatus", needs(BOT, "channel_id", "thread_ts", "status")),
            Map.entry("assistant.threads.setSuggestedPrompts", needs(BOT, "channel_id", "thread_ts", "prompts")),
            Map.entry("assistant.threads.setTitle", needs(BOT, "channel_id", "thread_ts", "title")),
            Map.entry("auth.revoke", needs(BOT)),
            Map.entry("auth.test", needs("x")),
            Map.entry("bots.info", needs(BOT)),
            Map.entry("chat.delete", needs(BOT, "channel", "ts")),
            Map.entry("chat.postEphemeral", needs(BOT, "channel", "user")),
            Map.entry("chat.postMessage", needs(BOT, "channel")),
            Map.entry("chat.unfurl", needs(BOT, "channel", "ts", "unfurls")),
            Map.entry("chat.update", needs(BOT, "channel", "ts")),
            Map.entry("conversations.info", needs(BOT, "channel")),
            Map.entry("conversations.open", needs(BOT, "users")),
            Map.entry("oauth.v2.access", needs("")),
            Map.entry("views.open", needs(BOT, "trigger_id", "view")),
            Map.entry("views.publish", needs(BOT, "user_id", "view")),
            Map.entry("views.update", needs(BOT, "view_id", "view")));

    private static final Set<String> WITH_BLOCKS = Set.of("chat.postMessage", "chat.postEphemeral", "chat.update");

    private FakeMethods() {}

    private static Needs needs(String token, String... arguments) {
        return new Needs(token, Arrays.asList(arguments));
    }

    /** The methods that there are. */
    public static Set<String> all() {
        return new TreeSet<>(METHODS.keySet());
    }

    /** What Slack says to a call that it refuses; empty where it does what was asked. */
    static Optional<String> refusal(String method, Map<String, String> arguments, String token) {
        Needs needs = METHODS.get(method);
        if (needs == null) {
            return Optional.of(error("unknown_method", List.of()));
        }
        if (!needs.token().isEmpty() && token.isEmpty()) {
            return Optional.of(error("not_authed", List.of()));
        }
        if (!fits(needs.token(), token)) {
            return Optional.of(error("not_allowed_token_type", List.of()));
        }
        List<String> missing = needs.arguments().stream()
                .filter(name -> !arguments.containsKey(name))
                .map(name -> "[ERROR] missing required field: " + name)
                .toList();
        return missing.isEmpty() ? content(method, arguments) : Optional.of(error("invalid_arguments", missing));
    }

    private static boolean fits(String needed, String token) {
        return token.startsWith(needed) || (needed.equals(BOT) && token.startsWith(ROTATING));
    }

    private static Optional<String> content(String method, Map<String, String> arguments) {
        try {
            if (WITH_BLOCKS.contains(method)) {
                return refused("invalid_blocks", SlackRules.message(message(arguments)));
            }
            if (method.startsWith("views.")) {
                return refused("invalid_arguments", SlackRules.view(JSON.readTree(arguments.get("view"))));
            }
            if (method.equals("chat.unfurl")) {
                return refused("cannot_unfurl_message", unfurls(JSON.readTree(arguments.get("unfurls"))));
            }
            if (method.endsWith("setSuggestedPrompts")) {
                return refused("invalid_arguments", prompts(JSON.readTree(arguments.get("prompts"))));
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(error("invalid_blocks_format", List.of()));
        }
    }

    private static JsonNode message(Map<String, String> arguments) throws JsonProcessingException {
        ObjectNode message = JSON.createObjectNode().put("text", arguments.getOrDefault("text", ""));
        if (arguments.containsKey("blocks")) {
            message.set("blocks", JSON.readTree(arguments.get("blocks")));
        }
        return message;
    }

    private static List<String> unfurls(JsonNode unfurls) {
        List<String> faults = new ArrayList<>();
        unfurls.forEach(shown -> faults.addAll(SlackRules.blocks(shown.path("blocks"))));
        return unfurls.isEmpty() ? List.of("no unfurls") : faults;
    }

    private static List<String> prompts(JsonNode prompts) {
        List<String> faults = new ArrayList<>();
        prompts.forEach(prompt -> {
            if (prompt.path("title").asText().isEmpty()
                    || prompt.path("message").asText().isEmpty()) {
                faults.add("a prompt has a title and a message");
            }
        });
        return prompts.isEmpty() || prompts.size() > 4 ? List.of("one to four prompts") : faults;
    }

    private static Optional<String> refused(String error, List<String> faults) {
        return faults.isEmpty() ? Optional.empty() : Optional.of(error(error, faults));
    }

    /** As Slack tells an error, with what is wrong in particular. */
    static String error(String error, List<String> messages) {
        ObjectNode json = JSON.createObjectNode().put("ok", false).put("error", error);
        if (!messages.isEmpty()) {
            var list = json.putObject("response_metadata").putArray("messages");
            messages.forEach(list::add);
        }
        return json.toString();
    }
}
