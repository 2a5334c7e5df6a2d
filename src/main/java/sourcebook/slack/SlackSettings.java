package sourcebook.slack;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the conversation with Slack needs to know. Secrets do not show in {@link #toString}.
 *
 * @param botToken null where no call to Slack's API is wanted
 * @param api Slack's Web API, with a slash at its end
 * @param responseHosts exact hosts that late answers may be posted to; loopback only if it is named here
 */
public record SlackSettings(String signingSecret, @Nullable String botToken, URI api, Set<String> responseHosts) {
    public SlackSettings {
        responseHosts = Set.copyOf(responseHosts);
        if (signingSecret.isBlank()) {
            throw new IllegalArgumentException("without a signing secret there is no Slack endpoint");
        }
    }

    @Override
    public String toString() {
        return "SlackSettings[signingSecret=***, botToken=" + (botToken == null ? "none" : "***") + ", api=" + api
                + ", responseHosts=" + responseHosts + "]";
    }
}
