package sourcebook.app.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.slack.SlackSettings;
import sourcebook.slack.install.OAuth;

/** Reads what the conversation with Slack needs, and what the journal keeps; faults are gathered. */
final class SlackReader {
    private static final int MIN_SECRET = 32;

    private final Function<Setting, @Nullable String> values;
    private final List<String> faults;

    SlackReader(Function<Setting, @Nullable String> values, List<String> faults) {
        this.values = values;
        this.faults = faults;
    }

    /** The operator's own secret; null where none is set. */
    @Nullable
    String secret() {
        String secret = values.apply(Setting.SOURCEBOOK_SECRET);
        if (secret != null && secret.length() < MIN_SECRET) {
            faults.add(Setting.SOURCEBOOK_SECRET + " must have at least " + MIN_SECRET + " characters");
        }
        return secret;
    }

    Duration questionsKept() {
        String days = String.valueOf(values.apply(Setting.SOURCEBOOK_KEEP_QUESTIONS));
        if (days.matches("\\d{1,3}")) {
            return Duration.ofDays(Integer.parseInt(days));
        }
        faults.add(Setting.SOURCEBOOK_KEEP_QUESTIONS + " must be a number of days from 0 to 999, got " + days);
        return Duration.ZERO;
    }

    /** Null where Slack is off: neither a signing secret nor an app token is set. */
    @Nullable
    SlackSettings settings(URI api, Set<String> hosts, Set<String> admins, String base) {
        String signing = values.apply(Setting.SLACK_SIGNING_SECRET);
        String bot = token(Setting.SLACK_BOT_TOKEN, "a bot token", "xoxb-");
        String app = token(Setting.SLACK_APP_TOKEN, "an app-level token", "xapp-");
        OAuth oauth = oauth(base);
        if (app != null && bot == null && oauth == null) {
            faults.add(Setting.SLACK_APP_TOKEN + " needs both: itself and " + Setting.SLACK_BOT_TOKEN);
        }
        if (bot != null && oauth != null) {
            faults.add(Setting.SLACK_BOT_TOKEN + " is for one workspace and " + Setting.SLACK_CLIENT_ID
                    + " for many: set one of them");
        }
        if (signing == null && app == null && oauth != null) {
            faults.add(Setting.SLACK_CLIENT_ID + " is set, and neither " + Setting.SLACK_SIGNING_SECRET + " nor "
                    + Setting.SLACK_APP_TOKEN + " is");
        }
        if (signing == null && app == null && bot != null) {
            faults.add(Setting.SLACK_BOT_TOKEN + " is set, and " + Setting.SLACK_SIGNING_SECRET
                    + " is not: set both, or neither");
        }
        String reach = signing != null ? signing : app;
        if (reach == null) {
            return null;
        }
        String own = values.apply(Setting.SOURCEBOOK_SECRET);
        return new SlackSettings(signing, bot, app, own != null ? own : reach, api, hosts, admins, reports(), oauth);
    }

    private @Nullable String reports() {
        String channel = values.apply(Setting.SLACK_REPORT_CHANNEL);
        if (channel != null && !channel.matches("[A-Z0-9]+:[A-Z0-9]+")) {
            faults.add(
                    Setting.SLACK_REPORT_CHANNEL + " must be a team and a channel id such as T01:C02, got " + channel);
            return null;
        }
        return channel;
    }

    /** Null where the app is in one workspace. */
    private @Nullable OAuth oauth(String base) {
        String id = values.apply(Setting.SLACK_CLIENT_ID);
        String secret = values.apply(Setting.SLACK_CLIENT_SECRET);
        Set<String> teams = Arrays.stream(
                        String.valueOf(values.apply(Setting.SLACK_TEAMS)).split(","))
                .map(String::strip)
                .filter(team -> !team.isEmpty())
                .collect(Collectors.toSet());
        teams.stream()
                .filter(team -> !team.matches("T[A-Z0-9]+"))
                .forEach(team ->
                        faults.add(Setting.SLACK_TEAMS + " must name ids of workspaces such as T01, got " + team));
        if (id == null && secret == null) {
            return null;
        }
        if (id == null || secret == null) {
            faults.add(Setting.SLACK_CLIENT_ID + " and " + Setting.SLACK_CLIENT_SECRET
                    + " go together: set both, or neither");
            return null;
        }
        if (values.apply(Setting.SOURCEBOOK_SECRET) == null) {
            faults.add(Setting.SLACK_CLIENT_ID + " needs " + Setting.SOURCEBOOK_SECRET + ", which encrypts the tokens");
        }
        if (!base.startsWith("https://")
                && !base.startsWith("http://localhost")
                && !base.startsWith("http://127.0.0.1")) {
            faults.add(Setting.SLACK_CLIENT_ID + " needs " + Setting.SOURCEBOOK_URL + " to be an https address");
        }
        return new OAuth(id, secret, base, teams);
    }

    private @Nullable String token(Setting setting, String kind, String beginning) {
        String token = values.apply(setting);
        if (token != null && !token.startsWith(beginning)) {
            faults.add(setting + " must be " + kind + ", which begins with " + beginning);
        }
        return token;
    }
}
