package sourcebook.library.report;

import java.io.IOException;
import java.util.List;
import sourcebook.model.Quote;

/** Answers that people shared or liked: a reindex reports those of their quotes that it loses. */
public interface KeptQuotes {
    /** Nothing is kept. */
    KeptQuotes NONE = List::of;

    /**
     * The quotes, the latest first; each costs a look-up, so at most some thousands.
     *
     * @throws IOException if they cannot be read; the reindex then says so and goes on
     */
    List<Kept> quotes() throws IOException;

    /** Quotes of which no more is known than where they stood. */
    static List<Kept> of(String question, List<Quote.Place> places) {
        return places.stream().map(place -> new Kept(question, place)).toList();
    }

    /** A quote's place, and the question whose answer it was. */
    record Kept(String question, Quote.Place place) {}
}
