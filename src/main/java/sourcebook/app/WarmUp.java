package sourcebook.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sourcebook.answer.Answering;
import sourcebook.answer.Desk;
import sourcebook.model.Citation;

/**
 * Questions that a fresh process puts to itself before it counts as ready: the first person must not wait until classes,
 * code and files are loaded.
 */
final class WarmUp {
    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());
    private static final int ARTICLES = 20;
    private static final int ROUNDS = 10;
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Answering answering;
    private volatile boolean done;

    WarmUp(Answering answering) {
        this.answering = answering;
    }

    /** Why the service is not ready; empty when this is over. */
    Optional<String> pending() {
        return done ? Optional.empty() : Optional.of("the server is warming up");
    }

    /** Asks, for a few seconds at most; what fails here is told to the first who asks, and keeps nobody from asking. */
    void run() {
        try {
            ask();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The server could not be warmed up: " + e.getMessage());
        } finally {
            done = true;
        }
    }

    private void ask() throws IOException {
        long start = System.nanoTime();
        List<String> questions = questions();
        for (int i = 0; i < ROUNDS * questions.size() && System.nanoTime() - start < LONGEST.toNanos(); i++) {
            answering.ask(questions.get(i % questions.size()), null, Desk.DEEPEST);
        }
    }

    /** In the corpus' own words, so that its files are read. */
    private List<String> questions() throws IOException {
        List<String> questions = new ArrayList<>(answering.examples(ARTICLES));
        for (Citation article : answering.read(sources -> sources.articles(ARTICLES))) {
            questions.add("Who said what about " + article.title() + ", and when?");
        }
        return questions;
    }
}
