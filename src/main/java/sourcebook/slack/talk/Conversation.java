package sourcebook.slack.talk;

import java.io.IOException;
import java.util.Optional;
import sourcebook.dialogue.Strand;
import sourcebook.render.slack.Manner;
import sourcebook.slack.delivery.Delivery;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.delivery.Outgoing;

/** What people say to us in Slack: commands, mentions, messages, shortcuts. Safe for many threads. */
public final class Conversation {
    private static final int MAX_TITLE = 60;
    private static final int EXAMPLES = 4;

    private final Talk talk;
    private final Delivery delivery;

    public Conversation(Talk talk, Delivery delivery) {
        this.talk = talk;
        this.delivery = delivery;
    }

    /** {@code /outsourcing} with whatever was typed after it; the JSON to acknowledge with. */
    public String command(Origin origin, String typed) {
        return delivery.inTime(origin, () -> {
            Optional<String> refusal = talk.refusal(origin, false);
            if (refusal.isPresent()) {
                return Outgoing.sentence(refusal.get());
            }
            Manner manner = origin.direct() ? Manner.DIRECT : Manner.PRIVATE;
            return Outgoing.privately(talk.hear(origin, typed, manner));
        });
    }

    /** A mention in a channel, answered in its thread. */
    public void mentioned(Origin origin, String typed) {
        inThread(origin, typed);
    }

    /** A message in a thread: a follow-up if we answered in that thread before, and none of our business if not. */
    public void overheard(Origin origin, String typed) {
        if (talk.journal().subjects().last(Strand.of(origin.saying(typed))).isPresent()) {
            inThread(origin, typed);
        }
    }

    /** A message that nobody else sees; in the assistant pane it has a thread. */
    public void direct(Origin origin, String typed) {
        boolean assistant = origin.thread() != null;
        if (assistant) {
            delivery.aside(() -> talk.api().assistantStatus(origin, "is searching…"));
        }
        delivery.to(
                message -> talk.api().post(origin.team(), origin.channel(), origin.thread(), message),
                origin,
                () -> new Outgoing(talk.hear(origin, typed, Manner.DIRECT), true));
        if (assistant) {
            String title = typed.codePointCount(0, typed.length()) <= MAX_TITLE
                    ? typed
                    : typed.substring(0, typed.offsetByCodePoints(0, MAX_TITLE)) + "…";
            delivery.aside(() -> talk.api().assistantTitle(origin, title));
        }
    }

    /** The assistant pane was opened. */
    public void assistantOpened(Origin origin) {
        delivery.aside(
                () -> talk.api().assistantPrompts(origin, talk.answering().examples(EXAMPLES)));
    }

    /** The shortcut on a message: are its claims in the sources? */
    public void findSource(Origin origin, String message) {
        delivery.later(origin, () -> {
            Optional<String> refusal = talk.refusal(origin, false);
            return refusal.isPresent()
                    ? Outgoing.sentence(refusal.get())
                    : Outgoing.privately(talk.hear(origin, "verify " + message, Manner.PRIVATE));
        });
    }

    public void homeOpened(Origin origin) {
        delivery.aside(() -> talk.api().publishHome(origin.team(), origin.user(), talk.home(origin)));
    }

    private void inThread(Origin origin, String typed) {
        delivery.to(
                message -> talk.api().post(origin.team(), origin.channel(), origin.thread(), message),
                origin,
                () -> answer(origin, typed));
    }

    private Outgoing answer(Origin origin, String typed) throws IOException {
        Optional<String> refusal = talk.refusal(origin, true);
        if (refusal.isPresent()) {
            return Outgoing.sentence(refusal.get());
        }
        boolean privately = talk.rules().of(origin.channelId()).privately();
        Manner manner = privately ? Manner.PRIVATE : Manner.THREAD;
        return new Outgoing(talk.hear(origin, typed, manner), !privately);
    }
}
