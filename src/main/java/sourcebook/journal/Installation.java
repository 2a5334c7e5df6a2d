package sourcebook.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The app installed in a workspace. Tokens do not show in {@link #toString}.
 *
 * @param team the workspace's id; for an installation in a whole organisation, the organisation's
 * @param refreshToken null where tokens do not expire
 * @param expires when the bot token does, null where it does not
 */
public record Installation(
        String team,
        String teamName,
        String botUser,
        String botToken,
        @Nullable String refreshToken,
        @Nullable Instant expires) {

    /** The same with new tokens. */
    public Installation with(String token, @Nullable String refresh, @Nullable Instant until) {
        return new Installation(team, teamName, botUser, token, refresh, until);
    }

    @Override
    public String toString() {
        return "Installation[team=" + team + ", botToken=***, expires=" + expires + "]";
    }
}
