package sourcebook.quote;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * What each feature counts, for ranking sentences and for telling how sure the best one is. Fitted on question sets by
 * {@code bin/sourcebook evaluate --fit} and kept in a readable file; linear, so that a person can see why.
 *
 * @param rank in the order of {@link Features#NAMES}
 * @param certainty in the order of {@link Certainty#NAMES}
 * @param bias what certainty begins from
 */
public record Weights(double[] rank, double[] certainty, double bias) {
    /** Where there are vectors. */
    static final Weights MEANING = load("weights.properties");

    /** Where there are words alone. */
    static final Weights WORDS = load("weights-words.properties");

    public Weights {
        if (rank.length != Features.NAMES.size() || certainty.length != Certainty.NAMES.size()) {
            throw new IllegalArgumentException("there must be one weight for each feature");
        }
    }

    /** The fitted weights in use. */
    public static Weights inUse(boolean embedded) {
        return embedded ? MEANING : WORDS;
    }

    /** The lines of the file that {@link #load} reads. */
    public List<String> lines() {
        List<String> lines = new java.util.ArrayList<>();
        for (int i = 0; i < rank.length; i++) {
            lines.add("rank." + Features.NAMES.get(i) + " = " + rounded(rank[i]));
        }
        for (int i = 0; i < certainty.length; i++) {
            lines.add("certainty." + Certainty.NAMES.get(i) + " = " + rounded(certainty[i]));
        }
        lines.add("certainty.bias = " + rounded(bias));
        return lines;
    }

    static double product(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    private static Weights load(String file) {
        Properties properties = new Properties();
        try (InputStream in = Weights.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Weights(
                values(properties, "rank.", Features.NAMES),
                values(properties, "certainty.", Certainty.NAMES),
                value(properties, "certainty.bias"));
    }

    private static double[] values(Properties properties, String prefix, List<String> names) {
        return names.stream()
                .mapToDouble(name -> value(properties, prefix + name))
                .toArray();
    }

    private static double value(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("the weights lack " + key);
        }
        return Double.parseDouble(value);
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights weights && lines().equals(weights.lines());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rank);
    }
}
