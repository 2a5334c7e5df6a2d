package sourcebook.quote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was learnt from question sets: weights for a first ranking of all candidates, trees that rank the best of them
 * again, and trees that say how sure the best is. Fitted by {@code bin/sourcebook evaluate --fit}, kept in readable files.
 *
 * @param weights linear, over {@link Features}
 * @param ranking over {@link Features}; what they say is added to the first ranking's score
 * @param certainty over {@link Certainty}; their sum is the logarithm of the odds that the best candidate answers
 */
public record Model(Weights weights, Trees ranking, Trees certainty) {
    private static final Model MEANING = load("meaning");
    private static final Model WORDS = load("words");

    /** The model in use where there are vectors, or where there are words alone. */
    public static Model inUse(boolean embedded) {
        return embedded ? MEANING : WORDS;
    }

    /** Writes the files that {@link #inUse} reads, into a folder of source code. */
    public void write(Path folder, boolean embedded) throws IOException {
        String name = embedded ? "meaning" : "words";
        Files.write(folder.resolve(name + "-weights.properties"), weights.lines());
        Files.write(folder.resolve(name + "-ranking.txt"), ranking.lines(Features.NAMES));
        Files.write(folder.resolve(name + "-certainty.txt"), certainty.lines(Certainty.NAMES));
    }

    private static Model load(String name) {
        return new Model(
                Weights.load(name + "-weights.properties"),
                Trees.load(name + "-ranking.txt", Features.NAMES),
                Trees.load(name + "-certainty.txt", Certainty.NAMES));
    }
}
