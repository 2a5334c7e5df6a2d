package sourcebook.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Fits linear weights by gradient ascent with Adam (Kingma and Ba, 2015). Deterministic.
 *
 * <p>Ranking: the softmax over a question's candidates should fall on the right ones (listwise, ListNet's top-one form,
 * Cao et al., 2007). Certainty: logistic regression of whether the best candidate is right. Each question set weighs the
 * same, however large it is.
 */
final class Fit {
    private static final int EPOCHS = 400;
    private static final double RATE = 0.05;
    private static final double DECAY = 0.0005;

    private Fit() {}

    /**
     * One question's candidates.
     *
     * @param rows their features
     * @param right which of them are right
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

    /** One outcome to be told from its features. */
    record Outcome(double[] row, boolean right, double weight) {}

    static double[] ranking(List<Listed> questions, int features) {
        List<Listed> usable = questions.stream().filter(Listed::hasRight).toList();
        return ascend(features, weights -> gradient(usable, weights, features));
    }

    /** The weights, and behind them the bias. */
    static double[] certainty(List<Outcome> outcomes, int features) {
        return ascend(features + 1, weights -> {
            double[] gradient = new double[features + 1];
            double all = sum(outcomes, Outcome::weight);
            for (Outcome outcome : outcomes) {
                double error = (outcome.right ? 1 : 0) - logistic(product(weights, outcome.row) + weights[features]);
                for (int i = 0; i < features; i++) {
                    gradient[i] += outcome.weight * error * outcome.row[i] / all;
                }
                gradient[features] += outcome.weight * error / all;
            }
            return gradient;
        });
    }

    private static double[] gradient(List<Listed> questions, double[] weights, int features) {
        double[] gradient = new double[features];
        double all = sum(questions, Listed::weight);
        for (Listed question : questions) {
            double[] softmax = softmax(question.rows, weights);
            double rightShare = 0;
            for (int c = 0; c < softmax.length; c++) {
                rightShare += question.right[c] ? softmax[c] : 0;
            }
            for (int c = 0; c < softmax.length; c++) {
                double target = question.right[c] ? softmax[c] / rightShare : 0;
                double step = question.weight * (target - softmax[c]) / all;
                double[] row = question.rows.get(c);
                for (int i = 0; i < features; i++) {
                    gradient[i] += step * row[i];
                }
            }
        }
        return gradient;
    }

    private interface Gradient {
        double[] at(double[] weights);
    }

    private static double[] ascend(int size, Gradient gradient) {
        double[] weights = new double[size];
        double[] mean = new double[size];
        double[] square = new double[size];
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            double[] step = gradient.at(weights);
            for (int i = 0; i < size; i++) {
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

    private static double[] softmax(List<double[]> rows, double[] weights) {
        double[] shares =
                rows.stream().mapToDouble(row -> product(weights, row)).toArray();
        double best = Double.NEGATIVE_INFINITY;
        for (double score : shares) {
            best = Math.max(best, score);
        }
        double all = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(shares[i] - best);
            all += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= all;
        }
        return shares;
    }

    private static double product(double[] weights, double[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static <T> double sum(List<T> all, ToDoubleFunction<T> weight) {
        return new ArrayList<>(all).stream().mapToDouble(weight).sum();
    }
}
