package sourcebook.library.report;

import org.jspecify.annotations.Nullable;

/**
 * Who does something to the library.
 *
 * @param name how people know them, such as "the command line" or "Jane Roe in Slack"
 * @param chatId team and user id such as {@code T01:U02}, which must be an admin's; null for whoever has the machine or
 *     the admin page's token
 */
public record Actor(String name, @Nullable String chatId) {
    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an actor must have a name");
        }
    }

    /** Somebody known to a chat platform by team and user id. */
    public static Actor chat(String chatId, String name) {
        return new Actor(name, chatId);
    }

    /** Somebody who was let in elsewhere: by the machine's own login, or the admin page's token. */
    public static Actor operator(String name) {
        return new Actor(name, null);
    }
}
