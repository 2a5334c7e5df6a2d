package sourcebook.quote;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.IntStream;

/** What each of {@link Features} counts. The numbers are in the order of {@link Features#NAMES} and are copied. */
public final class Weights {
    private final double[] each;

    public Weights(double[] each) {
        if (each.length != Features.NAMES.size()) {
            throw new IllegalArgumentException("there must be a weight for each feature, got " + each.length);
        }
        this.each = Arrays.copyOf(each, each.length);
    }

    /** The weighted sum of a row of features. */
    public double sum(double[] row) {
        double sum = 0;
        for (int i = 0; i < each.length; i++) {
            sum += each[i] * row[i];
        }
        return sum;
    }

    List<String> lines() {
        return IntStream.range(0, each.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%s = %.3f", Features.NAMES.get(i), each[i]))
                .toList();
    }

    static Weights load(String file) {
        Properties properties = new Properties();
        try (InputStream in = Weights.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Weights(Features.NAMES.stream()
                .mapToDouble(name -> Double.parseDouble(properties.getProperty(name, "0")))
                .toArray());
    }
}
