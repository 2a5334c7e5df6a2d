package sourcebook.dialogue.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sourcebook.dialogue.verify.Words.Word;

/**
 * A claim laid against a text so that fewest words are lost or added; what stands in the text before the claim's first
 * word and behind its last does not count. It is edit distance without substitutions, free at both ends of the text
 * (Sellers, 1980). Immutable.
 *
 * @param steps in order; the first and the last are not lost words
 */
record Alignment(List<Step> steps) {
    /** More source words than this between two words of the claim are not a slip, but something left out. */
    static final int SLIP = 3;

    /** So many words may be put in at one place, such as "it is not true that". */
    private static final int PUT_IN = 5;

    static final double MOST_SHARED = 0.7;
    private static final int LEAST_SHARED = 3;

    Alignment {
        steps = List.copyOf(steps);
    }

    /** One word of the text, of the claim, or of both. */
    sealed interface Step {}

    record Both(Word source, Word claim) implements Step {}

    record Lost(Word source) implements Step {}

    record Added(Word claim) implements Step {}

    static Alignment of(List<Word> claim, List<Word> source) {
        int[][] cost = costs(claim, source);
        int end = 0;
        for (int j = 1; j <= source.size(); j++) {
            end = cost[claim.size()][j] < cost[claim.size()][end] ? j : end;
        }
        return new Alignment(traced(claim, source, cost, end));
    }

    private static int[][] costs(List<Word> claim, List<Word> source) {
        int[][] cost = new int[claim.size() + 1][source.size() + 1];
        for (int i = 1; i <= claim.size(); i++) {
            cost[i][0] = i;
            for (int j = 1; j <= source.size(); j++) {
                int added = cost[i - 1][j] + 1;
                int lost = cost[i][j - 1] + 1;
                cost[i][j] = equal(claim, i, source, j)
                        ? Math.min(cost[i - 1][j - 1], Math.min(added, lost))
                        : Math.min(added, lost);
            }
        }
        return cost;
    }

    private static List<Step> traced(List<Word> claim, List<Word> source, int[][] cost, int end) {
        List<Step> steps = new ArrayList<>();
        int i = claim.size();
        int j = end;
        while (i > 0) {
            if (j > 0 && equal(claim, i, source, j) && cost[i][j] == cost[i - 1][j - 1]) {
                steps.add(new Both(source.get(--j), claim.get(--i)));
            } else if (j > 0 && cost[i][j] == cost[i][j - 1] + 1) {
                steps.add(new Lost(source.get(--j)));
            } else {
                steps.add(new Added(claim.get(--i)));
            }
        }
        Collections.reverse(steps);
        return steps;
    }

    private static boolean equal(List<Word> claim, int i, List<Word> source, int j) {
        return claim.get(i - 1).folded().equals(source.get(j - 1).folded());
    }

    /** Whether most words are shared and nothing longer than a slip is left out. */
    boolean near() {
        long all = shared() + steps.stream().filter(Added.class::isInstance).count();
        return shared() >= LEAST_SHARED
                && shared() >= MOST_SHARED * all
                && lost() <= Math.max(2, all / 3)
                && longest(Lost.class) <= SLIP
                && longest(Added.class) <= PUT_IN;
    }

    boolean exact() {
        return steps.stream().allMatch(Both.class::isInstance);
    }

    long shared() {
        return steps.stream().filter(Both.class::isInstance).count();
    }

    long edits() {
        return steps.size() - shared();
    }

    private long lost() {
        return steps.stream().filter(Lost.class::isInstance).count();
    }

    private int longest(Class<? extends Step> kind) {
        int longest = 0;
        int run = 0;
        for (Step step : steps) {
            run = kind.isInstance(step) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** The first difference that turns what is said, in a sentence; empty where all differences are ordinary words. */
    Optional<String> turn() {
        List<Word> lost = steps.stream()
                .flatMap(step -> step instanceof Lost one ? Stream.of(one.source()) : Stream.empty())
                .toList();
        List<Word> added = steps.stream()
                .flatMap(step -> step instanceof Added one ? Stream.of(one.claim()) : Stream.empty())
                .toList();
        boolean opposite = lost.stream().anyMatch(one -> added.stream().anyMatch(other -> Weight.opposite(one, other)));
        if (opposite) {
            return Optional.of("A word is turned into its opposite.");
        }
        Optional<String> gone = first(lost);
        Optional<String> come = first(added);
        if (gone.isPresent() && gone.equals(come)) {
            return Optional.of("The claim puts " + gone.get() + " in place of another.");
        }
        return gone.map(kind -> "The claim leaves out " + kind + ".")
                .or(() -> come.map(kind -> "The claim adds " + kind + "."));
    }

    /** What the first word is that is more than an ordinary one. */
    private static Optional<String> first(List<Word> words) {
        return words.stream().flatMap(word -> Weight.of(word).stream()).findFirst();
    }
}
