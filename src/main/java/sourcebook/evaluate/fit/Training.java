package sourcebook.evaluate.fit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import sourcebook.quote.Worded;

/** Gathers the candidates of many questions, judged, and fits a model to them. For one thread. */
public final class Training {
    private static final int RANKING_TREES = 100;
    private static final int CERTAINTY_TREES = 200;

    /** Certainty is learnt from rankings of questions that the ranking was not fitted to: each of so many parts in turn. */
    private static final int FOLDS = 4;

    private final boolean embedded;
    private final List<Seen> seen = new ArrayList<>();

    /** With {@code fold} the same for all questions on one article, so that none is judged by what its article taught. */
    private record Seen(
            String set,
            Candidates candidates,
            List<Worded> worded,
            boolean answerable,
            boolean scoped,
            int fold,
            Fit.Listed listed) {
        /** The candidates as a ranking orders them, the best first; their numbers are places in the list. */
        List<Integer> order(double[] scores) {
            return IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                    .toList();
        }
    }

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
            List<Choice> kept = Chooser.first(
                    found, asked, Model.inUse(embedded, asked.scoped()).weights());
            if (!kept.isEmpty()) {
                Candidates looked = new Candidates(
                        found.terms(), kept.stream().map(Choice::candidate).toList());
                List<Quote> quotes = quotes(kept, index);
                List<Worded> worded = quotes.stream()
                        .map(quote -> new Worded(
                                question.text(), quote.text(), quote.citation().title()))
                        .toList();
                Fit.Listed judged =
                        judged(kept, quotes, one, 1_000.0 / set.questions().size());
                seen.add(
                        new Seen(set.name(), looked, worded, one.answerable(), one.scope() != null, fold(one), judged));
            }
        }
    }

    private static int fold(QuestionSet.Question one) {
        String relevant = one.relevant().stream().sorted().findFirst().orElse(one.id());
        return Math.floorMod((one.scope() == null ? relevant : one.scope()).hashCode(), FOLDS);
    }

    /**
     * A model, and what it is worth.
     *
     * @param report for each set what it is worth on questions on articles that were left out of the fitting
     */
    public record Fitted(Model model, List<String> report) {}

    /**
     * The model that fits what was added best.
     *
     * @param scoped whether it is for questions put to one article
     */
    public Fitted fit(boolean scoped) {
        List<Seen> all = seen.stream().filter(one -> one.scoped == scoped).toList();
        List<Outcomes> folds =
                IntStream.range(0, FOLDS).mapToObj(fold -> outcomes(all, fold)).toList();
        OutOfFold worth = new OutOfFold();
        for (Outcomes fold : folds) {
            Trees certainty = certainty(folds.stream().filter(other -> other != fold));
            fold.tried(certainty).forEach(worth::add);
        }
        Ranking ranking = ranking(all);
        Model model = new Model(ranking.weights, ranking.trees, certainty(folds.stream()));
        return new Fitted(model, worth.report());
    }

    private static Trees certainty(Stream<Outcomes> folds) {
        return Fit.certainty(folds.flatMap(fold -> fold.outcomes.stream()).toList(), CERTAINTY_TREES, 5);
    }

    /** The questions of one fold, ranked by what was learnt from the others. */
    private record Outcomes(List<Seen> questions, List<Fit.Outcome> outcomes) {
        List<OutOfFold.Tried> tried(Trees certainty) {
            List<OutOfFold.Tried> tried = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                Seen one = questions.get(i);
                Fit.Outcome outcome = outcomes.get(i);
                double confidence = 1 / (1 + Math.exp(-certainty.sum(outcome.row())));
                tried.add(new OutOfFold.Tried(
                        one.set, one.answerable, one.listed.hasRight(), outcome.right(), confidence));
            }
            return tried;
        }
    }

    private static Outcomes outcomes(List<Seen> all, int fold) {
        Ranking ranking = ranking(all.stream().filter(one -> one.fold != fold).toList());
        List<Seen> questions = all.stream().filter(one -> one.fold == fold).toList();
        return new Outcomes(
                questions, questions.stream().map(one -> outcome(one, ranking)).toList());
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
        double[] scores =
                seen.listed.rows().stream().mapToDouble(ranking::score).toArray();
        List<Integer> order = seen.order(scores);
        List<Choice> ranked = order.stream()
                .map(i -> new Choice(
                        seen.candidates.sentences().get(i), seen.listed.rows().get(i), scores[i]))
                .toList();
        int best = order.getFirst();
        double[] row = Certainty.of(ranked, seen.candidates.terms(), seen.worded.get(best));
        return new Fit.Outcome(row, seen.listed.right()[best], seen.listed.weight());
    }

    private static Fit.Listed judged(List<Choice> kept, List<Quote> quotes, QuestionSet.Question asked, double weight) {
        boolean[] right = new boolean[kept.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = Judge.right(quotes.get(i), asked);
        }
        return new Fit.Listed(kept.stream().map(Choice::features).toList(), right, weight);
    }

    private static List<Quote> quotes(List<Choice> kept, Lease index) throws IOException {
        List<Quote> quotes = new ArrayList<>();
        for (Choice choice : kept) {
            quotes.add(quote(choice.candidate(), index));
        }
        return quotes;
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
