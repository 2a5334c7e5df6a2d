package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in {@code broken/} must be refused with the problem that begins as the file beside it says. */
class BrokenFilesTest {
    private static final Path BROKEN = Path.of("src/test/resources/broken");
    private static final String PROBLEM = ".problem";

    @TempDir
    Path corpus;

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(PROBLEM))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aBrokenFileIsRefusedWithAMessage(String file) throws IOException {
        String expected = Files.readString(BROKEN.resolve(file + PROBLEM)).strip();

        Reading reading = Reading.of(corpus, file, Files.readAllBytes(BROKEN.resolve(file)));

        assertThat(reading.articles()).isEmpty();
        assertThat(reading.problemLines().getLast()).startsWith(expected);
    }
}
