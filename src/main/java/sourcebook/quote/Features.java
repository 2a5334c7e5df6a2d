package sourcebook.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import sourcebook.model.AnswerKind;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.model.search.Candidates.Common;
import sourcebook.model.search.Candidates.Term;

/**
 * What can be said in numbers about each candidate of one question, for ranking. All are about 0 to 1; which matters how
 * much is in a {@link Model}, fitted and not chosen by hand.
 */
public final class Features {
    private static final List<String> OF_WORDS = List.of(
            "meaning",
            "meaning-around",
            "meaning-of-passage",
            "words-in-sentence",
            "words-in-title",
            "words-in-passage",
            "names-in-sentence",
            "names-in-title",
            "names-nowhere",
            "pairs",
            "retrieval",
            "opening",
            "length",
            "heading",
            "article-length",
            "place",
            "characters",
            "density",
            "first",
            "last",
            "reach",
            "shared");

    private static final int KINDS = AnswerKind.values().length;

    /**
     * The names of the features, in their order: those of words and meaning, one for each kind that is asked for and
     * lacking, one for each kind that is asked for, and two more of the question, which tell apart what the others mean; and
     * last how the candidate stands among the others.
     */
    public static final List<String> NAMES = Stream.of(
                    OF_WORDS.stream(),
                    kinds("lacks-"),
                    kinds("asks-"),
                    Stream.of("scoped", "interrogative", "terms"),
                    Standing.NAMES.stream())
            .flatMap(names -> names)
            .toList();

    /** Cosines of this model lie between about 0.7, for nothing in common, and 0.95. */
    private static final double LEAST_COSINE = 0.7;

    private static final double COSINE_RANGE = 0.25;
    private static final double LONG = 60;
    private static final int HEADING = 4;
    private static final double MANY_CHARACTERS = 400;
    private static final double MANY_SENTENCES = 1_000;
    private static final double MANY_TERMS = 20;

    private final List<Term> terms;
    private final double allWords;
    private final double allNames;
    private final double bestRetrieval;
    private final Map<Integer, Double> meaningOfPassage = new HashMap<>();
    private final Asked asked;

    private Features(Candidates candidates, Asked asked) {
        this.terms = candidates.terms();
        this.asked = asked;
        this.allWords = weight(terms, -1, false);
        this.allNames = weight(terms, -1, true);
        this.bestRetrieval = candidates.sentences().stream()
                .mapToDouble(Candidate::score)
                .max()
                .orElse(0);
        for (Candidate candidate : candidates.sentences()) {
            meaningOfPassage.merge(candidate.passage(), scaled(candidate.meaning()), Math::max);
        }
    }

    /** The features of every candidate, in the candidates' order. */
    public static List<double[]> of(Candidates candidates, Asked asked) {
        Features features = new Features(candidates, asked);
        List<Candidate> all = candidates.sentences();
        List<double[]> rows = new ArrayList<>(all.size());
        Standing standing = features.standing(all);
        for (int i = 0; i < all.size(); i++) {
            double before = i > 0 ? features.beside(all.get(i), all.get(i - 1)) : 0;
            double after = i + 1 < all.size() ? features.beside(all.get(i), all.get(i + 1)) : 0;
            rows.add(features.row(all.get(i), Math.max(before, after), standing.row(i)));
        }
        return rows;
    }

    private Standing standing(List<Candidate> all) {
        double[] meanings = all.stream().mapToDouble(c -> scaled(c.meaning())).toArray();
        return new Standing(all, meanings, all.stream().map(this::covered).toList());
    }

    private Standing.Covered covered(Candidate c) {
        Common common = c.common();
        int titled = common.inSentence() | common.inTitle();
        return new Standing.Covered(
                share(weight(terms, common.inSentence(), false), allWords),
                share(weight(terms, titled, false), allWords),
                share(weight(terms, titled | common.inPassage(), false), allWords));
    }

    private double[] row(Candidate c, double around, double[] standing) {
        Common common = c.common();
        int titleOnly = common.inTitle() & ~common.inSentence();
        int passageOnly = common.inPassage() & ~common.inSentence() & ~common.inTitle();
        int nowhere = ~(common.inSentence() | common.inTitle() | common.inPassage());
        double[] row = {
            scaled(c.meaning()),
            around,
            meaningOfPassage.getOrDefault(c.passage(), 0.0),
            share(weight(terms, common.inSentence(), false), allWords),
            share(weight(terms, titleOnly, false), allWords),
            share(weight(terms, passageOnly, false), allWords),
            share(weight(terms, common.inSentence(), true), allNames),
            share(weight(terms, titleOnly, true), allNames),
            share(weight(terms, nowhere, true), allNames),
            share(common.pairs(), terms.size() - 1.0),
            share(c.score(), bestRetrieval),
            1.0 / (1 + c.position()),
            Math.min(1, c.words() / LONG),
            c.words() < HEADING ? 1 : 0,
            Math.log1p(c.article().sentences()) / Math.log1p(MANY_SENTENCES),
            share(c.position(), c.article().sentences() - 1.0),
            Math.min(1, c.span().length() / MANY_CHARACTERS),
            share(Integer.bitCount(common.inSentence()), c.words()),
            share(common.reach().first(), c.words()),
            share(common.reach().last(), c.words()),
            share(common.reach().last() - common.reach().first(), c.words()),
            share(Integer.bitCount(common.inSentence()), terms.size())
        };
        double[] all = Arrays.copyOf(row, NAMES.size());
        AnswerKind wanted = asked.wanted();
        if (wanted != null && !c.kinds().contains(wanted)) {
            all[row.length + wanted.ordinal()] = 1;
        }
        if (wanted != null) {
            all[row.length + KINDS + wanted.ordinal()] = 1;
        }
        int at = row.length + 2 * KINDS;
        all[at++] = asked.scoped() ? 1 : 0;
        all[at++] = asked.interrogative() ? 1 : 0;
        all[at++] = Math.min(1, terms.size() / MANY_TERMS);
        System.arraycopy(standing, 0, all, at, standing.length);
        return all;
    }

    private static Stream<String> kinds(String prefix) {
        return Arrays.stream(AnswerKind.values())
                .map(kind -> prefix + kind.name().toLowerCase(Locale.ROOT));
    }

    /** The meaning of the neighbour if it belongs to the same passage. */
    private double beside(Candidate candidate, Candidate neighbour) {
        return candidate.passage() == neighbour.passage() ? scaled(neighbour.meaning()) : 0;
    }

    private static double scaled(double cosine) {
        return Math.max(0, (cosine - LEAST_COSINE) / COSINE_RANGE);
    }

    private static double weight(List<Term> terms, int bits, boolean namesOnly) {
        double sum = 0;
        for (int i = 0; i < terms.size(); i++) {
            if ((bits & 1 << i) != 0 && (terms.get(i).name() || !namesOnly)) {
                sum += terms.get(i).weight();
            }
        }
        return sum;
    }

    private static double share(double part, double whole) {
        return whole <= 0 ? 0 : part / whole;
    }
}
