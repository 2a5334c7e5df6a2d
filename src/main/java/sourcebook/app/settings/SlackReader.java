package sourcebook.app.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sourcebook.slack.SlackSettings;

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
    SlackSettings settings(URI api, Set<String> hosts, Set<String> admins) {
        String signing = values.apply(Setting.SLACK_SIGNING_SECRET);
        String bot = token(Setting.SLACK_BOT_TOKEN, "a bot token", "xoxb-");
        String app = token(Setting.SLACK_APP_TOKEN, "an app-level token", "xapp-");
        if (app != null && bot == null) {
            faults.add(Setting.SLACK_APP_TOKEN + " needs both: itself and " + Setting.SLACK_BOT_TOKEN);
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
        return new SlackSettings(signing, bot, app, own != null ? own : reach, api, hosts, admins);
    }

    private @Nullable String token(Setting setting, String kind, String beginning) {
        String token = values.apply(setting);
        if (token != null && !token.startsWith(beginning)) {
            faults.add(setting + " must be " + kind + ", which begins with " + beginning);
        }
        return token;
    }
}
