package sourcebook.slack.talk;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sourcebook.answer.Answering;
import sourcebook.dialogue.Dialogue;
import sourcebook.dialogue.Response;
import sourcebook.dialogue.Strand;
import sourcebook.journal.ChannelRules;
import sourcebook.journal.Journal;
import sourcebook.library.Librarian;
import sourcebook.model.Reply;
import sourcebook.render.slack.Manner;
import sourcebook.render.slack.Seals;
import sourcebook.render.slack.SlackAdmin;
import sourcebook.render.slack.SlackMessage;
import sourcebook.render.slack.SlackResponse;
import sourcebook.render.slack.SlackViews;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.delivery.WebApi;

/**
 * What is asked and answered, apart from how it travels: asks the dialogue, keeps what the journal keeps, and renders for
 * the place. Safe for many threads.
 *
 * @param admins team and user id of each admin, joined by a colon
 */
public record Talk(
        Dialogue dialogue,
        Answering answering,
        Journal journal,
        ChannelRules rules,
        SlackResponse render,
        SlackViews views,
        Sealing sealing,
        WebApi api,
        Librarian librarian,
        Set<String> admins) {
    private static final System.Logger LOG = System.getLogger(Talk.class.getName());
    private static final int RECENT = 5;
    private static final int EXAMPLES = 4;

    public static final String OFF = "Sourcebook is turned off in this channel.";
    public static final String EXTERNAL =
            "People of other organisations are in this channel, so I don't answer here until an admin allows it.";

    /** Answers whatever was said. */
    public SlackMessage hear(Origin origin, String text, Manner manner) throws IOException {
        return rendered(origin, dialogue.hear(origin.saying(text)), manner);
    }

    /** What was spoken of in one place goes on in another. */
    public void moveSubject(Origin from, Origin to) {
        Strand old = Strand.of(from.saying(""));
        journal.subjects()
                .last(old)
                .ifPresent(subject -> journal.subjects().remember(Strand.of(to.saying("")), subject));
        journal.subjects().forget(old);
    }

    /** Another page of quotes. */
    public SlackMessage more(Origin origin, String question, int page, Manner manner) throws IOException {
        return rendered(origin, dialogue.more(origin.saying(question), page), manner);
    }

    /**
     * Why nothing is to be answered in this place; empty where it may be. Where people of other organisations are, nothing
     * is; of a channel that cannot be looked up, only a private answer believes that there are none.
     */
    public Optional<String> refusal(Origin origin, boolean toAll) throws IOException {
        if (origin.direct() || origin.channel().isEmpty()) {
            return Optional.empty();
        }
        ChannelRules.Rule rule = rules.of(origin.channelId());
        if (rule.off()) {
            return Optional.of(OFF);
        }
        boolean refused = !rule.external()
                && (toAll
                        ? api.externallyShared(origin.team(), origin.channel())
                        : api.knownToBeShared(origin.team(), origin.channel()));
        return refused ? Optional.of(EXTERNAL) : Optional.empty();
    }

    /** Whether somebody may administer. */
    public boolean admin(Origin origin) {
        return admins.contains(adminId(origin));
    }

    /** Team and user id as the settings name admins; of a guest from another workspace, whatever the id, what they never name. */
    public static String adminId(Origin origin) {
        return (origin.guest() ? origin.home() + "@" : "") + origin.team() + ":" + origin.user();
    }

    /** User ids of the admins of a workspace. */
    public List<String> adminsOf(String team) {
        return admins.stream()
                .filter(admin -> admin.startsWith(team + ":"))
                .map(admin -> admin.substring(team.length() + 1))
                .toList();
    }

    /** What admins see of the library. */
    public SlackAdmin.Desk desk() throws IOException {
        return new SlackAdmin.Desk(librarian.progress().orElse(null), librarian.generations());
    }

    /** What the Home tab shows to a person. */
    public String home(Origin origin) throws IOException {
        List<String> examples = answering.serving().isEmpty() ? List.of() : answering.examples(EXAMPLES);
        SlackViews.Home home = new SlackViews.Home(
                answering.serving().orElse(null),
                examples,
                journal.asked().recent(origin.person(), RECENT),
                admin(origin) ? desk() : null);
        return views.home(home, sealing.forPerson(origin));
    }

    private SlackMessage rendered(Origin origin, Response response, Manner manner) throws IOException {
        if (response instanceof Response.Answered answered) {
            Reply reply = answered.reply();
            journal.asked().add(origin.person(), reply.question());
            LOG.log(
                    Level.INFO,
                    () -> "slack " + reply.answer().getClass().getSimpleName() + " generation " + reply.generation()
                            + " in " + reply.millis() + " ms");
        }
        Seals seals = manner == Manner.THREAD ? sealing.forChannel(origin) : sealing.forPerson(origin);
        return render.render(response, manner, seals);
    }
}
