package sourcebook.slack;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.slack.install.OAuth;

/**
 * What the conversation with Slack needs to know. Secrets do not show in {@link #toString}.
 *
 * @param signingSecret null where requests come through the socket alone
 * @param botToken null where no call to Slack's API is wanted
 * @param appToken opens the socket; null where requests come over HTTP
 * @param buttonSecret seals buttons; the same over restarts
 * @param api Slack's Web API, with a slash at its end
 * @param responseHosts exact hosts that late answers may be posted to; loopback only if it is named here
 * @param admins team and user id of each admin, joined by a colon
 * @param reports team and channel id, joined by a colon, that reindexes are reported to; null for none
 * @param oauth for many workspaces; null where the app is in one
 */
public record SlackSettings(
        @Nullable String signingSecret,
        @Nullable String botToken,
        @Nullable String appToken,
        String buttonSecret,
        URI api,
        Set<String> responseHosts,
        Set<String> admins,
        @Nullable String reports,
        @Nullable OAuth oauth) {

    /** One workspace, in which nothing is reported. */
    public SlackSettings(
            @Nullable String signingSecret,
            @Nullable String botToken,
            @Nullable String appToken,
            String buttonSecret,
            URI api,
            Set<String> responseHosts,
            Set<String> admins) {
        this(signingSecret, botToken, appToken, buttonSecret, api, responseHosts, admins, null, null);
    }

    public SlackSettings {
        responseHosts = Set.copyOf(responseHosts);
        admins = Set.copyOf(admins);
        if (appToken == null && (signingSecret == null || signingSecret.isBlank())) {
            throw new IllegalArgumentException("without a signing secret or an app token Slack cannot reach us");
        }
        if (buttonSecret.isBlank()) {
            throw new IllegalArgumentException("without a secret buttons cannot be sealed");
        }
    }

    @Override
    public String toString() {
        return "SlackSettings[signingSecret=***, botToken=" + (botToken == null ? "none" : "***") + ", appToken="
                + (appToken == null ? "none" : "***") + ", api=" + api + ", responseHosts=" + responseHosts
                + ", reports=" + reports + ", oauth=" + oauth + "]";
    }
}
