package sourcebook.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Desk;
import sourcebook.index.Lease;
import sourcebook.model.AnswerKind;
import sourcebook.model.Candidates;
import sourcebook.question.Question;
import sourcebook.question.Questions;
import sourcebook.quote.Certainty;
import sourcebook.quote.Chooser;
import sourcebook.quote.Chooser.Choice;
import sourcebook.quote.Features;
import sourcebook.quote.Weights;

/** Gathers the candidates of many questions, judged, and fits the weights to them. For one thread. */
public final class Training {
    /** Candidates kept of each question: those that the weights in use put first. */
    private static final int KEPT = 60;

    private final boolean embedded;
    private final List<Seen> seen = new ArrayList<>();

    private record Seen(Candidates candidates, @Nullable AnswerKind wanted, Fit.Listed listed) {}

    /** With {@code embedded} false the vectors are left out of account, for weights that go by words alone. */
    public Training(boolean embedded) {
        this.embedded = embedded;
    }

    /** Asks a set's questions of an index that holds its corpus. Every set weighs the same. */
    public void add(QuestionSet set, Lease index) throws IOException {
        for (QuestionSet.Question asked : set.questions()) {
            Question question = Questions.read(asked.text(), index.names(), asked.scope());
            Candidates found = blinded(index.search(Desk.query(question)));
            List<Choice> best = Chooser.rank(found, question.wanted(), embedded).best();
            List<Choice> kept = best.subList(0, Math.min(KEPT, best.size()));
            if (!kept.isEmpty()) {
                Candidates few = new Candidates(
                        found.terms(), kept.stream().map(Choice::candidate).toList());
                double weight = 1.0 / set.questions().size();
                seen.add(new Seen(few, question.wanted(), judged(kept, asked, index, weight)));
            }
        }
    }

    /** The weights that fit what was added best. */
    public Weights fit() {
        double[] rank = Fit.ranking(seen.stream().map(Seen::listed).toList(), Features.NAMES.size());
        double[] none = new double[Certainty.NAMES.size()];
        Weights ranking = new Weights(rank, none, 0);
        double[] certainty =
                Fit.certainty(seen.stream().map(one -> outcome(one, ranking)).toList(), Certainty.NAMES.size());
        double bias = certainty[certainty.length - 1];
        return new Weights(rank, java.util.Arrays.copyOf(certainty, none.length), bias);
    }

    private static Fit.Outcome outcome(Seen seen, Weights weights) {
        List<double[]> rows = seen.listed.rows();
        int best = 0;
        List<Double> scores = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            scores.add(score(rows.get(i), weights));
            best = scores.get(i) > scores.get(best) ? i : best;
        }
        List<Double> sorted =
                scores.stream().sorted(java.util.Comparator.reverseOrder()).toList();
        double[] row = Certainty.of(rows.get(best), sorted, seen.candidates, seen.wanted);
        return new Fit.Outcome(row, seen.listed.right()[best], seen.listed.weight());
    }

    private static double score(double[] row, Weights weights) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * weights.rank()[i];
        }
        return sum;
    }

    private static Fit.Listed judged(List<Choice> kept, QuestionSet.Question asked, Lease index, double weight)
            throws IOException {
        boolean[] right = new boolean[kept.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = Judge.right(index.quote(kept.get(i).candidate(), 0), asked);
        }
        return new Fit.Listed(kept.stream().map(Choice::features).toList(), right, weight);
    }

    private Candidates blinded(Candidates found) {
        return embedded
                ? found
                : new Candidates(
                        found.terms(),
                        found.sentences().stream()
                                .map(Candidates.Candidate::withoutMeaning)
                                .toList());
    }
}
