package sourcebook.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes to the journal is killed at random moments: what it said it had written is there. */
@SuppressWarnings("NullAway.Init")
final class KilledWriterTest {
    private static final int KILLS = Integer.getInteger("journal.kills", 4);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void whatWasAcknowledgedSurvivesTheKill() throws Exception {
        Random random = new Random(seed);
        Path file = folder.resolve("journal.db");
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> acknowledged = killedAfter(20 + random.nextInt(200), file, "run" + kill);

            try (Store store = Store.open(file)) {
                Space space = new Space(store, "delivery", Clock.systemUTC());
                assertThat(space.ids()).as("seed %d", seed).containsAll(acknowledged);
                assertThat(store.<String>with(handle -> handle.createQuery("pragma integrity_check")
                                .mapTo(String.class)
                                .one()))
                        .isEqualTo("ok");
            }
        }
    }

    private static List<String> killedAfter(int lines, Path file, String name) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null) {
                acknowledged.add(line);
                if (acknowledged.size() == lines) {
                    process.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(lines);
        return acknowledged.subList(0, acknowledged.size() - 1);
    }

    /** Writes deliveries until it is killed, and prints each once it is written. */
    static final class Writer {
        private static final int MOST = 100_000;

        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            Journal.Terms terms = new Journal.Terms(Path.of(arguments[0]), null, Duration.ZERO);
            try (Journal journal = Journal.open(terms, Clock.systemUTC())) {
                for (int i = 0; i < MOST; i++) {
                    String id = arguments[1] + "-" + i;
                    journal.deliveries().first(id);
                    System.out.println(id);
                }
            }
        }
    }
}
