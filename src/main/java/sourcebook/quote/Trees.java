package sourcebook.quote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/**
 * Boosted regression trees (Friedman, 2001): each adds a little to a score, by asking a few features in turn. Kept in a
 * readable file, a tree a line: {@code (feature threshold below above)}, where below and above are trees or numbers. Immutable;
 * safe for many threads.
 */
public final class Trees {
    private final List<Node> roots;

    public Trees(List<Node> roots) {
        this.roots = List.copyOf(roots);
    }

    /** A tree: a question with two ways on, or a value. */
    public sealed interface Node {}

    /** Up to the threshold it goes on below, over it above. */
    public record Split(int feature, double threshold, Node below, Node above) implements Node {}

    public record Leaf(double value) implements Node {}

    /** What the trees add up to for a row of features. */
    public double sum(double[] row) {
        double sum = 0;
        for (Node root : roots) {
            sum += value(root, row);
        }
        return sum;
    }

    /** The value that one tree has for a row. */
    public static double value(Node root, double[] row) {
        Node node = root;
        while (node instanceof Split split) {
            node = row[split.feature] <= split.threshold ? split.below : split.above;
        }
        return ((Leaf) node).value;
    }

    /** The lines of the file, with the features' names. */
    public List<String> lines(List<String> features) {
        return roots.stream().map(root -> line(root, features)).toList();
    }

    /** The trees of a file beside this class; none where there is no such file. */
    static Trees load(String file, List<String> features) {
        try (InputStream in = Trees.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            List<Node> roots = new ArrayList<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                roots.add(parse(new StringTokenizer(line, "() ", false), features));
            }
            return new Trees(roots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node parse(StringTokenizer tokens, List<String> features) {
        String token = tokens.nextToken();
        int feature = features.indexOf(token);
        if (feature < 0) {
            return new Leaf(Double.parseDouble(token));
        }
        double threshold = Double.parseDouble(tokens.nextToken());
        return new Split(feature, threshold, parse(tokens, features), parse(tokens, features));
    }

    private static String line(Node node, List<String> features) {
        return switch (node) {
            case Leaf leaf -> String.format(Locale.ROOT, "%.4f", leaf.value);
            case Split split ->
                String.format(
                        Locale.ROOT,
                        "(%s %.4f %s %s)",
                        features.get(split.feature),
                        split.threshold,
                        line(split.below, features),
                        line(split.above, features));
        };
    }
}
