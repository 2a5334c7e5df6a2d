package sourcebook.teams;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import sourcebook.render.teams.Card;
import sourcebook.teams.trust.WebhookSignature;
import sourcebook.teams.wire.Activity;
import sourcebook.teams.wire.Workers;

/**
 * An outgoing webhook of a team: the answer is the response itself, and has no buttons, for nothing comes back of them.
 * Safe for many threads.
 */
final class Webhook {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebhookSignature signature;
    private final Answers answers;
    private final Workers workers;
    private final Duration patience;

    Webhook(WebhookSettings settings, Answers answers, Workers workers, Duration patience) {
        this.signature = new WebhookSignature(settings.secret());
        this.answers = answers;
        this.workers = workers;
        this.patience = patience;
    }

    /** Whether the team's Teams sent just these bytes. */
    boolean believes(String authorization, byte[] body) {
        return signature.fits(authorization, body);
    }

    /** The message to respond with. */
    ObjectNode answer(Activity activity) throws InterruptedException {
        try {
            Optional<Answers.Answer> answer =
                    workers.think(() -> answers.toWebhook(activity, words(activity)), patience);
            return answer.map(Answers.Answer::card)
                    .map(Card::withoutButtons)
                    .map(Card::message)
                    .orElseGet(() -> sentence("This takes longer than Teams waits. Please ask again."));
        } catch (IOException | Workers.Busy e) {
            return sentence(Answers.excuse(e));
        }
    }

    private static ObjectNode sentence(String sentence) {
        return JSON.createObjectNode().put("type", "message").put("text", sentence);
    }

    /** What was typed after the webhook's name, which it always begins with; no entity tells which mention is it. */
    private static String words(Activity activity) {
        return activity.words().replaceFirst("^\\s*<at>[^<]*</at>", "").strip();
    }
}
