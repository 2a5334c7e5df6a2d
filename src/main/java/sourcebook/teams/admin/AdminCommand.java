package sourcebook.teams.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.render.teams.AdminCards;

/** What an admin orders, as it is typed after the word "admin" and as buttons carry it. */
public sealed interface AdminCommand {
    /**
     * Starts a reindex.
     *
     * @param force why failed checks are to be passed over, null where they are not
     */
    record Reindex(boolean full, @Nullable String force) implements AdminCommand {}

    /** Shows what is served and kept. */
    record Status() implements AdminCommand {}

    /** Shows where the reindex stands. */
    record Standing() implements AdminCommand {}

    /** Shows what the last reindex changed. */
    record Changes() implements AdminCommand {}

    record Cancel() implements AdminCommand {}

    /** Serves an earlier generation; the one before where no number is given. */
    record RollBack(OptionalLong number) implements AdminCommand {}

    record Problems() implements AdminCommand {}

    /** Shows or sets what a channel may see; none of the words where it is to be shown. */
    record Channel(List<String> words) implements AdminCommand {
        public Channel {
            words = List.copyOf(words);
        }
    }

    record Help() implements AdminCommand {}

    /** As the help shows them. */
    List<AdminCards.Line> HELP = List.of(
            new AdminCards.Line("admin reindex", "reads what has changed; admin reindex full reads every file"),
            new AdminCards.Line("admin reindex force REASON", "passes over a check that refuses the new index"),
            new AdminCards.Line("admin status", "what is served and kept, and where a reindex stands"),
            new AdminCards.Line("admin cancel", "calls the reindex off"),
            new AdminCards.Line("admin rollback", "serves the index before; admin rollback 7 serves generation 7"),
            new AdminCards.Line("admin problems", "what is wrong with files"),
            new AdminCards.Line("admin channel", "what is set for this channel or group"),
            new AdminCards.Line("admin channel allow NAME", "shows the articles of an audience here; deny hides them"),
            new AdminCards.Line("admin channel off", "stops answering here; on starts again"));

    /** The order in a message; empty where the message is none, such as a question that begins with the same word. */
    static Optional<AdminCommand> typed(String words) {
        Matcher matcher = Typed.FORM.matcher(words.strip());
        return matcher.matches() ? read(matcher.group(1) == null ? "help" : matcher.group(1)) : Optional.empty();
    }

    /** The order that a button carries, or what stands behind the word "admin"; empty where it is none. */
    static Optional<AdminCommand> read(String words) {
        String[] parts = words.strip().split("\\s+", 2);
        String rest = parts.length == 1 ? "" : parts[1].strip();
        String first = parts[0].toLowerCase(Locale.ROOT);
        return switch (first) {
            case "reindex" -> Optional.of(reindex(rest));
            case "rollback" -> Optional.of(rollBack(rest));
            case "channel" ->
                Optional.of(new Channel(
                        rest.isEmpty()
                                ? List.of()
                                : List.of(rest.toLowerCase(Locale.ROOT).split("\\s+"))));
            default -> rest.isEmpty() ? Typed.alone(first) : Optional.empty();
        };
    }

    private static AdminCommand reindex(String rest) {
        Matcher how = Typed.HOW.matcher(rest);
        return how.matches() ? new Reindex(how.group("full") != null, how.group("force")) : new Help();
    }

    private static AdminCommand rollBack(String rest) {
        if (rest.isEmpty()) {
            return new RollBack(OptionalLong.empty());
        }
        return rest.matches("\\d{1,18}") ? new RollBack(OptionalLong.of(Long.parseLong(rest))) : new Help();
    }

    /** How orders are written. */
    final class Typed {
        private static final Pattern FORM = Pattern.compile("(?is)/?admin(?:\\s+(.*))?");
        private static final Pattern HOW =
                Pattern.compile("(?is)(?<full>full\\b)?\\s*(?:force\\s+(?<force>\\S.{0,299}))?");

        private Typed() {}

        private static Optional<AdminCommand> alone(String word) {
            return switch (word) {
                case "status" -> Optional.of(new Status());
                case "progress" -> Optional.of(new Standing());
                case "changes" -> Optional.of(new Changes());
                case "cancel" -> Optional.of(new Cancel());
                case "problems" -> Optional.of(new Problems());
                case "help" -> Optional.of(new Help());
                default -> Optional.empty();
            };
        }
    }
}
