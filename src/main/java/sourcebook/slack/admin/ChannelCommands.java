package sourcebook.slack.admin;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sourcebook.journal.ChannelRules;
import sourcebook.journal.ChannelRules.Rule;
import sourcebook.model.audience.Audience;
import sourcebook.slack.delivery.Origin;

/** {@code channel …}: what the channel in which it is typed sees. Safe for many threads. */
final class ChannelCommands {
    static final String HELP = "channel: show what is set for this channel\n"
            + "channel allow NAME, channel deny NAME: show or hide the articles of an audience here\n"
            + "channel private, channel public: answer mentions for the asker alone, or for all\n"
            + "channel off, channel on: stop and start answering here\n"
            + "channel external on, channel external off: answer although people of other organisations are here";

    private final ChannelRules rules;

    ChannelCommands(ChannelRules rules) {
        this.rules = rules;
    }

    /** Does what the words after {@code channel} say; a sentence that says what is set then. */
    String run(Origin origin, List<String> words) throws IOException {
        Rule rule = rules.of(origin.channelId());
        String what = words.isEmpty() ? "" : words.getFirst();
        String which = words.size() > 1 ? words.get(1) : "";
        return switch (what) {
            case "" -> shown(rule);
            case "allow", "deny" -> audience(origin, rule, what.equals("allow"), which);
            case "private", "public" ->
                set(origin, new Rule(rule.audiences(), what.equals("private"), rule.off(), rule.external()));
            case "off", "on" ->
                set(origin, new Rule(rule.audiences(), rule.privately(), what.equals("off"), rule.external()));
            case "external" ->
                set(origin, new Rule(rule.audiences(), rule.privately(), rule.off(), which.equals("on")));
            default -> HELP;
        };
    }

    private String audience(Origin origin, Rule rule, boolean allow, String name) throws IOException {
        if (!Audience.named(name)) {
            return "Name an audience, such as: channel allow legal";
        }
        Set<String> audiences = new TreeSet<>(rule.audiences());
        String named = Audience.of(name).name();
        if (allow) {
            audiences.add(named);
        } else {
            audiences.remove(named);
        }
        return set(origin, new Rule(audiences, rule.privately(), rule.off(), rule.external()));
    }

    private String set(Origin origin, Rule rule) throws IOException {
        if (origin.direct() || origin.channel().isEmpty()) {
            return "Type this in the channel that it is for.";
        }
        rules.set(origin.channelId(), rule);
        return "Done. " + shown(rule);
    }

    private static String shown(Rule rule) {
        return "In this channel Sourcebook is " + (rule.off() ? "off" : "on") + ", shows articles for "
                + (rule.audiences().isEmpty() ? "nobody" : String.join(", ", new TreeSet<>(rule.audiences())))
                + ", answers mentions for " + (rule.privately() ? "the asker alone" : "all") + ", and "
                + (rule.external() ? "answers" : "does not answer")
                + " where people of other organisations are.";
    }
}
