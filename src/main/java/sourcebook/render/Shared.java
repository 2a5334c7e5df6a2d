package sourcebook.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sourcebook.model.Quote;
import sourcebook.model.Span;

/**
 * What the share button carries: the question and the places of the quotes, not their words. Whoever presses it gets
 * words cut from the source again.
 */
public record Shared(String question, List<Quote.Place> places) {
    /** Slack's limit for a button's value. */
    static final int MAX_VALUE = 2_000;

    public Shared {
        places = List.copyOf(places);
    }

    static Shared of(String question, List<Quote> quotes) {
        return new Shared(question, quotes.stream().map(Quote::place).toList());
    }

    /** As a button's value: as many of the places, best first, as fit. */
    String toValue() {
        for (int kept = places.size(); kept > 0; kept--) {
            String value = json(kept);
            if (value.length() <= MAX_VALUE) {
                return value;
            }
        }
        return json(0);
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
                    : Optional.of(new Shared(json.path("q").asText(), places));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String json(int kept) {
        ObjectNode json = SlackMessage.JSON.createObjectNode().put("q", question);
        ArrayNode list = json.putArray("p");
        for (Quote.Place place : places.subList(0, kept)) {
            list.addArray()
                    .add(place.article())
                    .add(place.span().start())
                    .add(place.span().end());
        }
        return json.toString();
    }
}
