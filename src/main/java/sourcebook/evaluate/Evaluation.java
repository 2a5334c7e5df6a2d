package sourcebook.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sourcebook.answer.Answering;
import sourcebook.index.baseline.PlainBm25;
import sourcebook.model.Article;

/** Asks all questions of a set, of us and of plain BM25, one after the other so that the times are true. */
public final class Evaluation {
    private final QuestionSet set;
    private final Progress progress;

    public Evaluation(QuestionSet set, Progress progress) {
        this.set = set;
        this.progress = progress;
    }

    /** Told after each question. */
    public interface Progress {
        void asked(int done, int all);
    }

    /** Compares; the leases must be on an index of the set's corpus. */
    public Comparison run(Answering.Leases leases) throws IOException {
        Map<String, Article> corpus = set.articles();
        boolean articles = set.asksForArticles();
        Marking marking = new Marking(corpus);
        try (PlainBm25 plain = new PlainBm25(corpus.values())) {
            Contestant ours = new Ours(leases, articles);
            Contestant baseline = new Baseline(plain, articles);
            return asked(ours, baseline, marking);
        }
    }

    private Comparison asked(Contestant ours, Contestant baseline, Marking marking) throws IOException {
        List<Outcome> left = new ArrayList<>();
        List<Outcome> right = new ArrayList<>();
        for (QuestionSet.Question question : set.questions()) {
            left.add(marking.mark(question, ours.ask(question)));
            right.add(marking.mark(question, baseline.ask(question)));
            progress.asked(left.size(), set.questions().size());
        }
        return new Comparison(set.name(), set.split(), set.asksForArticles(), left, right);
    }
}
