package sourcebook.teams;

import java.net.URI;
import java.util.Set;
import sourcebook.teams.trust.OwnToken.Credentials;
import sourcebook.teams.trust.ServiceHosts;

/**
 * What a bot in Teams needs to know. Secrets do not show in {@link #toString}.
 *
 * @param tenant our own tenant, where the app is registered
 * @param tenants whose people may ask; others are refused
 * @param openId where the Bot Connector's keys are told
 * @param login the login service, with a slash at its end
 * @param admins tenant and AAD object id of each admin, joined by a colon
 */
public record TeamsSettings(
        Credentials app,
        String tenant,
        Set<String> tenants,
        URI openId,
        URI login,
        ServiceHosts hosts,
        Set<String> admins) {
    public TeamsSettings {
        tenants = Set.copyOf(tenants);
        admins = Set.copyOf(admins);
    }
}
