package sourcebook.slack.install;

import com.slack.api.Slack;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import sourcebook.journal.Installations;
import sourcebook.journal.Journal;
import sourcebook.slack.delivery.WebApi;

/** What many workspaces need: who takes the app in, and where their tokens come from. */
public record Installing(InstallServlet servlet, WebApi.Tokens tokens) {

    /**
     * Slack's client, the address of its Web API, and what the app asks to be allowed.
     */
    public record Parts(Slack slack, URI api, List<String> scopes) {
        public Parts {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * Installing by OAuth.
     *
     * @throws IllegalArgumentException if the journal has no secret to encrypt tokens with
     */
    public static Installing of(OAuth oauth, Parts parts, Journal journal, Clock clock) {
        Installations kept = journal.installations()
                .orElseThrow(() -> new IllegalArgumentException("tokens cannot be kept without a secret"));
        OAuthCalls calls = new OAuthCalls(parts.slack(), oauth, clock);
        InstallStates states = new InstallStates(oauth.clientSecret(), journal.spent(), clock);
        InstallServlet servlet =
                new InstallServlet(oauth, new InstallServlet.Parts(parts.api(), parts.scopes(), states, calls, kept));
        return new Installing(servlet, new TeamTokens(kept, calls, clock));
    }
}
