package sourcebook.slack.talk;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import sourcebook.journal.ChannelRules;
import sourcebook.model.audience.Audience;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.delivery.Outgoing;

/** {@code /outsourcing-admin}: for admins alone, and nothing is done before that is checked. Safe for many threads. */
public final class AdminCommands {
    private static final System.Logger LOG = System.getLogger(AdminCommands.class.getName());
    private static final String REFUSED =
            "Only admins of Sourcebook can do that. They are named in the setting SOURCEBOOK_ADMINS.";
    private static final String HELP = "channel: show what is set for this channel\n"
            + "channel allow NAME, channel deny NAME: show or hide the articles of an audience here\n"
            + "channel private, channel public: answer mentions for the asker alone, or for all\n"
            + "channel off, channel on: stop and start answering here\n"
            + "channel external on, channel external off: answer although people of other organisations are here\n"
            + "status: what is served";

    private final Talk talk;

    public AdminCommands(Talk talk) {
        this.talk = talk;
    }

    public Outgoing run(Origin origin, String typed) throws IOException {
        if (!talk.admin(origin)) {
            LOG.log(Level.WARNING, "slack admin command refused");
            return Outgoing.sentence(REFUSED);
        }
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        LOG.log(Level.INFO, () -> "slack admin command " + words[0].replaceAll("\\W", ""));
        return Outgoing.sentence(
                switch (words[0]) {
                    case "channel" -> channel(origin, words);
                    case "status" -> status();
                    default -> HELP;
                });
    }

    private String channel(Origin origin, String[] words) throws IOException {
        ChannelRules.Rule rule = talk.rules().of(origin.channelId());
        String what = words.length > 1 ? words[1] : "";
        String which = words.length > 2 ? words[2] : "";
        return switch (what) {
            case "" -> shown(rule);
            case "allow", "deny" -> audience(origin, rule, what.equals("allow"), which);
            case "private", "public" ->
                set(
                        origin,
                        new ChannelRules.Rule(rule.audiences(), what.equals("private"), rule.off(), rule.external()));
            case "off", "on" ->
                set(
                        origin,
                        new ChannelRules.Rule(rule.audiences(), rule.privately(), what.equals("off"), rule.external()));
            case "external" ->
                set(origin, new ChannelRules.Rule(rule.audiences(), rule.privately(), rule.off(), which.equals("on")));
            default -> HELP;
        };
    }

    private String audience(Origin origin, ChannelRules.Rule rule, boolean allow, String name) throws IOException {
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
        return set(origin, new ChannelRules.Rule(audiences, rule.privately(), rule.off(), rule.external()));
    }

    private String set(Origin origin, ChannelRules.Rule rule) throws IOException {
        if (origin.direct() || origin.channel().isEmpty()) {
            return "Type this in the channel that it is for.";
        }
        talk.rules().set(origin.channelId(), rule);
        return "Done. " + shown(rule);
    }

    private static String shown(ChannelRules.Rule rule) {
        return "In this channel Sourcebook is " + (rule.off() ? "off" : "on") + ", shows articles for "
                + (rule.audiences().isEmpty() ? "nobody" : String.join(", ", new TreeSet<>(rule.audiences())))
                + ", answers mentions for " + (rule.privately() ? "the asker alone" : "all") + ", and "
                + (rule.external() ? "answers" : "does not answer for all")
                + " where people of other organisations are.";
    }

    private String status() throws IOException {
        return talk.answering()
                .serving()
                .map(serving -> "Generation " + serving.number() + ", built " + serving.builtAt() + ", "
                        + serving.holdings().articles() + " articles, "
                        + serving.holdings().sentences() + " sentences.")
                .orElse("Nothing is served yet.");
    }
}
