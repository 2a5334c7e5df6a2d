package sourcebook.evaluate.fit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sourcebook.answer.Desk;
import sourcebook.evaluate.Judge;
import sourcebook.evaluate.QuestionSet;
import sourcebook.index.Lease;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.search.Candidates;
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

    /**
     * A model, and what it is worth.
     *
     * @param report for each set how many answers were right on questions that were left out of the fitting
     */
    public record Fitted(Model model, List<String> report) {}

    /** The model that fits what was added best. */
    public Fitted fit() {
        List<Fit.Outcome> outcomes = new ArrayList<>();
        Map<String, Tally> tallies = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Seen> shifted = new ArrayList<>(seen);
            Collections.rotate(shifted, fold);
            Ranking ranking = ranking(Fit.part(shifted, FOLDS, false));
            for (Seen one : Fit.part(shifted, FOLDS, true)) {
                Fit.Outcome outcome = outcome(one, ranking);
                outcomes.add(outcome);
                tallies.merge(one.set, Tally.of(one, outcome), Tally::plus);
            }
        }
        Ranking ranking = ranking(seen);
        Trees certainty = Fit.certainty(outcomes, CERTAINTY_TREES, 20);
        List<String> report = tallies.entrySet().stream()
                .map(set -> set.getKey() + ": " + set.getValue())
                .toList();
        return new Fitted(new Model(ranking.weights, ranking.trees, certainty), report);
    }

    /** How often the first candidate, or any, was right. */
    private record Tally(int answerable, int first, int any) {
        static Tally of(Seen seen, Fit.Outcome outcome) {
            return new Tally(seen.answerable ? 1 : 0, outcome.right() ? 1 : 0, seen.listed.hasRight() ? 1 : 0);
        }

        Tally plus(Tally other) {
            return new Tally(answerable + other.answerable, first + other.first, any + other.any);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "right first %.3f, among the candidates %.3f of %d answerable",
                    (double) first / answerable,
                    (double) any / answerable,
                    answerable);
        }
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
            right[i] = Judge.right(quote(kept.get(i).candidate(), index), asked);
        }
        return new Fit.Listed(kept.stream().map(Choice::features).toList(), right, weight);
    }

    /** Without its speaker, who does not matter here and takes long to find. */
    private static Quote quote(Candidates.Candidate candidate, Lease index) throws IOException {
        Passage passage = index.passage(candidate);
        return new Quote(passage, candidate.span().shifted(passage.start()), null, 0);
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
