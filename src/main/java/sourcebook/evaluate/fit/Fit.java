package sourcebook.evaluate.fit;

import java.util.List;
import sourcebook.quote.Trees;

/**
 * Fits a ranking so that the softmax over a question's candidates falls on the right ones (listwise, ListNet's top-one
 * form, Cao et al., 2007): first linear weights by Adam (Kingma and Ba, 2015), then trees on top of them; and fits how sure
 * the best candidate is by boosted logistic regression. Deterministic.
 */
final class Fit {
    private static final int EPOCHS = 300;
    private static final double RATE = 0.05;
    private static final double DECAY = 0.0005;

    private Fit() {}

    /**
     * One question's candidates.
     *
     * @param rows their features
     * @param right which of them are right
     * @param weight how much the question counts
     */
    record Listed(List<double[]> rows, boolean[] right, double weight) {
        boolean hasRight() {
            for (boolean one : right) {
                if (one) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether an answer was right, to be told from its features. */
    record Outcome(double[] row, boolean right, double weight) {}

    /** Weights for the features, by gradient ascent. */
    static double[] weights(List<Listed> questions, int features) {
        double[] weights = new double[features];
        double[] mean = new double[features];
        double[] square = new double[features];
        double all = questions.stream().mapToDouble(Listed::weight).sum();
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            double[] step = new double[features];
            for (Listed question : questions) {
                addGradient(question, weights, question.weight / all, step);
            }
            for (int i = 0; i < features; i++) {
                double g = step[i] - DECAY * weights[i];
                mean[i] = 0.9 * mean[i] + 0.1 * g;
                square[i] = 0.99 * square[i] + 0.01 * g * g;
                double m = mean[i] / (1 - Math.pow(0.9, epoch));
                double s = square[i] / (1 - Math.pow(0.99, epoch));
                weights[i] += RATE * m / (Math.sqrt(s) + 1e-9);
            }
        }
        return weights;
    }

    /** Trees on top of first scores, which are given for all candidates one question after the other. */
    static Trees ranking(List<Listed> questions, double[] scores, int trees, double least) {
        List<double[]> rows =
                questions.stream().flatMap(one -> one.rows.stream()).toList();
        return new Boost(rows, least, false).grow(trees, scores, (now, first, second) -> {
            int at = 0;
            for (Listed question : questions) {
                slopes(question, now, at, first, second);
                at += question.rows.size();
            }
        });
    }

    /** Trees whose sum is the logarithm of the odds of being right. */
    static Trees certainty(List<Outcome> outcomes, int trees, double least) {
        List<double[]> rows = outcomes.stream().map(Outcome::row).toList();
        return new Boost(rows, least, true).grow(trees, new double[rows.size()], (now, first, second) -> {
            for (int i = 0; i < now.length; i++) {
                Outcome outcome = outcomes.get(i);
                double p = 1 / (1 + Math.exp(-now[i]));
                first[i] = outcome.weight * ((outcome.right ? 1 : 0) - p);
                second[i] = outcome.weight * p * (1 - p);
            }
        });
    }

    private static void addGradient(Listed question, double[] weights, double share, double[] gradient) {
        double[] scores = new double[question.rows.size()];
        for (int c = 0; c < scores.length; c++) {
            for (int i = 0; i < weights.length; i++) {
                scores[c] += weights[i] * question.rows.get(c)[i];
            }
        }
        double[] slopes = new double[scores.length];
        slopes(question, scores, 0, slopes, new double[scores.length]);
        for (int c = 0; c < scores.length; c++) {
            for (int i = 0; i < weights.length; i++) {
                gradient[i] +=
                        share * slopes[c] / question.weight * question.rows.get(c)[i];
            }
        }
    }

    /** The slopes of one question's listwise loss, whose candidates begin at {@code from}. */
    private static void slopes(Listed question, double[] scores, int from, double[] first, double[] second) {
        int count = question.rows.size();
        double best = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < count; c++) {
            best = Math.max(best, scores[from + c]);
        }
        double all = 0;
        double right = 0;
        for (int c = 0; c < count; c++) {
            double share = Math.exp(scores[from + c] - best);
            all += share;
            right += question.right[c] ? share : 0;
        }
        for (int c = 0; c < count; c++) {
            double share = Math.exp(scores[from + c] - best);
            double p = share / all;
            double target = question.right[c] ? share / right : 0;
            first[from + c] = question.weight * (target - p);
            second[from + c] = question.weight * Math.max(1e-6, p * (1 - p));
        }
    }
}
