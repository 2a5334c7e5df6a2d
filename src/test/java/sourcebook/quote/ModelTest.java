package sourcebook.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"weights.properties", "ranking.txt", "certainty.txt"})
    void whatIsWrittenIsWhatIsRead(String part) throws IOException {
        for (Model.Use use : Model.Use.values()) {
            boolean embedded = use == Model.Use.MEANING || use == Model.Use.MEANING_SCOPED;
            boolean scoped = use == Model.Use.MEANING_SCOPED || use == Model.Use.WORDS_SCOPED;
            assertThat(Model.Use.of(embedded, scoped)).isEqualTo(use);
            Model.inUse(embedded, scoped).write(folder, use);
        }

        for (String name : List.of("meaning-", "words-", "meaning-scoped-", "words-scoped-")) {
            assertThat(Files.readString(folder.resolve(name + part))).isEqualTo(inTheJar(name + part));
        }
    }

    @Test
    void aTreeGoesBelowUpToItsThreshold() {
        Trees.Node root = new Trees.Split(1, 0.5, new Trees.Leaf(-2), new Trees.Leaf(3));

        assertThat(new Trees(List.of(root, root)).sum(new double[] {9, 0.5})).isEqualTo(-4);
        assertThat(new Trees(List.of(root)).sum(new double[] {0, 0.51})).isEqualTo(3);
        assertThat(new Trees(List.of()).sum(new double[] {1})).isZero();
    }

    @Test
    void aTreeReadsAsItsFeaturesAreCalled() {
        Trees.Node root = new Trees.Split(1, 0.5, new Trees.Leaf(-2), new Trees.Leaf(3));

        assertThat(new Trees(List.of(root)).lines(List.of("words", "names")))
                .containsExactly("(names 0.5000 -2.0000 3.0000)");
    }

    private static String inTheJar(String name) throws IOException {
        try (InputStream in = Model.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
