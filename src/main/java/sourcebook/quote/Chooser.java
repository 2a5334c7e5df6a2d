package sourcebook.quote;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.AnswerKind;
import sourcebook.model.Candidates;
import sourcebook.model.Candidates.Candidate;
import sourcebook.model.Candidates.Term;

/**
 * Ranks candidate sentences: by how much of the question stands in the sentence itself, in its title and in the
 * passage around it, each term by its rarity, and by whether the sentence states the kind of answer that is asked for.
 * Pure; safe for many threads.
 */
public final class Chooser {
    /** What a term is worth where it stands, a term of the sentence itself being worth 1. */
    private static final double TITLE = 0.75;

    private static final double PASSAGE = 0.2;

    /** What the asked kind of answer is worth, all terms together being worth 1. */
    private static final double KIND = 0.15;

    /** What the passage's own retrieval score is worth, the best passage's being 1. */
    private static final double RETRIEVAL = 0.25;

    /** Confidence is a logistic curve over coverage: one half at MIDDLE, steeper with SLOPE. */
    private static final double MIDDLE = 0.56;

    private static final double SLOPE = 14;
    private static final double KIND_MISSING = 0.04;

    private Chooser() {}

    /**
     * A candidate with its rank.
     *
     * @param score comparable within one question
     * @param confidence from 0 to 1, comparable between questions
     */
    public record Choice(Candidate candidate, double score, double confidence) {}

    /** All candidates, best first. */
    public static List<Choice> rank(Candidates candidates, @Nullable AnswerKind wanted) {
        Weights weights = new Weights(candidates);
        return candidates.sentences().stream()
                .map(candidate -> choice(candidate, weights, wanted))
                .sorted(Comparator.comparing(Choice::score).reversed())
                .toList();
    }

    private static Choice choice(Candidate candidate, Weights weights, @Nullable AnswerKind wanted) {
        boolean stated = wanted == null || candidate.kinds().contains(wanted);
        double coverage = weights.coverage(candidate);
        double score =
                coverage + (wanted != null && stated ? KIND : 0) + RETRIEVAL * candidate.score() / weights.bestPassage;
        return new Choice(candidate, score, confidence(coverage, stated));
    }

    private static double confidence(double coverage, boolean stated) {
        return 1 / (1 + Math.exp(-SLOPE * (coverage - (stated ? 0 : KIND_MISSING) - MIDDLE)));
    }

    /** The question's terms by weight, and the best passage's score. */
    private static final class Weights {
        private final double[] each;
        private final double sum;
        private final double bestPassage;

        Weights(Candidates candidates) {
            each = candidates.terms().stream().mapToDouble(Term::weight).toArray();
            sum = candidates.terms().stream().mapToDouble(Term::weight).sum();
            bestPassage = candidates.sentences().stream()
                    .mapToDouble(Candidate::score)
                    .max()
                    .orElse(1);
        }

        /** The share of the question that the candidate covers, from 0 to 1. */
        double coverage(Candidate candidate) {
            double covered = 0;
            for (int i = 0; i < each.length; i++) {
                covered += each[i] * worth(candidate, 1 << i);
            }
            return covered / sum;
        }

        private static double worth(Candidate candidate, int bit) {
            if ((candidate.inSentence() & bit) != 0) {
                return 1;
            }
            if ((candidate.inTitle() & bit) != 0) {
                return TITLE;
            }
            return (candidate.inPassage() & bit) != 0 ? PASSAGE : 0;
        }
    }
}
