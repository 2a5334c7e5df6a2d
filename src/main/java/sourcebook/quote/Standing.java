package sourcebook.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sourcebook.model.search.Candidates.Candidate;

/**
 * How a candidate stands among the others of its question and of its article. What a cosine is worth differs from question
 * to question, so how far a sentence falls behind the best says more than the cosine itself.
 */
final class Standing {
    /** The names of the features, in their order. */
    static final List<String> NAMES = List.of(
            "meaning-behind",
            "meaning-rank",
            "meaning-behind-article",
            "meaning-rank-article",
            "meaning-over-passage",
            "passage-meaning",
            "article-behind",
            "article-top-behind",
            "article-retrieval",
            "words-behind",
            "words-behind-article",
            "covered-behind",
            "covered-passage-behind");

    private static final int TOP = 3;

    private final List<Candidate> all;
    private final double[] cosines;
    private final List<Covered> covered;
    private final Map<Integer, Group> passages = new HashMap<>();
    private final Map<Integer, Group> articles = new HashMap<>();
    private final Group everything = new Group();
    private double bestTop;

    /**
     * What of the question's weight a candidate covers, from 0 to 1.
     *
     * @param sentence by its own words
     * @param titled by those and its title's
     * @param passage by those and its passage's
     */
    record Covered(double sentence, double titled, double passage) {}

    /**
     * Compares candidates.
     *
     * @param cosines what each has of the question's meaning, from about 0 to 1, in the candidates' order
     * @param covered in the same order
     */
    Standing(List<Candidate> all, double[] cosines, List<Covered> covered) {
        this.all = all;
        this.cosines = cosines;
        this.covered = covered;
        for (int i = 0; i < cosines.length; i++) {
            passages.computeIfAbsent(all.get(i).passage(), key -> new Group()).add(i);
            articles.computeIfAbsent(all.get(i).article().document(), key -> new Group())
                    .add(i);
            everything.add(i);
        }
        passages.values().forEach(Group::close);
        articles.values().forEach(Group::close);
        everything.close();
        bestTop = articles.values().stream().mapToDouble(Group::top).max().orElse(0);
    }

    /** The features of the candidate with that place in the list. */
    double[] row(int i) {
        Group article = articles.getOrDefault(all.get(i).article().document(), everything);
        Group passage = passages.getOrDefault(all.get(i).passage(), everything);
        Covered own = covered.get(i);
        return new double[] {
            everything.best() - cosines[i],
            everything.rank(cosines[i]),
            article.best() - cosines[i],
            article.rank(cosines[i]),
            cosines[i] - passage.mean(),
            passage.mean(),
            everything.best() - article.best(),
            bestTop - article.top(),
            everything.retrieval == 0 ? 0 : article.retrieval / everything.retrieval,
            everything.sentence - own.sentence(),
            article.sentence - own.sentence(),
            everything.titled - own.titled(),
            everything.inPassage - own.passage()
        };
    }

    /** Some of the candidates: the best of them in each respect. */
    private final class Group {
        private final List<Integer> members = new ArrayList<>();
        private double[] sorted = {};
        private double retrieval;
        private double sentence;
        private double titled;
        private double inPassage;

        void add(int i) {
            members.add(i);
            retrieval = Math.max(retrieval, all.get(i).score());
            sentence = Math.max(sentence, covered.get(i).sentence());
            titled = Math.max(titled, covered.get(i).titled());
            inPassage = Math.max(inPassage, covered.get(i).passage());
        }

        /** To be called once all are added, before anything else is asked. */
        void close() {
            sorted = members.stream().mapToDouble(i -> cosines[i]).sorted().toArray();
        }

        double best() {
            return sorted[sorted.length - 1];
        }

        double mean() {
            return Arrays.stream(sorted).average().orElse(0);
        }

        double top() {
            return IntStream.range(Math.max(0, sorted.length - TOP), sorted.length)
                    .mapToDouble(i -> sorted[i])
                    .average()
                    .orElse(0);
        }

        /** One for the best, and the less the more are better; those that are equal have the same. */
        double rank(double cosine) {
            int from = 0;
            int to = sorted.length;
            while (from < to) {
                int middle = (from + to) / 2;
                if (sorted[middle] > cosine) {
                    to = middle;
                } else {
                    from = middle + 1;
                }
            }
            return 1.0 / (1 + sorted.length - from);
        }
    }
}
