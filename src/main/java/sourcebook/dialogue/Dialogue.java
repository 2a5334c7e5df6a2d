package sourcebook.dialogue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import sourcebook.answer.Answering;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.question.Questions;

/**
 * The one way in for whatever a person says to Sourcebook, on every platform. Safe for many threads.
 *
 * <p>Every method throws {@link Answering.NotReady} before the first index is served.
 */
public final class Dialogue {
    /** So many quotes are shown at a time. */
    public static final int QUOTES = 3;

    private static final int EXAMPLES = 3;

    private final Answering answering;
    private final Subjects subjects;
    private final Audiences audiences;
    private final Register register;

    public Dialogue(Answering answering, Subjects subjects, Audiences audiences, Register register) {
        this.answering = answering;
        this.subjects = subjects;
        this.audiences = audiences;
        this.register = register;
    }

    /** Answers what was said, whatever it is. */
    public Response hear(Utterance said) throws IOException {
        String text = Questions.clean(said.text());
        return text.isEmpty() || text.equalsIgnoreCase("help") ? help(said) : answered(said, 0);
    }

    /**
     * Further quotes of an answer.
     *
     * @param said the question of the answer's {@link Reply}, with who asks for more of it and where
     * @param page from 1
     */
    public Response more(Utterance said, int page) throws IOException {
        return answered(said, page);
    }

    /** The commands, and examples that can be answered here. */
    public Response.Help help(Utterance said) throws IOException {
        return new Response.Help(List.of(), answering.examples(EXAMPLES));
    }

    /** The paragraph around a quote that was shown; empty where the corpus no longer has it there, or not for this place. */
    public Optional<Context> context(Utterance said, Quote.Place place) throws IOException {
        return answering.again(List.of(place)).stream().findFirst().map(quote -> new Context(quote, quote));
    }

    /** The quotes at places that were shown, as far as the corpus still has them and they may be seen here. */
    public List<Quote> again(Utterance said, List<Quote.Place> places) throws IOException {
        return answering.again(places);
    }

    private Response answered(Utterance said, int page) throws IOException {
        Reply reply = answering.ask(said.text(), null, QUOTES);
        return new Response.Answered(reply, null, page, false, List.of());
    }
}
