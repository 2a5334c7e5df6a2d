package sourcebook.slack.talk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sourcebook.dialogue.Context;
import sourcebook.journal.Feedback;
import sourcebook.model.Quote;
import sourcebook.render.slack.Manner;
import sourcebook.render.slack.Seals;
import sourcebook.render.slack.Shared;
import sourcebook.render.slack.SlackHelp;
import sourcebook.render.slack.SlackMessage;
import sourcebook.render.slack.SlackViews;
import sourcebook.slack.delivery.Delivery;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.delivery.Outgoing;

/** What happens when a button is pressed or a modal sent. Safe for many threads. */
public final class Presses {
    public static final String NOT_YOURS =
            "This button was made for somebody else, or too long ago. Please ask again to get one of your own.";
    private static final String GONE =
            "The corpus has changed since you asked, and no longer has just these words. Please ask again.";

    private final Talk talk;
    private final Delivery delivery;

    public Presses(Talk talk, Delivery delivery) {
        this.talk = talk;
        this.delivery = delivery;
    }

    /** A button: its action id, the sealed value that came with it, and the name of who pressed it. */
    public void press(Origin origin, String actionId, String sealed, String name) {
        String action = actionId.replaceFirst("_\\d+$", "");
        Optional<String> value = talk.sealing().open(action, origin, sealed);
        if (value.isEmpty()) {
            delivery.later(origin, () -> Outgoing.sentence(NOT_YOURS));
            return;
        }
        act(origin, action, value.get(), name);
    }

    private void act(Origin origin, String action, String value, String name) {
        switch (action) {
            case Seals.SHARE -> delivery.later(origin, () -> shared(origin, value, name));
            case Seals.THREAD -> inThread(origin, value, name);
            case Seals.ASK -> answered(origin, () -> talk.hear(origin, value, manner(origin)));
            case Seals.MORE -> answered(origin, () -> more(origin, value));
            case Seals.CONTEXT -> context(origin, value);
            case Seals.UP -> delivery.later(origin, () -> helpful(origin, value));
            case Seals.DOWN -> reason(origin, value);
            case Seals.FORGET -> forget(origin);
            default -> delivery.later(origin, () -> Outgoing.sentence(NOT_YOURS));
        }
    }

    /** The modal that asks what was wrong with an answer was sent. */
    public void reasonGiven(Origin origin, String sealed, String chosen) {
        Optional<String> value = talk.sealing().open(SlackViews.REASON, origin, sealed);
        int reason = chosen.matches("\\d") ? Integer.parseInt(chosen) : SlackViews.REASONS.size();
        if (value.isPresent() && reason < SlackViews.REASONS.size()) {
            delivery.aside(() -> opinion(origin, value.get(), false, SlackViews.REASONS.get(reason)));
        }
    }

    private interface Answer {
        SlackMessage message() throws IOException;
    }

    /** In a thread for all who read along, elsewhere for the one who pressed. */
    private void answered(Origin origin, Answer answer) {
        Delivery.Work work = () -> {
            Optional<String> refusal = talk.refusal(origin, manner(origin) == Manner.THREAD);
            return refusal.isPresent()
                    ? Outgoing.sentence(refusal.get())
                    : new Outgoing(answer.message(), manner(origin) == Manner.THREAD);
        };
        if (manner(origin) == Manner.THREAD) {
            delivery.to(
                    message -> talk.api().post(origin.team(), origin.channel(), origin.thread(), message),
                    origin,
                    work);
        } else {
            delivery.later(origin, work);
        }
    }

    private static Manner manner(Origin origin) {
        if (origin.direct() || origin.channel().isEmpty()) {
            return Manner.DIRECT;
        }
        return origin.thread() == null ? Manner.PRIVATE : Manner.THREAD;
    }

    private SlackMessage more(Origin origin, String value) throws IOException {
        int space = value.indexOf(' ');
        return talk.more(
                origin, value.substring(space + 1), Integer.parseInt(value.substring(0, space)), manner(origin));
    }

    private Outgoing shared(Origin origin, String value, String name) throws IOException {
        Optional<String> refusal = talk.api().hasToken(origin.team()) ? talk.refusal(origin, true) : off(origin);
        if (refusal.isPresent()) {
            return Outgoing.sentence(refusal.get());
        }
        Optional<Shared> shared = Shared.fromValue(value);
        List<Quote> quotes = shared.isEmpty()
                ? List.of()
                : talk.dialogue().again(origin.saying(""), shared.get().places());
        return shared.isEmpty() || !shared.get().fits(quotes)
                ? Outgoing.sentence(GONE)
                : new Outgoing(talk.render().shared(shared.get().question(), quotes, name), true);
    }

    /** Without a token nothing can be asked of the channel, and a response address leads only to where it came from. */
    private Optional<String> off(Origin origin) throws IOException {
        return talk.refusal(origin, false);
    }

    /**
     * The question as a message for all, and its answer in the thread below, where the conversation can go on. Nothing is
     * posted before the answer is there; what it was about is known in the thread then.
     */
    private void inThread(Origin origin, String question, String name) {
        Origin before = origin.in("button " + origin.trigger());
        delivery.to(
                answer -> {
                    SlackMessage opening = SlackHelp.sentence(name + " asked: " + question);
                    String thread = talk.api().post(origin.team(), origin.channel(), null, opening);
                    talk.moveSubject(before, origin.in(thread));
                    talk.api().post(origin.team(), origin.channel(), thread, answer);
                },
                origin,
                () -> {
                    Optional<String> refusal = talk.refusal(origin, true);
                    return refusal.isPresent()
                            ? Outgoing.sentence(refusal.get())
                            : new Outgoing(talk.hear(before, question, Manner.THREAD), true);
                });
    }

    private void context(Origin origin, String value) {
        if (origin.trigger() == null) {
            return;
        }
        String trigger = origin.trigger();
        delivery.aside(() -> {
            List<Context> contexts = new ArrayList<>();
            for (Quote.Place place : Shared.fromValue(value).map(Shared::places).orElse(List.of())) {
                talk.dialogue().context(origin.saying(""), place).ifPresent(contexts::add);
            }
            talk.api().openView(origin.team(), trigger, talk.views().context(contexts));
        });
    }

    private Outgoing helpful(Origin origin, String value) throws IOException {
        opinion(origin, value, true, "");
        return Outgoing.sentence("Thank you, that helps.");
    }

    private void reason(Origin origin, String value) {
        if (origin.trigger() == null) {
            return;
        }
        String trigger = origin.trigger();
        String sealed = talk.sealing().forPerson(origin).seal(SlackViews.REASON, value);
        delivery.aside(
                () -> talk.api().openView(origin.team(), trigger, talk.views().reason(sealed)));
    }

    private void opinion(Origin origin, String value, boolean helpful, String reason) throws IOException {
        List<Quote.Place> places = Shared.fromValue(value).map(Shared::places).orElse(List.of());
        long generation =
                talk.answering().serving().map(serving -> serving.number()).orElse(0L);
        talk.journal()
                .feedback()
                .add(new Feedback.Opinion(Origin.PLATFORM, origin.team(), helpful, reason, places, generation));
    }

    private void forget(Origin origin) {
        delivery.aside(() -> {
            talk.journal().asked().forget(origin.person());
            talk.api().publishHome(origin.team(), origin.user(), talk.home(origin));
        });
    }
}
