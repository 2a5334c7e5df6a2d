package sourcebook.slack.install;

import java.net.URI;
import java.util.Set;

/**
 * The app as Slack knows it, for installing it in many workspaces. The secret does not show in {@link #toString}.
 *
 * @param base our public https address without a slash at its end
 * @param teams workspaces that may install the app; any where there are none
 */
public record OAuth(String clientId, String clientSecret, String base, Set<String> teams) {
    /** Where people begin to install. */
    public static final String INSTALL = "/slack/install";

    /** Where Slack sends them back to. */
    public static final String REDIRECT = "/slack/oauth_redirect";

    public OAuth {
        teams = Set.copyOf(teams);
    }

    String redirect() {
        return base + REDIRECT;
    }

    boolean welcome(String team) {
        return teams.isEmpty() || teams.contains(team);
    }

    /** Where Slack asks people whether they want the app, beside its Web API. */
    static URI authorize(URI api) {
        return api.resolve("../oauth/v2/authorize");
    }

    @Override
    public String toString() {
        return "OAuth[clientId=" + clientId + ", clientSecret=***, base=" + base + ", teams=" + teams + "]";
    }
}
