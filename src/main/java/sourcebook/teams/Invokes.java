package sourcebook.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sourcebook.dialogue.Response;
import sourcebook.model.Answer.Found;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;
import sourcebook.model.contract.Source.Said;
import sourcebook.render.teams.Card;
import sourcebook.render.teams.Press;
import sourcebook.render.teams.Press.Verb;
import sourcebook.teams.admin.AdminCommand;
import sourcebook.teams.admin.Administration;
import sourcebook.teams.wire.Activity;
import sourcebook.teams.wire.Room;
import sourcebook.teams.wire.Workers;

/** What is answered in the acknowledgement itself: pressed buttons, searches, feedback. Safe for many threads. */
final class Invokes {
    private static final String NOTICE = "application/vnd.microsoft.activity.message";
    private static final String ERROR = "application/vnd.microsoft.error";
    private static final String LATE = "This takes longer than Teams waits. Please try again.";
    private static final String LATE_ORDER =
            "It is being done, and takes longer than Teams waits. Type admin status in a moment.";
    private static final int MAX_SEARCH = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Answers answers;
    private final Administration administration;
    private final Memory memory;
    private final Workers workers;
    private final Duration patience;

    /**
     * Answers invokes.
     *
     * @param patience how long an answer may take; Teams gives a search five seconds
     */
    Invokes(Answers answers, Administration administration, Memory memory, Workers workers, Duration patience) {
        this.answers = answers;
        this.administration = administration;
        this.memory = memory;
        this.workers = workers;
        this.patience = patience;
    }

    /** The body to answer an invoke with; empty where it is none that we know. */
    Optional<ObjectNode> answer(Activity activity) throws IOException, InterruptedException {
        return switch (activity.name()) {
            case "adaptiveCard/action" -> Optional.of(pressed(activity));
            case "composeExtension/query" -> Optional.of(searched(activity));
            case "message/submitAction" -> feedback(activity);
            default -> Optional.empty();
        };
    }

    private ObjectNode pressed(Activity activity) throws IOException, InterruptedException {
        Optional<Press> press = Press.read(activity.value().at("/action/data"));
        if (press.isEmpty()) {
            return refused();
        }
        return switch (press.get().verb()) {
            case HELPFUL, UNHELPFUL -> {
                thought(activity, press.get().verb() == Verb.HELPFUL);
                yield result(NOTICE).put("value", "Thank you. It helps us to find better sentences.");
            }
            case ASK, CONTEXT ->
                refreshed(() -> answers.to(press.get(), activity).card(), LATE);
            case ADMIN -> ordered(activity, press.get());
        };
    }

    /** The card in the place of the one that was pressed, for whoever pressed it. */
    private ObjectNode refreshed(Workers.Thought<Card> thought, String late) throws InterruptedException {
        try {
            Optional<Card> card = workers.think(thought, patience);
            if (card.isEmpty()) {
                return result(NOTICE).put("value", late);
            }
            ObjectNode result = result(Card.TYPE);
            result.set("value", card.get().content());
            return result;
        } catch (IOException | Workers.Busy e) {
            return result(NOTICE).put("value", Answers.excuse(e));
        }
    }

    /** An admin's button: the card that comes back is for the presser alone. */
    private ObjectNode ordered(Activity activity, Press press) throws InterruptedException {
        Optional<AdminCommand> command = AdminCommand.read(press.question());
        return command.isEmpty()
                ? refused()
                : refreshed(
                        () -> administration.run(command.get(), activity, true).card(), LATE_ORDER);
    }

    private static ObjectNode refused() {
        ObjectNode refused = JSON.createObjectNode().put("statusCode", 400).put("type", ERROR);
        refused.putObject("value").put("code", "BadRequest").put("message", "This button is none of ours.");
        return refused;
    }

    private static ObjectNode result(String type) {
        return JSON.createObjectNode().put("statusCode", 200).put("type", type);
    }

    private ObjectNode searched(Activity activity) throws InterruptedException {
        String words = searchedFor(activity.value().path("parameters"));
        if (words.isEmpty()) {
            return note("Type a question about outsourcing to find quotes that answer it.");
        }
        try {
            return workers.think(() -> answers.search(activity, words), patience)
                    .map(this::found)
                    .orElseGet(() -> note(LATE));
        } catch (IOException | Workers.Busy e) {
            return note(Answers.excuse(e));
        }
    }

    /** What was typed; the parameter's name is not always sent, and "initialRun" stands for nothing typed yet. */
    private static String searchedFor(JsonNode parameters) {
        JsonNode first = parameters.path(0);
        boolean nothing = first.path("name").asText().equals("initialRun");
        String words = nothing ? "" : first.path("value").asText().strip();
        return words.length() > MAX_SEARCH ? words.substring(0, MAX_SEARCH) : words;
    }

    private ObjectNode found(Response response) {
        if (response instanceof Response.Told told) {
            return note(told.sentence());
        }
        List<Quote> quotes = quotes(response);
        if (quotes.isEmpty()) {
            return note("No source answers this in the words of a sentence. Ask me in a chat to learn more.");
        }
        ObjectNode body = JSON.createObjectNode();
        ArrayNode attachments = body.putObject("composeExtension")
                .put("type", "result")
                .put("attachmentLayout", "list")
                .putArray("attachments");
        quotes.forEach(quote -> attachments.add(attachment(quote)));
        return body;
    }

    private ObjectNode attachment(Quote quote) {
        ObjectNode attachment = answers.cards().quote(quote).attachment();
        ObjectNode preview =
                attachment.putObject("preview").put("contentType", "application/vnd.microsoft.card.thumbnail");
        preview.putObject("content")
                .put("title", escaped(quote.citation().title()))
                .put("text", escaped(quote.text()));
        return attachment;
    }

    /** Thumbnail cards are read as HTML. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static List<Quote> quotes(Response response) {
        List<Quote> quotes = new ArrayList<>();
        if (response instanceof Response.Answered answered && answered.reply().answer() instanceof Found found) {
            for (Evidence evidence : found.evidence()) {
                switch (evidence) {
                    case Quote quote -> quotes.add(quote);
                    case Fact fact -> {
                        if (fact.source() instanceof Said said) {
                            quotes.add(said.quote());
                        }
                    }
                }
            }
        }
        return quotes;
    }

    private static ObjectNode note(String text) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("composeExtension").put("type", "message").put("text", text);
        return body;
    }

    private Optional<ObjectNode> feedback(Activity activity) throws IOException {
        String reaction = activity.value().at("/actionValue/reaction").asText();
        if (!activity.value().path("actionName").asText().equals("feedback")) {
            return Optional.empty();
        }
        if (reaction.equals("like") || reaction.equals("dislike")) {
            thought(activity, reaction.equals("like"));
        }
        return Optional.of(JSON.createObjectNode());
    }

    /** What comes again counts once. */
    private void thought(Activity activity, boolean helpful) throws IOException {
        Optional<String> delivery = activity.delivery();
        if (delivery.isPresent() && !memory.first(delivery.get())) {
            return;
        }
        String message = Room.of(activity).message(activity.replyToId());
        memory.thought(message, activity.tenant().orElse(""), helpful);
    }
}
