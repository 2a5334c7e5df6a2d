package sourcebook.evaluate.fit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import sourcebook.answer.Desk;
import sourcebook.evaluate.Judge;
import sourcebook.evaluate.QuestionSet;
import sourcebook.index.Lease;
import sourcebook.model.Candidates;
import sourcebook.question.Question;
import sourcebook.question.Questions;
import sourcebook.quote.Asked;
import sourcebook.quote.Certainty;
import sourcebook.quote.Chooser;
import sourcebook.quote.Chooser.Choice;
import sourcebook.quote.Features;
import sourcebook.quote.Model;
import sourcebook.quote.Trees;
import sourcebook.quote.Weights;

/** Gathers the candidates of many questions, judged, and fits a model to them. For one thread. */
public final class Training {
    private static final int RANKING_TREES = 100;
    private static final int CERTAINTY_TREES = 80;

    /** Certainty is learnt from rankings of questions that the ranking was not fitted to: each of so many parts in turn. */
    private static final int FOLDS = 4;

    private final boolean embedded;
    private final List<Seen> seen = new ArrayList<>();

    private record Seen(String set, Candidates candidates, boolean answerable, Fit.Listed listed) {}

    /** A first ranking and the trees on top of it. */
    private record Ranking(Weights weights, Trees trees) {
        double score(double[] row) {
            return weights.sum(row) + trees.sum(row);
        }
    }

    /** With {@code embedded} false the vectors are left out of account, for a model that goes by words alone. */
    public Training(boolean embedded) {
        this.embedded = embedded;
    }

    /** Asks a set's questions of an index that holds its corpus. Every set weighs the same, however large. */
    public void add(QuestionSet set, Lease index) throws IOException {
        for (QuestionSet.Question one : set.questions()) {
            Question question = Questions.read(one.text(), index.names(), one.scope());
            Candidates found = blinded(index.search(Desk.query(question)));
            Asked asked = Desk.asked(question);
            List<Choice> kept =
                    Chooser.first(found, asked, Model.inUse(embedded).weights());
            if (!kept.isEmpty()) {
                Candidates terms = new Candidates(found.terms(), List.of());
                Fit.Listed judged =
                        judged(kept, one, index, 1_000.0 / set.questions().size());
                seen.add(new Seen(set.name(), terms, one.answerable(), judged));
            }
        }
    }

    /** The model that fits what was added best. */
    public Model fit() {
        List<Fit.Outcome> outcomes = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Seen> shifted = new ArrayList<>(seen);
            Collections.rotate(shifted, fold);
            Ranking ranking = ranking(Fit.part(shifted, FOLDS, false));
            Fit.part(shifted, FOLDS, true).forEach(one -> outcomes.add(outcome(one, ranking)));
        }
        Ranking ranking = ranking(seen);
        Trees certainty = Fit.certainty(outcomes, CERTAINTY_TREES, 20);
        return new Model(ranking.weights, ranking.trees, certainty);
    }

    /** What a model would do on questions that it was not fitted to, a line for each set. */
    public List<String> crossValidated() {
        TreeMap<String, double[]> bySet = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Seen> shifted = new ArrayList<>(seen);
            Collections.rotate(shifted, fold);
            Ranking ranking = ranking(Fit.part(shifted, FOLDS, false));
            for (Seen one : Fit.part(shifted, FOLDS, true)) {
                double[] counts = bySet.computeIfAbsent(one.set, set -> new double[3]);
                counts[0] += one.answerable ? 1 : 0;
                counts[1] += outcome(one, ranking).right() ? 1 : 0;
                counts[2] += one.listed.hasRight() ? 1 : 0;
            }
        }
        return bySet.entrySet().stream()
                .map(set -> String.format(
                        Locale.ROOT,
                        "%s: right first %.3f, among the candidates %.3f of %.0f answerable",
                        set.getKey(),
                        set.getValue()[1] / set.getValue()[0],
                        set.getValue()[2] / set.getValue()[0],
                        set.getValue()[0]))
                .toList();
    }

    private static Ranking ranking(List<Seen> seen) {
        List<Fit.Listed> usable =
                seen.stream().map(Seen::listed).filter(Fit.Listed::hasRight).toList();
        Weights weights = new Weights(Fit.weights(usable, Features.NAMES.size()));
        double[] scores = usable.stream()
                .flatMap(one -> one.rows().stream())
                .mapToDouble(weights::sum)
                .toArray();
        return new Ranking(weights, Fit.ranking(usable, scores, RANKING_TREES, 5));
    }

    private static Fit.Outcome outcome(Seen seen, Ranking ranking) {
        List<double[]> rows = seen.listed.rows();
        List<Double> scores = rows.stream().map(ranking::score).toList();
        int best = scores.indexOf(Collections.max(scores));
        List<Double> sorted = scores.stream().sorted(Comparator.reverseOrder()).toList();
        double[] row = Certainty.of(rows.get(best), sorted, seen.candidates);
        return new Fit.Outcome(row, seen.listed.right()[best], seen.listed.weight());
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
