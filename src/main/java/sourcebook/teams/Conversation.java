package sourcebook.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import sourcebook.render.teams.Card;
import sourcebook.teams.admin.AdminCommand;
import sourcebook.teams.admin.Administration;
import sourcebook.teams.wire.Activity;
import sourcebook.teams.wire.Connector;
import sourcebook.teams.wire.Room;
import sourcebook.teams.wire.Workers;

/**
 * What is answered after it was acknowledged: messages, edits, being installed and removed. Each delivery has one
 * effect, however often it comes. Safe for many threads.
 */
final class Conversation {
    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());
    private static final String TYPED_ANEW = "What admins order is not taken from an edited message. Type it anew.";

    private final Answers answers;
    private final Administration administration;
    private final Connector connector;
    private final Memory memory;
    private final Workers workers;

    Conversation(Answers answers, Administration administration, Connector connector, Memory memory, Workers workers) {
        this.answers = answers;
        this.administration = administration;
        this.connector = connector;
        this.memory = memory;
        this.workers = workers;
    }

    /**
     * Takes an activity in, unless it was taken in before.
     *
     * @return false where there is no room for it now, and it may be sent again
     */
    boolean take(Activity activity) throws IOException {
        Optional<Workers.Place> free = workers.place();
        if (free.isEmpty()) {
            return false;
        }
        try (Workers.Place place = free.get()) {
            Optional<String> delivery = activity.delivery();
            if (delivery.isPresent() && !memory.first(delivery.get())) {
                return true;
            }
            Optional<Workers.Talk> talk = talk(activity);
            boolean taken = talk.isEmpty() || place.talk(talk.get());
            if (!taken && delivery.isPresent()) {
                memory.unseen(delivery.get());
            }
            return taken;
        }
    }

    /** What is to be said to it, if anything. */
    private Optional<Workers.Talk> talk(Activity activity) throws IOException {
        return switch (activity.type()) {
            case "message" -> Optional.of(() -> answer(activity));
            case "messageUpdate" -> activity.edited() ? Optional.of(() -> answer(activity)) : Optional.empty();
            case "conversationUpdate", "installationUpdate" -> changed(activity);
            default -> Optional.empty();
        };
    }

    private Optional<Workers.Talk> changed(Activity activity) throws IOException {
        Room room = Room.of(activity).whole();
        if (activity.weWereRemoved()) {
            memory.forget(room);
            return Optional.empty();
        }
        boolean first = activity.weWereAdded() && memory.keep(room);
        return first ? Optional.of(() -> welcome(activity, room)) : Optional.empty();
    }

    private void welcome(Activity activity, Room room) throws IOException, InterruptedException {
        try {
            connector.post(
                    room, "", workers.think(() -> answers.welcome(activity)).message());
        } catch (Workers.Busy e) {
            LOG.log(Level.WARNING, "A welcome was left out, for too much was being asked");
        }
    }

    private void answer(Activity activity) throws IOException, InterruptedException {
        Room room = Room.of(activity);
        memory.keep(room.whole());
        showTyping(room, activity.id());
        Optional<AdminCommand> order = AdminCommand.typed(activity.words());
        if (order.isPresent()) {
            administer(room, activity, order.get());
            return;
        }
        Answers.Answer answer = answered(activity);
        String message = posted(room, activity.id(), answer.card().message());
        if (!message.isEmpty() && answer.reply().isPresent()) {
            memory.showed(room.message(message), answer.reply().get());
        }
    }

    private void administer(Room room, Activity activity, AdminCommand order) throws IOException, InterruptedException {
        if (activity.edited()) {
            posted(room, activity.id(), answers.sentence(TYPED_ANEW).message());
            return;
        }
        Administration.Done done = done(activity, order);
        String message = posted(room, activity.id(), done.card().message());
        if (done.following() != null && !message.isEmpty()) {
            done.following().keep(card -> connector.change(room, message, card.message()));
        }
    }

    private Administration.Done done(Activity activity, AdminCommand order) {
        try {
            return administration.run(order, activity, activity.personal());
        } catch (IOException | RuntimeException e) {
            return new Administration.Done(answers.sentence(Answers.excuse(e)), null);
        }
    }

    private Answers.Answer answered(Activity activity) {
        try {
            return workers.think(() -> answers.to(activity));
        } catch (IOException | Workers.Busy e) {
            return new Answers.Answer(answers.sentence(Answers.excuse(e)), Optional.empty());
        }
    }

    /** Nobody needs it: what fails here must not keep the answer back. */
    private void showTyping(Room room, String replyTo) throws InterruptedException {
        try {
            connector.typing(room, replyTo);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Typing could not be shown", e);
        }
    }

    /** Puts the answer where the answer to the same message stands, or else below it; the id of our message. */
    private String posted(Room room, String question, ObjectNode message) throws IOException, InterruptedException {
        Optional<String> earlier = memory.answer(room.message(question));
        if (earlier.isPresent() && changed(room, earlier.get(), message)) {
            return earlier.get();
        }
        Optional<String> posted = connector.post(room, question, message);
        if (posted.isPresent()) {
            memory.answered(room.message(question), posted.get());
        }
        return posted.orElse("");
    }

    private boolean changed(Room room, String earlier, ObjectNode message) throws IOException, InterruptedException {
        try {
            connector.change(room, earlier, message);
            return true;
        } catch (Connector.NotTaken e) {
            if (e.gone()) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Shows a card to some people in their personal conversations with us, later.
     *
     * @param people tenant and AAD object id of each, joined by a colon
     */
    void tell(Set<String> people, Card card) throws IOException {
        for (Room room : memory.rooms()) {
            String id = (room.tenant() + ":" + room.user()).toLowerCase(Locale.ROOT);
            if (people.contains(id) && !workers.later(() -> told(room, card))) {
                LOG.log(Level.WARNING, "A message of our own was left out, for too much was being said");
            }
        }
    }

    private void told(Room room, Card card) throws IOException, InterruptedException {
        try {
            connector.post(room, "", card.message());
        } catch (Connector.NotTaken e) {
            if (!e.gone()) {
                throw e;
            }
            memory.forget(room);
        }
    }
}
