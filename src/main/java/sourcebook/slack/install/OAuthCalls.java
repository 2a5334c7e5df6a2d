package sourcebook.slack.install;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sourcebook.journal.Installation;

/** Slack's {@code oauth.v2.access}: a code becomes tokens, and so does a refresh token. Safe for many threads. */
public final class OAuthCalls {
    private final Slack slack;
    private final OAuth oauth;
    private final Clock clock;

    public OAuthCalls(Slack slack, OAuth oauth, Clock clock) {
        this.slack = slack;
        this.oauth = oauth;
        this.clock = clock;
    }

    /** Slack gave no tokens; {@code error} is its code for why. */
    public static final class Refused extends IOException {
        private final String error;

        Refused(String error) {
            super("Slack gave no token: " + error);
            this.error = error;
        }

        String error() {
            return error;
        }
    }

    /**
     * The installation that a code stands for.
     *
     * @throws Refused if Slack does not take the code, or it is for a whole organisation
     */
    Installation installed(String code) throws IOException {
        OAuthV2AccessResponse granted = call(() -> slack.methods()
                .oauthV2Access(request -> request.clientId(oauth.clientId())
                        .clientSecret(oauth.clientSecret())
                        .code(code)
                        .redirectUri(oauth.redirect())));
        if (granted.isEnterpriseInstall() || granted.getTeam() == null || granted.getAccessToken() == null) {
            throw new Refused("not_for_a_workspace");
        }
        return new Installation(
                granted.getTeam().getId(),
                String.valueOf(granted.getTeam().getName()),
                String.valueOf(granted.getBotUserId()),
                granted.getAccessToken(),
                granted.getRefreshToken(),
                until(granted.getExpiresIn()));
    }

    /**
     * The same installation with new tokens.
     *
     * @throws Refused if Slack does not take the refresh token any more
     */
    Installation renewed(Installation old) throws IOException {
        OAuthV2AccessResponse granted = call(() -> slack.methods()
                .oauthV2Access(request -> request.clientId(oauth.clientId())
                        .clientSecret(oauth.clientSecret())
                        .grantType("refresh_token")
                        .refreshToken(old.refreshToken())));
        if (granted.getAccessToken() == null) {
            throw new Refused("no_token");
        }
        String refresh = granted.getRefreshToken() == null ? old.refreshToken() : granted.getRefreshToken();
        return old.with(granted.getAccessToken(), refresh, until(granted.getExpiresIn()));
    }

    /** Takes a token back, so that the app is out of a workspace that may not have it. */
    void revoke(String token) throws IOException {
        try {
            slack.methods(token).authRevoke(request -> request);
        } catch (SlackApiException e) {
            throw new IOException("Slack answered " + e.getResponse().code(), e);
        }
    }

    private interface Call {
        OAuthV2AccessResponse send() throws IOException, SlackApiException;
    }

    private static OAuthV2AccessResponse call(Call call) throws IOException {
        try {
            OAuthV2AccessResponse response = call.send();
            if (!response.isOk()) {
                throw new Refused(String.valueOf(response.getError()).replaceAll("[^a-z_]", ""));
            }
            return response;
        } catch (SlackApiException e) {
            throw new IOException("Slack answered " + e.getResponse().code(), e);
        } catch (RuntimeException e) {
            throw new IOException("Slack answered something that cannot be read", e);
        }
    }

    private @Nullable Instant until(@Nullable Integer seconds) {
        return seconds == null || seconds <= 0 ? null : clock.instant().plusSeconds(seconds);
    }
}
