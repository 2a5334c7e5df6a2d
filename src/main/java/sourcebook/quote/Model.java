package sourcebook.quote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What was learnt from question sets: weights for a first ranking of all candidates, trees that rank the best of them
 * again, and trees that say how sure the best is. Fitted by {@code bin/sourcebook evaluate --fit}, kept in readable files.
 *
 * @param weights linear, over {@link Features}
 * @param ranking over {@link Features}; what they say is added to the first ranking's score
 * @param certainty over {@link Certainty}; their sum is the logarithm of the odds that the best candidate answers
 */
public record Model(Weights weights, Trees ranking, Trees certainty) {
    /** What a model is for: words and meaning or words alone, all articles or one that the asker names. */
    public enum Use {
        MEANING,
        MEANING_SCOPED,
        WORDS,
        WORDS_SCOPED;

        private final String file = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** The use of a question. */
        public static Use of(boolean embedded, boolean scoped) {
            return embedded ? scoped ? MEANING_SCOPED : MEANING : scoped ? WORDS_SCOPED : WORDS;
        }
    }

    private static final Map<Use, Model> IN_USE =
            Arrays.stream(Use.values()).collect(Collectors.toUnmodifiableMap(use -> use, Model::load));

    /**
     * The model in use.
     *
     * @param embedded whether there are vectors, and not words alone
     * @param scoped whether one article alone is asked
     */
    public static Model inUse(boolean embedded, boolean scoped) {
        return Objects.requireNonNull(IN_USE.get(Use.of(embedded, scoped)));
    }

    /** Writes the files that {@link #inUse} reads, into a folder of source code. */
    public void write(Path folder, Use use) throws IOException {
        String name = use.file;
        Files.write(folder.resolve(name + "-weights.properties"), weights.lines());
        Files.write(folder.resolve(name + "-ranking.txt"), ranking.lines(Features.NAMES));
        Files.write(folder.resolve(name + "-certainty.txt"), certainty.lines(Certainty.NAMES));
    }

    private static Model load(Use use) {
        String name = use.file;
        return new Model(
                Weights.load(name + "-weights.properties"),
                Trees.load(name + "-ranking.txt", Features.NAMES),
                Trees.load(name + "-certainty.txt", Certainty.NAMES));
    }
}
