package sourcebook.evaluate.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sourcebook.evaluate.fit.Fit.Listed;
import sourcebook.evaluate.fit.Fit.Outcome;
import sourcebook.quote.Trees;

final class FitTest {
    private static final long SEED = Long.getLong("seed", 42);

    /** Two features: the first says which candidate is right, the second is noise. */
    private static List<Listed> questions() {
        Random random = new Random(SEED);
        List<Listed> questions = new ArrayList<>();
        for (int q = 0; q < 200; q++) {
            int right = random.nextInt(4);
            List<double[]> rows = new ArrayList<>();
            boolean[] marks = new boolean[4];
            for (int c = 0; c < 4; c++) {
                rows.add(new double[] {(c == right ? 0.6 : 0) + 0.4 * random.nextDouble(), random.nextDouble()});
                marks[c] = c == right;
            }
            questions.add(new Listed(rows, marks, 1));
        }
        return questions;
    }

    @Test
    void whatTellsRightFromWrongGetsTheWeight() {
        double[] weights = Fit.weights(questions(), 2);

        assertThat(weights[0]).isGreaterThan(1);
        assertThat(Math.abs(weights[1])).isLessThan(weights[0] / 5);
    }

    @Test
    void treesPutTheRightCandidateFirst() {
        List<Listed> questions = questions();
        Trees trees = Fit.ranking(questions, new double[800], 60, 5);

        long first = questions.stream()
                .filter(question -> rightFirst(question, trees))
                .count();

        assertThat(first).isGreaterThan(190);
    }

    @Test
    void certaintyComesNearTheShareOfTheRight() {
        Random random = new Random(SEED);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            double sign = random.nextDouble();
            outcomes.add(new Outcome(new double[] {sign}, random.nextDouble() < sign, 1));
        }

        Trees trees = Fit.certainty(outcomes, 80, 20);

        for (double share : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
            double told = 1 / (1 + Math.exp(-trees.sum(new double[] {share})));
            assertThat(told).isBetween(share - 0.1, share + 0.1);
        }
    }

    @Test
    void theSameQuestionsGiveTheSameTrees() {
        Trees once = Fit.ranking(questions(), new double[800], 10, 5);
        Trees again = Fit.ranking(questions(), new double[800], 10, 5);

        assertThat(once.lines(List.of("sign", "noise"))).isEqualTo(again.lines(List.of("sign", "noise")));
    }

    private static boolean rightFirst(Listed question, Trees trees) {
        int best = 0;
        for (int c = 1; c < question.rows().size(); c++) {
            best = trees.sum(question.rows().get(c)) > trees.sum(question.rows().get(best)) ? c : best;
        }
        return question.right()[best];
    }
}
