package sourcebook.corpus.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are malformed or odd, each read or refused with a reason. */
class OcdsInvalidTest {
    private static final Path SAMPLES = Path.of("../shared/samples/ocds-invalid");

    @TempDir
    Path folder;

    @Test
    void everyFileIsReadOrRefusedWithAReason() throws IOException {
        assumeTrue(Files.exists(SAMPLES), "the samples are not there: " + SAMPLES);

        Gathering all = Gathering.read(SAMPLES);

        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                Gathering one = Gathering.read(alone(file));

                assertThat(one.problems.isEmpty() && one.contracts.isEmpty())
                        .as(name)
                        .isFalse();
                assertThat(one.problems).allMatch(problem -> problem.startsWith(name));
            }
        }
        assertThat(all.contracts)
                .hasSizeGreaterThan(10)
                .allSatisfy(contract -> assertThat(contract.facts()).isNotEmpty());
        assertThat(all.problems)
                .anyMatch(problem -> problem.startsWith("latin1.json: line 3: not JSON from here on"))
                .anyMatch(problem -> problem.startsWith("1001_empty_releases.json: /releases/0/ocid: ")
                        && problem.contains("1001 times"))
                .anyMatch(problem -> problem.startsWith("bad_toplevel_list.json: expected a release package"));
    }

    private Path alone(Path file) throws IOException {
        Path own = Files.createDirectory(folder.resolve(file.getFileName() + ".d"));
        Files.copy(file, own.resolve(file.getFileName()));
        return own;
    }
}
