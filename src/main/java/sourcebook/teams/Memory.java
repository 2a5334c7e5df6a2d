package sourcebook.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sourcebook.journal.Feedback;
import sourcebook.journal.Journal;
import sourcebook.model.Answer.Found;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.Span;
import sourcebook.model.contract.Source.Said;
import sourcebook.teams.wire.Room;

/** What of Teams outlives a restart, in the journal. Safe for many threads; one process writes it. */
final class Memory {
    /** Stands behind the id of a question, where that is not the id of a message of ours. */
    private static final String ANSWER = "#answer";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Journal journal;

    Memory(Journal journal) {
        this.journal = journal;
    }

    /** Whether a delivery is seen for the first time; of many who ask at once, one is told so. */
    boolean first(String delivery) throws IOException {
        return journal.deliveries().first(delivery);
    }

    /** Takes a delivery for not seen, for it will be sent again. */
    void unseen(String delivery) throws IOException {
        journal.deliveries().forget(delivery);
    }

    /** Keeps which message of ours answers which of theirs, for when theirs is edited. */
    void answered(String question, String answer) throws IOException {
        journal.answers().put(question + ANSWER, answer);
    }

    /** The message of ours that answers one of theirs; empty where none is known. */
    Optional<String> answer(String question) throws IOException {
        return journal.answers().find(question + ANSWER);
    }

    /**
     * Keeps how to reach a conversation, as it was told last.
     *
     * @return whether nothing was known of it; of many who say so at once, one is told true
     */
    synchronized boolean keep(Room room) throws IOException {
        Optional<String> known = journal.references().find(room.id());
        if (!known.equals(Optional.of(room.written()))) {
            journal.references().put(room.id(), room.written());
        }
        return known.isEmpty();
    }

    synchronized void forget(Room room) throws IOException {
        journal.references().delete(room.id());
    }

    /** How to reach all conversations that are known. */
    List<Room> rooms() throws IOException {
        List<Room> rooms = new ArrayList<>();
        for (String id : journal.references().ids()) {
            journal.references().find(id).flatMap(Room::read).ifPresent(rooms::add);
        }
        return rooms;
    }

    /** Keeps which quotes a message of ours showed, by places; neither the question nor who asked. */
    void showed(String message, Reply reply) throws IOException {
        if (reply.answer() instanceof Found found) {
            ObjectNode json = JSON.createObjectNode().put("generation", reply.generation());
            ArrayNode places = json.putArray("places");
            for (Quote.Place place : places(found)) {
                places.addArray()
                        .add(place.article())
                        .add(place.span().start())
                        .add(place.span().end());
            }
            journal.answers().put(message, json.toString());
        }
    }

    /** Keeps what somebody of a tenant thought of a message of ours, if it is known which quotes it showed. */
    void thought(String message, String tenant, boolean helpful) throws IOException {
        Optional<String> shown = journal.answers().find(message);
        if (shown.isEmpty()) {
            return;
        }
        JsonNode json = JSON.readTree(shown.get());
        List<Quote.Place> places = new ArrayList<>();
        for (JsonNode place : json.path("places")) {
            Span span = new Span(place.path(1).asInt(), place.path(2).asInt());
            places.add(new Quote.Place(place.path(0).asText(), span));
        }
        long generation = json.path("generation").asLong();
        journal.feedback().add(new Feedback.Opinion("teams", tenant, helpful, "", places, generation));
    }

    private static List<Quote.Place> places(Found found) {
        List<Quote.Place> places = new ArrayList<>();
        for (Evidence evidence : found.evidence()) {
            switch (evidence) {
                case Quote quote -> places.add(quote.place());
                case Fact fact -> {
                    if (fact.source() instanceof Said said) {
                        places.add(said.quote().place());
                    }
                }
            }
        }
        return places;
    }
}
