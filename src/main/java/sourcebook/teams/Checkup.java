package sourcebook.teams;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import sourcebook.model.check.Finding;
import sourcebook.teams.trust.Http;
import sourcebook.teams.trust.OwnToken;
import sourcebook.teams.trust.SigningKeys;

/** Whether Microsoft's side of the set-up works: its keys can be fetched, and it takes the app's password. */
public final class Checkup {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_ANSWER = 1 << 20;

    private Checkup() {}

    /** What there is to say. */
    public static List<Finding> findings(TeamsSettings settings, Clock clock) {
        try (Http http = new Http(TIMEOUT, MAX_ANSWER)) {
            SigningKeys keys = new SigningKeys(settings.openId(), http, clock);
            try {
                keys.issuer();
            } catch (IOException e) {
                return List.of(Finding.bad(
                        "Teams: the Bot Connector's keys cannot be fetched: " + e.getMessage(),
                        "This machine must reach " + settings.openId() + " by https."));
            }
            return List.of(
                    Finding.good("Teams: the Bot Connector's keys can be fetched."),
                    login(settings, keys, http, clock));
        }
    }

    private static Finding login(TeamsSettings settings, SigningKeys keys, Http http, Clock clock) {
        try {
            new OwnToken(settings.login(), settings.tenant(), settings.app(), keys::issuer, http, clock).token();
            return Finding.good("Teams: the app's id and password are taken.");
        } catch (IOException e) {
            return Finding.bad(
                    "Teams: " + e.getMessage(),
                    "Check TEAMS_APP_ID and TEAMS_TENANT_ID; if the client secret has expired, make another under"
                            + " Manage Password and put its Value into TEAMS_APP_PASSWORD.");
        }
    }
}
