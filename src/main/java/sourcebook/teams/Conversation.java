package sourcebook.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import sourcebook.render.teams.Card;

/**
 * What is answered after it was acknowledged: messages, edits, being installed and removed. Each delivery has one
 * effect, however often it comes. Safe for many threads.
 */
final class Conversation {
    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());
    private static final int REMEMBERED = 10_000;

    private final Answers answers;
    private final Connector connector;
    private final Memory memory;
    private final Workers workers;

    /** Which message of ours answers which of theirs, for when theirs is edited. */
    private final Cache<String, String> answered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Conversation(Answers answers, Connector connector, Memory memory, Workers workers) {
        this.answers = answers;
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
        Optional<String> delivery = activity.delivery();
        if (delivery.isPresent() && !memory.first(delivery.get())) {
            return true;
        }
        return switch (activity.type()) {
            case "message" -> workers.later(() -> answer(activity));
            case "messageUpdate" -> !activity.edited() || workers.later(() -> answer(activity));
            case "conversationUpdate", "installationUpdate" -> changed(activity);
            default -> true;
        };
    }

    private boolean changed(Activity activity) throws IOException {
        Room room = Room.of(activity).whole();
        if (activity.weWereRemoved()) {
            memory.forget(room);
            return true;
        }
        boolean first = activity.weWereAdded() && memory.keep(room);
        return !first || workers.later(() -> welcome(activity, room));
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
        Answers.Answer answer = answered(activity);
        String message = posted(room, activity.id(), answer.card().message());
        if (!message.isEmpty()) {
            answered.put(room.message(activity.id()), message);
            if (answer.reply().isPresent()) {
                memory.showed(room.message(message), answer.reply().get());
            }
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
        String earlier = answered.getIfPresent(room.message(question));
        if (earlier != null && changed(room, earlier, message)) {
            return earlier;
        }
        return connector.post(room, question, message).orElse("");
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
     * Tells some people something in their personal conversations with us, later.
     *
     * @param people tenant and AAD object id of each, joined by a colon
     */
    void tell(Set<String> people, String sentence) throws IOException {
        Card card = answers.sentence(sentence);
        for (Room room : memory.rooms()) {
            boolean meant = people.contains(room.tenant() + ":" + room.user());
            if (meant && !workers.later(() -> told(room, card))) {
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
