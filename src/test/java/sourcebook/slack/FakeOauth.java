package sourcebook.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slack's side of installing an app: codes that are good once, tokens that are exchanged for them, and, where tokens
 * rotate, refresh tokens that are good once as well. Safe for many threads.
 */
public final class FakeOauth {
    public static final String CLIENT_ID = "1234567890.0987654321";
    public static final String CLIENT_SECRET = "a-client-secret-of-tests";
    public static final int EXPIRES_SECONDS = 43_200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> refreshes = new ConcurrentHashMap<>();
    private final Map<String, String> used = new ConcurrentHashMap<>();
    private final Map<String, String> teams = new ConcurrentHashMap<>();
    private final Map<String, String> dead = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refreshed = new AtomicInteger();

    private record Grant(String team, boolean rotating, String redirect) {}

    /**
     * A code, as if somebody had pressed Allow.
     *
     * @param redirect the address that the person was sent back to, which must be named with the code; may be empty
     * @param rotating whether the tokens expire
     */
    public String allow(String team, String redirect, boolean rotating) {
        String code = "code-" + next.incrementAndGet();
        codes.put(code, new Grant(team, rotating, redirect));
        return code;
    }

    /** From now on the token is refused, as one that has expired, was revoked, or whatever the error says. */
    public void refuse(String token, String error) {
        dead.put(token, error);
    }

    /** How many times a refresh token was exchanged. */
    public int refreshed() {
        return refreshed.get();
    }

    /** Why a token is refused, if it is. */
    Optional<String> refusal(String token) {
        return Optional.ofNullable(dead.get(token)).map(error -> FakeMethods.error(error, List.of()));
    }

    /** Which team a token was given to here. */
    Optional<String> team(String token) {
        return Optional.ofNullable(teams.get(token));
    }

    /** The answer to {@code oauth.v2.access}. */
    String access(Map<String, String> arguments) {
        List<String> client = client(arguments);
        if (!client.get(0).equals(CLIENT_ID)) {
            return FakeMethods.error("invalid_client_id", List.of());
        }
        if (!client.get(1).equals(CLIENT_SECRET)) {
            return FakeMethods.error("bad_client_secret", List.of());
        }
        return arguments.getOrDefault("grant_type", "").equals("refresh_token")
                ? refresh(arguments.getOrDefault("refresh_token", ""))
                : exchange(arguments);
    }

    /** The client's id and secret, from the arguments or from HTTP's basic authentication. */
    private static List<String> client(Map<String, String> arguments) {
        String header = arguments.getOrDefault("authorization", "");
        if (header.startsWith("Basic ")) {
            String pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
            return List.of(pair.split(":", 2));
        }
        return List.of(arguments.getOrDefault("client_id", ""), arguments.getOrDefault("client_secret", ""));
    }

    private String exchange(Map<String, String> arguments) {
        String code = arguments.getOrDefault("code", "");
        Grant grant = codes.get(code);
        if (grant == null) {
            return FakeMethods.error(used.getOrDefault(code, "invalid_code"), List.of());
        }
        if (!grant.redirect().equals(arguments.getOrDefault("redirect_uri", ""))) {
            return FakeMethods.error("bad_redirect_uri", List.of());
        }
        return codes.remove(code, grant) && used.put(code, "code_already_used") == null
                ? granted(grant)
                : FakeMethods.error("code_already_used", List.of());
    }

    private String refresh(String token) {
        Grant grant = refreshes.remove(token);
        if (grant == null) {
            return FakeMethods.error("invalid_refresh_token", List.of());
        }
        refreshed.incrementAndGet();
        return granted(grant);
    }

    private String granted(Grant grant) {
        int number = next.incrementAndGet();
        ObjectNode json = JSON.createObjectNode().put("ok", true).put("app_id", "A1");
        String token = (grant.rotating() ? "xoxe.xoxb-" : "xoxb-") + grant.team() + "-" + number;
        teams.put(token, grant.team());
        json.put("access_token", token).put("token_type", "bot").put("bot_user_id", "UBOT");
        json.put("scope", "commands,chat:write");
        if (grant.rotating()) {
            String refresh = "xoxe-1-" + grant.team() + "-" + number;
            refreshes.put(refresh, grant);
            json.put("refresh_token", refresh).put("expires_in", EXPIRES_SECONDS);
        }
        json.putObject("team").put("id", grant.team()).put("name", "Team " + grant.team());
        json.putNull("enterprise").put("is_enterprise_install", false);
        json.putObject("authed_user").put("id", "U1");
        return json.toString();
    }

    /** Tokens that are good now. */
    public List<String> tokens() {
        return new ArrayList<>(teams.keySet());
    }
}
