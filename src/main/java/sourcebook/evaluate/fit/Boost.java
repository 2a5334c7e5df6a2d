package sourcebook.evaluate.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import sourcebook.quote.Trees;
import sourcebook.quote.Trees.Leaf;
import sourcebook.quote.Trees.Node;
import sourcebook.quote.Trees.Split;

/**
 * Grows boosted trees by Newton steps over binned features (as XGBoost does, Chen and Guestrin, 2016). Deterministic: the
 * same rows give the same trees.
 */
final class Boost {
    private static final int BINS = 64;
    private static final long SEED = 1;
    private static final int DEPTH = 4;
    private static final double RATE = 0.1;

    /** How much a leaf must weigh, and how far its value is drawn to nought: both in units of one question. */
    private final double least;

    /** Whether each tree sees only half of the features, drawn anew, so that the trees differ and no few features rule. */
    private final boolean halving;

    private final Random random = new Random(SEED);
    private boolean[] used = {};
    private final List<double[]> rows;
    private final double[][] edges;
    private final byte[][] bins;

    /**
     * A grower for these rows.
     *
     * @param least the least second derivative that a leaf must hold
     * @param halving whether each tree sees only half of the features
     */
    Boost(List<double[]> rows, double least, boolean halving) {
        this.rows = rows;
        this.least = least;
        this.halving = halving;
        int features = rows.getFirst().length;
        edges = IntStream.range(0, features).mapToObj(this::edges).toArray(double[][]::new);
        bins = IntStream.range(0, features).mapToObj(this::binned).toArray(byte[][]::new);
    }

    /** The slopes of what is to be made least, at the scores so far. */
    interface Loss {
        /** Fills in the first derivatives, to be followed upwards, and the second ones, above 0. */
        void slopes(double[] scores, double[] first, double[] second);
    }

    /** Grows so many trees, on top of {@code scores}, which move with them. */
    Trees grow(int trees, double[] scores, Loss loss) {
        List<Node> roots = new ArrayList<>();
        double[] first = new double[rows.size()];
        double[] second = new double[rows.size()];
        int[] all = IntStream.range(0, rows.size()).toArray();
        for (int tree = 0; tree < trees; tree++) {
            loss.slopes(scores, first, second);
            used = drawn();
            Node root = node(all, DEPTH, first, second);
            roots.add(root);
            for (int i = 0; i < scores.length; i++) {
                scores[i] += Trees.value(root, rows.get(i));
            }
        }
        return new Trees(roots);
    }

    private boolean[] drawn() {
        boolean[] drawn = new boolean[bins.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = !halving || random.nextBoolean();
        }
        return drawn;
    }

    private record Cut(int feature, int bin, double gain) {}

    private Node node(int[] members, int depth, double[] first, double[] second) {
        double g = 0;
        double h = 0;
        for (int i : members) {
            g += first[i];
            h += second[i];
        }
        Cut cut = depth == 0 ? new Cut(0, 0, 0) : best(members, first, second, g, h);
        if (cut.gain <= 1e-9) {
            return new Leaf(RATE * g / (h + least));
        }
        int[] below = Arrays.stream(members)
                .filter(i -> bins[cut.feature][i] <= cut.bin)
                .toArray();
        int[] above = Arrays.stream(members)
                .filter(i -> bins[cut.feature][i] > cut.bin)
                .toArray();
        return new Split(
                cut.feature,
                edges[cut.feature][cut.bin],
                node(below, depth - 1, first, second),
                node(above, depth - 1, first, second));
    }

    private Cut best(int[] members, double[] first, double[] second, double g, double h) {
        return IntStream.range(0, bins.length)
                .parallel()
                .filter(feature -> used[feature])
                .mapToObj(feature -> best(feature, members, first, second, g, h))
                .reduce(new Cut(0, 0, 0), (a, b) -> b.gain > a.gain ? b : a);
    }

    private Cut best(int feature, int[] members, double[] first, double[] second, double g, double h) {
        double[] sumFirst = new double[BINS];
        double[] sumSecond = new double[BINS];
        for (int i : members) {
            sumFirst[bins[feature][i]] += first[i];
            sumSecond[bins[feature][i]] += second[i];
        }
        Cut best = new Cut(feature, 0, 0);
        double belowFirst = 0;
        double belowSecond = 0;
        for (int bin = 0; bin < edges[feature].length; bin++) {
            belowFirst += sumFirst[bin];
            belowSecond += sumSecond[bin];
            double aboveSecond = h - belowSecond;
            if (belowSecond >= least && aboveSecond >= least) {
                double gain = worth(belowFirst, belowSecond) + worth(g - belowFirst, aboveSecond) - worth(g, h);
                best = gain > best.gain ? new Cut(feature, bin, gain) : best;
            }
        }
        return best;
    }

    private double worth(double g, double h) {
        return g * g / (h + least);
    }

    /** Values that divide the rows into bins of like size, fewer where values repeat. */
    private double[] edges(int feature) {
        double[] values =
                rows.stream().mapToDouble(row -> row[feature]).sorted().toArray();
        double last = values[values.length - 1];
        return IntStream.range(1, BINS)
                .mapToDouble(i -> rounded(values[(int) ((long) i * values.length / BINS)]))
                .distinct()
                .filter(edge -> edge < last)
                .toArray();
    }

    /** As the file keeps it, so that what is grown is what is read. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private byte[] binned(int feature) {
        byte[] binned = new byte[rows.size()];
        for (int i = 0; i < binned.length; i++) {
            int bin = 0;
            while (bin < edges[feature].length && rows.get(i)[feature] > edges[feature][bin]) {
                bin++;
            }
            binned[i] = (byte) bin;
        }
        return binned;
    }
}
