package sourcebook;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs of others that judge what we make, from npm: those that {@code src/test/node/NAME} names in its lock file
 * are installed once into {@code target/node/NAME}. Where there is no npm, the test ends there, and says so.
 */
public final class NodePeers {
    private static final String SKIPPED =
            "SKIPPED WITHOUT NPM: install Node.js 20 or later with npm, for other people's programs judge our output";
    private static final long INSTALL_MINUTES = 10;
    private static final long RUN_MINUTES = 3;
    private static final String STAMP = "installed";

    private final Path folder;

    private NodePeers(Path folder) {
        this.folder = folder;
    }

    /** The programs of that folder, or the end of the test where this machine has no npm. */
    public static synchronized NodePeers of(String name) throws IOException, InterruptedException {
        Path from = Path.of("src", "test", "node", name);
        Path to = Files.createDirectories(Path.of("target", "node", name)).toAbsolutePath();
        boolean here = program("node").isPresent() && program("npm").isPresent();
        if (!here && "true".equals(System.getenv("CI"))) {
            fail(SKIPPED);
        }
        assumeTrue(here, SKIPPED);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        NodePeers peers = new NodePeers(to);
        peers.install();
        return peers;
    }

    private void install() throws IOException, InterruptedException {
        Path stamp = folder.resolve(STAMP);
        String wanted = Files.readString(folder.resolve("package-lock.json"));
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return;
        }
        execute(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), "", INSTALL_MINUTES);
        Files.writeString(stamp, wanted);
    }

    public Path folder() {
        return folder;
    }

    /** What a script prints, line by line, when it is given these lines to read. */
    public List<String> run(List<String> lines, String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(Arrays.asList(arguments));
        return execute(command, String.join("\n", lines), RUN_MINUTES).lines().toList();
    }

    private String execute(List<String> command, String input, long minutes) throws IOException, InterruptedException {
        Path in = Files.createTempFile(folder, "in", ".txt");
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        try {
            Files.writeString(in, input);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command + " did not end within " + minutes + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new IOException(command + " failed: " + Files.readString(err));
            }
            return Files.readString(out, StandardCharsets.UTF_8);
        } finally {
            for (Path file : List.of(in, out, err)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Optional<Path> program(String name) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
