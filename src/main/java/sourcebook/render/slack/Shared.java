package sourcebook.render.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;

/**
 * What the share button carries: the question and the places of the quotes, not their words, and a digest of these.
 * Whoever presses it gets words cut from the source again, if they are the words that were seen.
 *
 * @param digest of the quotes' words, as {@link #digest} makes it
 */
public record Shared(String question, List<Quote.Place> places, String digest) {
    /** Slack's limit for a button's value. */
    static final int MAX_VALUE = 2_000;

    /** What is left of it for our words beside their seal. */
    static final int MAX_WORDS = MAX_VALUE - Seals.MAX_SEAL;

    private static final int DIGEST_LENGTH = 16;

    public Shared {
        places = List.copyOf(places);
    }

    /** A button's value: as many of the quotes, best first, as fit. */
    public static String value(String question, List<Quote> quotes) {
        for (int kept = quotes.size(); kept > 0; kept--) {
            String value = json(question, quotes.subList(0, kept));
            if (value.length() <= MAX_WORDS) {
                return value;
            }
        }
        return json("", List.of());
    }

    /** A button's value read back; empty where it is not one of ours. */
    public static Optional<Shared> fromValue(String value) {
        try {
            JsonNode json = SlackMessage.JSON.readTree(value);
            List<Quote.Place> places = new ArrayList<>();
            for (JsonNode place : json.path("p")) {
                Span span = new Span(place.path(1).asInt(), place.path(2).asInt());
                places.add(new Quote.Place(place.path(0).asText(), span));
            }
            return places.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Shared(
                            json.path("q").asText(), places, json.path("d").asText()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether these are the quotes that were seen, word for word. */
    public boolean fits(List<Quote> quotes) {
        return quotes.size() == places.size() && digest.equals(digest(quotes));
    }

    private static String json(String question, List<Quote> quotes) {
        ObjectNode json = SlackMessage.JSON.createObjectNode().put("q", question);
        ArrayNode list = json.putArray("p");
        for (Quote quote : quotes) {
            list.addArray()
                    .add(quote.place().article())
                    .add(quote.span().start())
                    .add(quote.span().end());
        }
        return json.put("d", digest(quotes)).toString();
    }

    private static String digest(List<Quote> quotes) {
        String words = quotes.stream().map(Quote::text).collect(Collectors.joining("\n"));
        return Passage.sha256(words).substring(0, DIGEST_LENGTH);
    }
}
