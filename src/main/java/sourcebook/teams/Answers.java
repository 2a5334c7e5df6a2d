package sourcebook.teams;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import sourcebook.answer.Answering;
import sourcebook.dialogue.Asker;
import sourcebook.dialogue.Dialogue;
import sourcebook.dialogue.Place;
import sourcebook.dialogue.Response;
import sourcebook.dialogue.Utterance;
import sourcebook.journal.ChannelRules;
import sourcebook.model.Reply;
import sourcebook.render.teams.Card;
import sourcebook.render.teams.Press;
import sourcebook.render.teams.TeamsCards;
import sourcebook.teams.wire.Activity;
import sourcebook.teams.wire.Workers;

/** What is answered, apart from how it travels. Safe for many threads. */
final class Answers {
    static final String BROKEN = "Something went wrong on our side, and it has been logged. Please ask again.";
    static final String BUSY = "Too many questions are being answered right now. Please ask again in a minute.";
    private static final System.Logger LOG = System.getLogger(Answers.class.getName());
    private static final String PLATFORM = "teams";
    private static final String GONE =
            "The corpus has changed since you asked, and no longer has just these words. Please ask again.";

    private static final String OFF = "Sourcebook is turned off here. Ask me in a personal chat.";

    private final Dialogue dialogue;
    private final ChannelRules rules;
    private final TeamsCards cards;

    Answers(Dialogue dialogue, ChannelRules rules, TeamsCards cards) {
        this.dialogue = dialogue;
        this.rules = rules;
        this.cards = cards;
    }

    /** A card, and the answer that it shows; empty where it shows none. */
    record Answer(Card card, Optional<Reply> reply) {}

    /** The answer to what was said, or pressed where buttons only say something. */
    Answer to(Activity activity) throws IOException {
        if (off(activity)) {
            return turnedOff();
        }
        Utterance said = said(activity, activity.words(), activity.personal());
        Optional<Press> press = Press.read(activity.value());
        return press.isPresent() && said.text().isEmpty() ? to(press.get(), said) : answer(dialogue.hear(said));
    }

    /** The answer to a pressed button. */
    Answer to(Press press, Activity activity) throws IOException {
        return off(activity) ? turnedOff() : to(press, said(activity, press.question(), activity.personal()));
    }

    private Answer to(Press press, Utterance by) throws IOException {
        Utterance said = by.saying(press.question());
        if (press.place() != null) {
            return new Answer(
                    dialogue.context(said, press.place())
                            .map(context -> cards.context(context, press.question()))
                            .orElseGet(() -> cards.sentence(GONE)),
                    Optional.empty());
        }
        return answer(press.page() == 0 ? dialogue.hear(said) : dialogue.more(said, press.page()));
    }

    /** What a search from the compose box finds. Whoever reads along there is not known, so it is never private. */
    Response search(Activity activity, String words) throws IOException {
        return off(activity) ? new Response.Told(OFF) : dialogue.hear(said(activity, words, false));
    }

    /** What is said to a webhook: a team's secret opens no more than what everybody may see. */
    Answer toWebhook(Activity activity, String words) throws IOException {
        Utterance said = said(activity, words, false);
        Place place = said.place();
        Place apart = new Place(PLATFORM, place.tenant(), "webhook:" + place.channel(), place.thread(), place.direct());
        return answer(dialogue.hear(new Utterance(said.asker(), apart, words)));
    }

    private boolean off(Activity activity) throws IOException {
        return !activity.personal() && rules.of(activity.place()).off();
    }

    private Answer turnedOff() {
        return new Answer(cards.sentence(OFF), Optional.empty());
    }

    Card welcome(Activity activity) throws IOException {
        return cards.welcome(dialogue.help(said(activity, "", activity.personal())));
    }

    Card sentence(String sentence) {
        return cards.sentence(sentence);
    }

    TeamsCards cards() {
        return cards;
    }

    /** What to say where there is no answer because of us. */
    static String excuse(Exception e) {
        if (e instanceof Answering.NotReady) {
            return "The first index is still being built. Please ask again in a moment.";
        }
        if (e instanceof Workers.Busy) {
            return BUSY;
        }
        LOG.log(Level.ERROR, "A question from Teams failed", e);
        return BROKEN;
    }

    private Answer answer(Response response) {
        Optional<Reply> reply =
                response instanceof Response.Answered answered ? Optional.of(answered.reply()) : Optional.empty();
        reply.ifPresent(answer -> LOG.log(
                Level.INFO,
                () -> PLATFORM + " " + answer.answer().getClass().getSimpleName() + " generation " + answer.generation()
                        + " in " + answer.millis() + " ms"));
        return new Answer(cards.render(response), reply);
    }

    private static Utterance said(Activity activity, String words, boolean direct) {
        String tenant = activity.tenant().orElse("");
        Activity.Account from = activity.from();
        String user = from.aadObjectId().isEmpty() ? from.id() : from.aadObjectId();
        Place place =
                new Place(PLATFORM, tenant, activity.room(), activity.thread().orElse(null), direct);
        return new Utterance(new Asker(PLATFORM, tenant, user), place, words);
    }
}
