package sourcebook.render.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Quote;
import sourcebook.model.Span;

/**
 * What a button of a card carries, there and back: what is to be done, and the question it belongs to. It holds places
 * and no words of sources.
 *
 * @param question what was asked, or an admin's command; may be empty
 * @param page which page of quotes is wanted, from 0
 * @param place the quote that is meant, null where none is
 */
public record Press(Verb verb, String question, int page, Quote.@Nullable Place place) {
    private static final String FIELD = "sourcebook";
    private static final int MAX_QUESTION = 1_000;
    private static final int MAX_PAGE = 1_000;

    /** What a button does. */
    public enum Verb {
        /** Answers the question, on that page of quotes. */
        ASK,
        /** Shows a quote in its paragraph. */
        CONTEXT,
        HELPFUL,
        UNHELPFUL,
        /** Does what an admin typed, without the word "admin"; who presses is looked at then. */
        ADMIN;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Press ask(String question, int page) {
        return new Press(Verb.ASK, question, page, null);
    }

    static Press admin(String command) {
        return new Press(Verb.ADMIN, command, 0, null);
    }

    ObjectNode data() {
        ObjectNode data = Card.JSON.createObjectNode();
        ObjectNode ours = data.putObject(FIELD).put("verb", verb.written()).put("question", question);
        if (page > 0) {
            ours.put("page", page);
        }
        if (place != null) {
            ours.put("article", place.article())
                    .put("start", place.span().start())
                    .put("end", place.span().end());
        }
        return data;
    }

    /** What a button's data say; empty where they are not ours. Whoever sent them may have made them up. */
    public static Optional<Press> read(JsonNode data) {
        JsonNode ours = data.path(FIELD);
        String question = ours.path("question").asText();
        int page = ours.path("page").asInt();
        Optional<Verb> verb = verb(ours.path("verb").asText());
        if (verb.isEmpty() || question.length() > MAX_QUESTION || page < 0 || page > MAX_PAGE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Press(verb.get(), question, page, place(ours)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Verb> verb(String written) {
        for (Verb verb : Verb.values()) {
            if (verb.written().equals(written)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    private static Quote.@Nullable Place place(JsonNode ours) {
        return ours.has("article")
                ? new Quote.Place(
                        ours.path("article").asText(),
                        new Span(ours.path("start").asInt(), ours.path("end").asInt()))
                : null;
    }
}
