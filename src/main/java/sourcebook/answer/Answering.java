package sourcebook.answer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.index.Lease;
import sourcebook.model.Answer;
import sourcebook.model.Article;
import sourcebook.model.Generation;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.audience.Clearance;
import sourcebook.question.Question;
import sourcebook.question.Questions;
import sourcebook.question.Saying;

/**
 * What the chat platforms and pages ask: takes a lease for each call, so that one reply comes from one generation, and
 * times it. Safe for many threads.
 */
public final class Answering {
    private final Leases leases;
    private final Clearance clearance;

    /** Lends the generation that is served now. */
    public interface Leases {
        Optional<Lease> lease() throws IOException;
    }

    /** There is no generation yet: the first index is being built. */
    public static final class NotReady extends IOException {
        private NotReady() {
            super("the first index is still being built; ask again in a moment");
        }
    }

    /** Answers from what is public. */
    public Answering(Leases leases) {
        this(leases, Clearance.PUBLIC);
    }

    private Answering(Leases leases, Clearance clearance) {
        this.leases = leases;
        this.clearance = clearance;
    }

    /** The same for somebody who may see so much: nothing else is quoted, cited, counted or suggested. */
    public Answering seenBy(Clearance eyes) {
        return new Answering(leases, eyes);
    }

    /**
     * Answers what somebody typed.
     *
     * @param scope the id of the one article to answer from, null for all
     * @param limit how many quotes at most, from 1 to {@link Desk#MAX_QUOTES}
     * @throws NotReady before the first generation is served
     */
    public Reply ask(String typed, @Nullable String scope, int limit) throws IOException {
        long start = System.nanoTime();
        try (Lease lease = lease()) {
            String text = Questions.clean(typed);
            Answer answer = scope == null ? Scoping.ask(text, lease, limit) : Corrected.ask(text, scope, lease, limit);
            return reply(text, answer, lease, start);
        }
    }

    /** The words of one speaker and of nobody else. */
    public Reply said(Saying saying, int limit) throws IOException {
        long start = System.nanoTime();
        try (Lease lease = lease()) {
            Question question = Questions.read(saying.question(), lease.names(), null);
            return reply(question.text(), SpeakersWords.askOnly(question, saying, lease, limit), lease, start);
        }
    }

    private static Reply reply(String text, Answer answer, Lease lease, long start) {
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new Reply(text, answer, lease.generation().number(), millis);
    }

    /** Lends the sources, for comparing words with them; what comes back must be read by then. */
    public <T> T read(Sources.Reading<T> reading) throws IOException {
        try (Lease lease = lease()) {
            return reading.read(new Sources(lease));
        }
    }

    /** The quotes at places shown before, as far as the corpus still has those words there. */
    public List<Quote> again(List<Quote.Place> places) throws IOException {
        try (Lease lease = lease()) {
            return Desk.again(places, lease);
        }
    }

    /** Questions that the corpus answers now, at most {@code limit}; none where its keepers gave no examples. */
    public List<String> examples(int limit) throws IOException {
        try (Lease lease = lease()) {
            List<String> answered = new ArrayList<>();
            for (String example : lease.generation().examples()) {
                if (answered.size() < limit && answers(example, lease)) {
                    answered.add(example);
                }
            }
            return answered;
        }
    }

    /** What is being served; empty before the first generation. */
    public Optional<Generation> serving() throws IOException {
        Optional<Lease> served = leases.lease();
        if (served.isEmpty()) {
            return Optional.empty();
        }
        try (Lease lease = served.get().seenBy(clearance)) {
            return Optional.of(lease.generation());
        }
    }

    public Optional<Article> article(String id) throws IOException {
        try (Lease lease = lease()) {
            return lease.article(id);
        }
    }

    private static boolean answers(String example, Lease lease) throws IOException {
        return Desk.ask(Questions.read(example, lease.names(), null), lease, 1) instanceof Answer.Found;
    }

    private Lease lease() throws IOException {
        return leases.lease().orElseThrow(NotReady::new).seenBy(clearance);
    }
}
