package sourcebook.slack.talk;

import java.util.regex.Pattern;

/** Reads the text of messages as Slack sends it in events, where some characters are escaped and links have brackets. */
public final class Incoming {
    private static final Pattern MENTION = Pattern.compile("<[@!#][^>|]*(?:\\|([^>]*))?>");
    private static final Pattern LINK = Pattern.compile("<((?:https?|mailto):[^>|]*)(?:\\|([^>]*))?>");

    private Incoming() {}

    /** The words as they were typed, without mentions. */
    public static String plain(String text) {
        String unmentioned = MENTION.matcher(text).replaceAll(" ");
        String unlinked = LINK.matcher(unmentioned)
                .replaceAll(link -> java.util.regex.Matcher.quoteReplacement(
                        link.group(2) == null ? link.group(1) : link.group(2)));
        return unlinked.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    public static boolean mentions(String text, String user) {
        return text.contains("<@" + user + ">") || text.contains("<@" + user + "|");
    }
}
