package sourcebook.corpus.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The main part of 51 real pages against what Mozilla's Readability makes of them, where the samples lie beside. */
class ReadabilitySamplesTest {
    private static final Path SAMPLES = Path.of("../shared/samples/html-readability");

    @Test
    void theMainPartOfRealPagesIsFound() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the sample pages are not here: " + SAMPLES);

        Map<String, Double> scores = new TreeMap<>();
        for (Path page : pages()) {
            String text = new HtmlPage().extract(source(page)).text();
            scores.put(page.getFileName().toString(), TokenF1.of(text, Files.readString(page.resolve("expected.txt"))));
        }

        assertThat(scores).hasSize(51);
        double mean =
                scores.values().stream().mapToDouble(score -> score).average().orElseThrow();
        assertThat(mean).as("mean token F1 of %s", scores).isGreaterThanOrEqualTo(0.93);
    }

    private static byte[] source(Path page) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(page.resolve("source.html.gz")))) {
            return in.readAllBytes();
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(SAMPLES)) {
            return pages.filter(Files::isDirectory).sorted().toList();
        }
    }
}
