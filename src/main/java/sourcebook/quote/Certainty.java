package sourcebook.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.model.search.Candidates.Common;
import sourcebook.model.search.Candidates.Term;
import sourcebook.quote.Chooser.Choice;

/**
 * What can be said in numbers about whether the best candidate answers at all: its own features, how far it stands out,
 * what of the question no candidate covers, and whether what comes near is of one article or of many: what is asked off
 * the topic has something in common with a little of everything. Raw cosines and shares, never ranks, for ranks say nothing
 * of how good the best is.
 */
public final class Certainty {
    private static final List<String> OF_QUESTION = List.of(
            "margin",
            "prominence",
            "score",
            "unknown-words",
            "unknown-names",
            "others-in-sentence",
            "others-anywhere",
            "names-share",
            "figures-lacking",
            "first-word",
            "second-word",
            "nearest-in-article",
            "best-in-article",
            "article-prominence",
            "meaning-above",
            "above-fifth",
            "above-twentieth");

    /** The names of the features, in their order. */
    public static final List<String> NAMES = names();

    private static final double MOST = 10;
    private static final int FEW = 10;
    private static final int FIFTH = 5;
    private static final int TWENTIETH = 20;

    private final List<Choice> ranked;
    private final List<Term> terms;
    private final Choice best;
    private final Worded worded;

    private Certainty(List<Choice> ranked, List<Term> terms, Worded worded) {
        this.ranked = ranked;
        this.terms = terms;
        this.best = ranked.getFirst();
        this.worded = worded;
    }

    /**
     * The features of the best candidate.
     *
     * @param ranked the candidates that were looked at, the best first; at least one
     * @param terms of the question
     * @param worded the question and the best candidate in words
     */
    public static double[] of(List<Choice> ranked, List<Term> terms, Worded worded) {
        return new Certainty(ranked, terms, worded).row();
    }

    private double[] row() {
        Common common = best.candidate().common();
        int anywhere = common.inSentence() | common.inTitle() | common.inPassage();
        double[] own = best.features();
        double[] ofQuestion = {
            above(1),
            1 / mass(choice -> true),
            best.score(),
            1 - share(term -> true, bits(Term::known)),
            1 - share(Term::name, bits(Term::known)),
            share(term -> !term.name(), common.inSentence()),
            share(term -> !term.name(), anywhere),
            share(term -> true, bits(Term::name)),
            1 - share(Certainty::figure, common.inSentence() | common.inTitle()),
            word(0, common.inSentence() | common.inTitle()),
            word(1, common.inSentence() | common.inTitle()),
            together(Comparator.comparingDouble(choice -> -choice.candidate().meaning())),
            together(Comparator.comparingDouble(choice -> -choice.score())),
            mass(this::besides) / mass(choice -> true),
            meaningAbove(),
            above(FIFTH),
            above(TWENTIETH)
        };
        double[] row = Arrays.copyOf(own, NAMES.size());
        System.arraycopy(ofQuestion, 0, row, own.length, ofQuestion.length);
        double[] ofWords = worded.features();
        System.arraycopy(ofWords, 0, row, own.length + ofQuestion.length, ofWords.length);
        return row;
    }

    /** By how much the best is better than the one so many places behind it, or the last. */
    private double above(int places) {
        return ranked.size() == 1
                ? MOST
                : best.score() - ranked.get(Math.min(places, ranked.size() - 1)).score();
    }

    /** What some of the candidates weigh by softmax, where the best weighs one. */
    private double mass(Predicate<Choice> counted) {
        return ranked.stream()
                .filter(counted)
                .mapToDouble(choice -> Math.exp(choice.score() - best.score()))
                .sum();
    }

    /** How many of the first few in some order are of the best one's article. */
    private double together(Comparator<Choice> order) {
        List<Choice> first = ranked.stream().sorted(order).limit(FEW).toList();
        return first.stream().filter(this::besides).count() / (double) first.size();
    }

    /** Whether the question's first or second word that is no name is there: it is often what was asked for, "how many beds". */
    private double word(int number, int bits) {
        List<Term> words = terms.stream().filter(term -> !term.name()).toList();
        return number >= words.size() || (bits & 1 << terms.indexOf(words.get(number))) != 0 ? 1 : 0;
    }

    private static boolean figure(Term term) {
        return term.text().chars().anyMatch(Character::isDigit);
    }

    private boolean besides(Choice other) {
        return article(other.candidate()) == article(best.candidate());
    }

    private static int article(Candidate candidate) {
        return candidate.article().document();
    }

    /** By how many standard deviations the best one's cosine is above the candidates' mean. */
    private double meaningAbove() {
        double[] cosines = ranked.stream()
                .mapToDouble(choice -> choice.candidate().meaning())
                .toArray();
        double mean = Arrays.stream(cosines).average().orElse(0);
        double variance = Arrays.stream(cosines)
                .map(cosine -> (cosine - mean) * (cosine - mean))
                .average()
                .orElse(0);
        return (best.candidate().meaning() - mean) / (Math.sqrt(variance) + 0.001);
    }

    private int bits(Predicate<Term> counted) {
        int bits = 0;
        for (int i = 0; i < terms.size(); i++) {
            bits |= counted.test(terms.get(i)) ? 1 << i : 0;
        }
        return bits;
    }

    /** What share of the weight of some terms those with the bits have; all of it where there are none. */
    private double share(Predicate<Term> counted, int bits) {
        double all = 0;
        double part = 0;
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (counted.test(term)) {
                all += term.weight();
                part += (bits & 1 << i) != 0 ? term.weight() : 0;
            }
        }
        return all == 0 ? 1 : part / all;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(Features.NAMES);
        names.addAll(OF_QUESTION);
        names.addAll(Worded.NAMES);
        return List.copyOf(names);
    }
}
