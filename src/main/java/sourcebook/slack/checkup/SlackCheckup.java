package sourcebook.slack.checkup;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.journal.Installation;
import sourcebook.journal.Installations;
import sourcebook.model.check.Finding;
import sourcebook.slack.Manifest;
import sourcebook.slack.SlackSettings;
import sourcebook.slack.install.OAuth;

/**
 * Asks Slack whether it takes our tokens, and compares what they allow with the manifest. It posts nothing and renews
 * nothing. For one thread.
 */
public final class SlackCheckup implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Duration REFUSED_SKEW = Duration.ofMinutes(5);
    private static final Duration NOTED_SKEW = Duration.ofSeconds(30);
    private static final String AGAIN =
            "On https://api.slack.com/apps choose the app, then OAuth & Permissions, and copy the Bot User OAuth Token.";
    private static final String SCOPES =
            "Paste the manifest of 'bin/sourcebook manifest slack' under App Manifest, then"
                    + " press Reinstall to Workspace under Install App.";

    private final SlackSettings settings;
    private final Clock clock;
    private final Slack slack;
    private final List<Finding> findings = new ArrayList<>();
    private boolean timed;

    public SlackCheckup(SlackSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setHttpClientCallTimeoutMillis(TIMEOUT_MILLIS);
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        this.slack = Slack.getInstance(config);
    }

    /**
     * What there is to say, in the order in which to mend it.
     *
     * @param installations workspaces that installed the app, null where none can have
     */
    public List<Finding> findings(@Nullable Installations installations) throws IOException {
        findings.clear();
        signingSecret();
        if (settings.botToken() != null) {
            who("SLACK_BOT_TOKEN", settings.botToken(), AGAIN).ifPresent(this::team);
        } else if (settings.oauth() == null) {
            note(
                    "no SLACK_BOT_TOKEN is set: slash commands and buttons work, mentions, messages, Home and links do not.",
                    AGAIN);
        }
        appToken();
        oauth();
        if (installations != null) {
            for (String team : installations.teams()) {
                installed(team, installations);
            }
        }
        return List.copyOf(findings);
    }

    private void signingSecret() {
        String secret = settings.signingSecret();
        if (secret == null) {
            return;
        }
        if (secret.matches("[0-9a-f]{32}")) {
            good("the signing secret has the form of one.");
        } else {
            note(
                    "the signing secret does not look like one, which has 32 of 0-9 and a-f.",
                    "On https://api.slack.com/apps choose the app, then Basic Information, App Credentials, and copy the"
                            + " Signing Secret, not the Client Secret or the Verification Token.");
        }
    }

    /** Who a token is for, after having told whether it works, what it allows, and how the clocks stand. */
    private Optional<AuthTestResponse> who(String name, String token, String mend) {
        return call(name, token, mend, client -> client.authTest(request -> request))
                .map(who -> {
                    good(name + " works: it is " + who.getUser() + " of " + who.getTeam() + ".");
                    scopes(name, header(who.getHttpResponseHeaders(), "x-oauth-scopes"));
                    clock(header(who.getHttpResponseHeaders(), "date"));
                    return who;
                });
    }

    private void team(AuthTestResponse who) {
        boolean some = settings.admins().stream().anyMatch(admin -> admin.startsWith(who.getTeamId() + ":"));
        if (!some) {
            note(
                    "no admin is named for the workspace " + who.getTeamId() + ".",
                    "Set SOURCEBOOK_ADMINS to " + who.getTeamId() + ":U…; people find their member ID under Profile, …,"
                            + " Copy member ID.");
        }
        String reports = settings.reports();
        if (reports != null && !reports.startsWith(who.getTeamId() + ":")) {
            bad(
                    "SLACK_REPORT_CHANNEL names another workspace than " + who.getTeamId() + ".",
                    "Set it to " + who.getTeamId() + ":C…, the channel's id from the end of its About tab.");
        }
    }

    private void scopes(String name, @Nullable String granted) {
        if (granted == null) {
            return;
        }
        Set<String> missing = new TreeSet<>(Manifest.scopes());
        Arrays.stream(granted.split(",")).map(String::strip).forEach(missing::remove);
        if (missing.isEmpty()) {
            good(name + " allows all that the manifest asks.");
        } else {
            bad(name + " does not allow " + String.join(", ", missing) + ".", SCOPES);
        }
    }

    private void clock(@Nullable String date) {
        if (date == null || timed) {
            return;
        }
        try {
            Instant theirs = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            Duration ahead = Duration.between(theirs, clock.instant());
            String skew = "this machine's clock is " + Math.abs(ahead.toSeconds()) + " s "
                    + (ahead.isNegative() ? "behind" : "ahead of") + " Slack's";
            timed = true;
            if (ahead.abs().compareTo(NOTED_SKEW) <= 0) {
                good("the clocks agree.");
            } else if (ahead.abs().compareTo(REFUSED_SKEW) < 0) {
                note(skew + ".", "Have the clock set by NTP.");
            } else {
                bad(skew + ", so whatever Slack sends is refused.", "Have the clock set by NTP.");
            }
        } catch (DateTimeException e) {
            note("Slack told no time that can be read.", "");
        }
    }

    private void appToken() {
        if (settings.appToken() != null) {
            call(
                            "SLACK_APP_TOKEN",
                            settings.appToken(),
                            "Under Basic Information, App-Level Tokens make one with connections:write, and under Socket"
                                    + " Mode turn that on.",
                            client -> client.appsConnectionsOpen(request -> request))
                    .ifPresent(opened -> good("SLACK_APP_TOKEN works: a socket can be opened."));
        }
    }

    /** Slack looks at the client before it looks at the code: that a made-up code is refused shows that the client is right. */
    private void oauth() {
        OAuth oauth = settings.oauth();
        if (oauth == null) {
            return;
        }
        try {
            String error = String.valueOf(slack.methods()
                    .oauthV2Access(request -> request.clientId(oauth.clientId())
                            .clientSecret(oauth.clientSecret())
                            .code("made-up"))
                    .getError());
            if (error.equals("invalid_code")) {
                good("SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are taken. Workspaces install the app at " + oauth.base()
                        + OAuth.INSTALL + ".");
            } else {
                bad(
                        "Slack does not take SLACK_CLIENT_ID and SLACK_CLIENT_SECRET (" + code(error) + ").",
                        "Copy both again from Basic Information, App Credentials.");
            }
        } catch (IOException | SlackApiException e) {
            unreachable(e);
        }
    }

    private void installed(String team, Installations installations) {
        try {
            Optional<Installation> kept = installations.find(team);
            kept.ifPresent(installation -> who(
                    "the token of workspace " + team,
                    installation.botToken(),
                    "Open " + (settings.oauth() == null ? "" : settings.oauth().base()) + OAuth.INSTALL + " and install"
                            + " the app there again."));
        } catch (IOException e) {
            bad(String.valueOf(e.getMessage()), "Set SOURCEBOOK_SECRET to what it was, or install the app again.");
        }
    }

    private interface Call<T> {
        T with(MethodsClient client) throws IOException, SlackApiException;
    }

    private <T extends SlackApiTextResponse> Optional<T> call(String name, String token, String mend, Call<T> call) {
        try {
            T response = call.with(slack.methods(token));
            if (response.isOk()) {
                return Optional.of(response);
            }
            bad("Slack does not take " + name + " (" + code(response.getError()) + ").", mend);
        } catch (IOException | SlackApiException | RuntimeException e) {
            unreachable(e);
        }
        return Optional.empty();
    }

    private void unreachable(Exception e) {
        bad(
                "Slack at " + settings.api() + " could not be asked: "
                        + (e instanceof SlackApiException answered
                                ? "it answered " + answered.getResponse().code()
                                : e.getClass().getSimpleName())
                        + ".",
                "This machine must reach that address by https; see https://status.slack.com too.");
    }

    /** An error's code as Slack writes it; anything else might be made up to spoil a terminal. */
    private static String code(@Nullable String error) {
        return error != null && error.matches("[a-z_]{1,60}") ? error : "no error code";
    }

    private static @Nullable String header(@Nullable Map<String, List<String>> headers, String name) {
        if (headers == null) {
            return null;
        }
        return headers.entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name))
                .flatMap(header -> header.getValue().stream())
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), all -> all.isEmpty() ? null : all.getFirst()));
    }

    private void good(String what) {
        findings.add(Finding.good("Slack: " + what));
    }

    private void note(String what, String mend) {
        findings.add(Finding.note("Slack: " + what, mend));
    }

    private void bad(String what, String mend) {
        findings.add(Finding.bad("Slack: " + what, mend));
    }

    @Override
    public void close() throws IOException {
        try {
            slack.close();
        } catch (Exception e) {
            throw new IOException("Slack's client did not close well", e);
        }
    }
}
