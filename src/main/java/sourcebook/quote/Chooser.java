package sourcebook.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.model.search.Candidates.Common;

/** Ranks candidate sentences and says how sure the best is. Pure; safe for many threads. */
public final class Chooser {
    /** The trees look at so many candidates; those that the first ranking puts behind are hardly ever right. */
    public static final int LOOKED_AT = 60;

    /**
     * What is left of the confidence where the question names somebody whom no article names. The question sets that the
     * trees were fitted to hardly have such questions; people ask them all the time.
     */
    private static final double UNKNOWN_NAME = 0.5;

    private Chooser() {}

    /**
     * A candidate with its rank.
     *
     * @param features its row of {@link Features}
     * @param score comparable within one question
     */
    public record Choice(Candidate candidate, double[] features, double score) {}

    /** Ranks by a model: at most {@link #LOOKED_AT}, best first. */
    public static List<Choice> rank(Candidates candidates, Asked asked, Model model) {
        List<Choice> best = new ArrayList<>();
        for (Choice choice : first(candidates, asked, model.weights())) {
            double score = choice.score + model.ranking().sum(choice.features);
            best.add(new Choice(choice.candidate, choice.features, score));
        }
        best.sort(Comparator.comparingDouble(Choice::score).reversed());
        return best;
    }

    /**
     * How sure it is that the first of some choices answers, from 0 to 1: of answers given at 0.8, about 80 % are right.
     *
     * @param ranked at least one
     * @param worded the question and the first choice in words
     */
    public static double confidence(List<Choice> ranked, Candidates candidates, Model model, Worded worded) {
        if (nothingInCommon(ranked.getFirst().candidate())) {
            return 0;
        }
        double[] row = Certainty.of(ranked, candidates.terms(), worded);
        double confidence = 1 / (1 + Math.exp(-model.certainty().sum(row)));
        return unknownName(candidates) ? confidence * UNKNOWN_NAME : confidence;
    }

    /** The first ranking, by weights alone: at most {@link #LOOKED_AT}, best first. */
    public static List<Choice> first(Candidates candidates, Asked asked, Weights weights) {
        List<double[]> rows = Features.of(candidates, asked);
        List<Choice> choices = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            choices.add(new Choice(candidates.sentences().get(i), rows.get(i), weights.sum(rows.get(i))));
        }
        choices.sort(Comparator.comparingDouble(Choice::score).reversed());
        return choices.subList(0, Math.min(LOOKED_AT, choices.size()));
    }

    private static boolean nothingInCommon(Candidate candidate) {
        Common common = candidate.common();
        return (common.inSentence() | common.inTitle() | common.inPassage()) == 0 && candidate.meaning() == 0;
    }

    private static boolean unknownName(Candidates candidates) {
        return candidates.terms().stream().anyMatch(term -> term.name() && !term.known());
    }
}
