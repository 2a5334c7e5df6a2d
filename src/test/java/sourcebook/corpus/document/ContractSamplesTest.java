package sourcebook.corpus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sourcebook.corpus.markup.TokenF1;

/** Twelve real contracts against their known text, where the samples lie beside. */
class ContractSamplesTest {
    private static final Path SAMPLES = Path.of("../shared/samples/pdf-contracts");

    /** The known text of this one keeps the footer that runs through its pages, which we leave out. */
    private static final String KEEPS_FOOTER = "ImperialGarden";

    @Test
    void theTextOfRealContractsIsRead() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the sample contracts are not here: " + SAMPLES);

        assertThat(files()).hasSize(12).allSatisfy(file -> {
            String text = new Pdf().extract(Files.readAllBytes(file)).text();
            String expected = Files.readString(
                    file.resolveSibling(file.getFileName().toString().replace(".pdf", ".expected.txt")));
            double least = file.getFileName().toString().startsWith(KEEPS_FOOTER) ? 0.97 : 0.98;
            assertThat(TokenF1.of(text, expected)).as(file.toString()).isGreaterThanOrEqualTo(least);
        });
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }
}
