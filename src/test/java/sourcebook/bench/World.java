package sourcebook.bench;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import sourcebook.answer.Answering;
import sourcebook.index.Lease;
import sourcebook.library.Library;
import sourcebook.model.Answer;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;

/**
 * What is measured: the served generation through our own doors, the same index opened by plain Lucene, and questions
 * whose answers are known to be right.
 */
final class World implements AutoCloseable {
    /** Quotes asked for, as Slack asks. */
    static final int QUOTES = 3;

    private static final int QUESTIONS = 400;
    private static final int TRIED = 1_000;

    /** Less is not an answer that is slow or fast, but a wrong one. */
    private static final double ENOUGH_RIGHT = 0.5;

    private final Prepared prepared;
    private final Library library;
    private final DirectoryReader reader;
    private final Lease lease;
    private final List<Known> questions = new ArrayList<>();

    World() throws IOException {
        prepared = Prepared.open();
        library = new Library(prepared.corpus(), prepared.state(), null, Clock.systemUTC());
        prepared.index(library);
        lease = library.lease().orElseThrow();
        reader = DirectoryReader.open(FSDirectory.open(prepared.state()
                .resolve("generations")
                .resolve(Long.toString(lease.generation().number()))));
        learn();
    }

    Prepared prepared() {
        return prepared;
    }

    Answering answering() {
        return new Answering(library::lease);
    }

    /** One lease for the whole run. */
    Lease lease() {
        return lease;
    }

    /** Plain Lucene on the same files, its query cache off as ours is. */
    IndexSearcher raw() {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        return searcher;
    }

    /** Questions that are answered, each with its answer. */
    List<Known> questions() {
        return questions;
    }

    /** What there is, in one line. */
    String summary() {
        var holdings = lease.generation().holdings();
        return holdings.articles() + " articles, " + holdings.passages() + " passages, " + holdings.sentences()
                + " sentences, " + lease.names().parties().size() + " parties, in "
                + reader.leaves().size() + " segments; " + questions.size() + " questions";
    }

    private void learn() throws IOException {
        List<Material.Asked> asked = new ArrayList<>(prepared.questions());
        Collections.shuffle(asked, new Random(1));
        int answered = 0;
        int right = 0;
        for (Material.Asked question : asked.subList(0, Math.min(TRIED, asked.size()))) {
            if (answering().ask(question.question(), null, QUOTES).answer() instanceof Answer.Found found
                    && found.notices().isEmpty()) {
                answered++;
                right += found.evidence().stream().anyMatch(e -> states(e, question.gold())) ? 1 : 0;
                if (questions.size() < QUESTIONS) {
                    questions.add(Known.of(question.question(), found, this));
                }
            }
        }
        System.out.printf("%d questions answered, %d quote the sentence that answers%n", answered, right);
        if (questions.size() < QUESTIONS || right < ENOUGH_RIGHT * answered) {
            throw new IllegalStateException("only " + right + " of " + answered + " answers are right");
        }
    }

    private static boolean states(Evidence evidence, String gold) {
        return switch (evidence) {
            case Quote quote -> quote.text().contains(gold) || gold.contains(quote.text());
            case Fact fact -> fact.text().contains(gold);
        };
    }

    @Override
    public void close() throws IOException {
        lease.close();
        reader.close();
        library.close();
    }
}
