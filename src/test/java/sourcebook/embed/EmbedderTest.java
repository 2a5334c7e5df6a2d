package sourcebook.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class EmbedderTest {
    private static final String PAYROLL = "Payroll: The police force signed a ten-year contract for payroll services.";
    private static final String CAKE = "Baking: Beat the eggs and the sugar until they are pale.";

    @SuppressWarnings("NullAway.Init")
    private static Embedder embedder;

    @BeforeAll
    static void load() throws IOException {
        embedder = Embedder.load();
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void aQuestionIsNearerToItsAnswerInOtherWordsThanToAnythingElse() {
        byte[] question = embedder.question("who does the wage slips for the constabulary and for how many years?");
        List<byte[]> passages = embedder.passages(List.of(PAYROLL, CAKE));

        assertThat(Vectors.cosine(question, passages.get(0)))
                .isGreaterThan(Vectors.cosine(question, passages.get(1)) + 0.05);
    }

    @Test
    void aVectorIsAsLongAsOneAndMeansItself() {
        byte[] vector = embedder.passages(List.of(PAYROLL)).getFirst();

        assertThat(vector).hasSize(Vectors.DIMENSIONS);
        assertThat(Vectors.cosine(vector, vector)).isCloseTo(1, within(0.01));
    }

    @Test
    void aTextHasTheSameVectorAloneAndInABatch() {
        byte[] alone = embedder.passages(List.of(CAKE)).getFirst();
        byte[] beside = embedder.passages(List.of(PAYROLL, CAKE)).get(1);

        assertThat(Vectors.cosine(alone, beside)).isCloseTo(1, within(0.02));
    }

    @Test
    void anyTextHasAVector() {
        for (String text : List.of("", "😀", "\u0000\u200b", "x".repeat(100_000), "日本語 العربية")) {
            assertThat(embedder.question(text)).hasSize(Vectors.DIMENSIONS);
        }
    }

    @Test
    void manyThreadsGetTheVectorsThatOneGets() throws Exception {
        byte[] expected = embedder.question(PAYROLL);
        Callable<byte[]> asking = () -> embedder.question(PAYROLL);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> vectors =
                    pool.invokeAll(IntStream.range(0, 16).mapToObj(i -> asking).toList());

            for (Future<byte[]> vector : vectors) {
                assertThat(vector.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aMissingModelIsToldInOneSentence() {
        assertThatThrownBy(() -> Embedder.load("/none.onnx", "/e5-small-v2-q-tokenizer.json"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing or damaged")
                .hasMessageContaining("--no-embeddings");
    }

    @Test
    void aDamagedModelIsToldInOneSentence() {
        assertThatThrownBy(() -> Embedder.load("/archunit.properties", "/e5-small-v2-q-tokenizer.json"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing or damaged");
    }
}
