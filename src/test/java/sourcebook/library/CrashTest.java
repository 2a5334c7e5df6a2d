package sourcebook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Stage;

/** Real processes, killed and watched from outside. {@code -Dkills=30} kills more, {@code -Dseed=…} the same again. */
final class CrashTest {
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final List<Stage> STAGES =
            List.of(Stage.READING, Stage.BUILDING, Stage.PUBLISHING, Stage.CHECKING, Stage.LIVE);

    @TempDir
    private Path folder;

    @Test
    void whereverItIsKilledTheOldOrTheNewGenerationIsWhole() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Path corpus = folder.resolve("corpus");
        Path state = folder.resolve("state");
        Oracle oracle = new Oracle(corpus);
        oracle.version(0);
        reindexHere(corpus, state);
        int served = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            Stage stage = STAGES.get(kill % STAGES.size());
            oracle.version(kill);

            killAt(
                    stage,
                    random.nextInt(1 + (stage == Stage.PUBLISHING ? 6 : 40)),
                    ReindexProcess.start(corpus, state));

            served = assertWhole(corpus, state, "seed " + seed + ", kill " + kill + " at " + stage, served, kill);
        }
        assertNoDebris(corpus, state, "seed " + seed + ", at the end", KILLS);
    }

    @Test
    void killedWhileItEmbedsItServesTheOldAndGoesOnWithTheVectorsItHas() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Path corpus = folder.resolve("corpus");
        Path state = folder.resolve("state");
        Oracle oracle = new Oracle(corpus, 0);
        oracle.version(0);
        reindexHere(corpus, state);
        int served = 0;
        int kills = Math.max(1, KILLS / 5);
        for (int kill = 1; kill <= kills; kill++) {
            oracle.version(kill);

            killAt(Stage.EMBEDDING, random.nextInt(200), ReindexProcess.embedding(corpus, state));

            served = assertWhole(corpus, state, "seed " + seed + ", kill " + kill, served, kill);
        }
        assertNoDebris(corpus, state, "seed " + seed, kills);
    }

    @Test
    void aServerThatIsKilledAtAnyMomentLeavesTheOldOrTheNewGenerationWhole() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Path corpus = folder.resolve("corpus");
        Path state = folder.resolve("state");
        Oracle oracle = new Oracle(corpus);
        oracle.version(0);
        reindexHere(corpus, state);
        int served = 0;
        int kills = Math.max(1, KILLS / 5);
        for (int kill = 1; kill <= kills; kill++) {
            oracle.version(kill);
            Process server = ReindexProcess.server(corpus, state);
            try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
                assertThat(String.valueOf(lines.readLine())).startsWith("Sourcebook is ready at ");
                Thread.sleep(random.nextInt(1_500));
            } finally {
                server.destroyForcibly();
                assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }

            served = assertWhole(corpus, state, "seed " + seed + ", kill " + kill, served, kill);
        }
        assertNoDebris(corpus, state, "seed " + seed, kills);
    }

    @Test
    void whatAKilledProcessHadBegunToWriteIsDeleted() throws Exception {
        Path corpus = folder.resolve("corpus");
        Path state = Files.createDirectories(folder.resolve("state"));
        new Oracle(corpus).version(0);
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path left = Files.writeString(state.resolve("reindex.json." + dead.pid() + ".next"), "{");
        Path alive = Files.writeString(
                state.resolve("reindex.cancel." + ProcessHandle.current().pid() + ".next"), "x");

        reindexHere(corpus, state);

        assertThat(left).doesNotExist();
        assertThat(alive).exists();
    }

    /** After one more reindex, which goes on where the last one was killed. */
    private static void assertNoDebris(Path corpus, Path state, String why, int version) throws IOException {
        reindexHere(corpus, state);
        assertThat(entries(state.resolve("generations")).size()).as(why).isLessThanOrEqualTo(3);
        assertThat(entries(state))
                .as(why)
                .isSubsetOf(
                        "CURRENT",
                        "charts.key",
                        "embeddings",
                        "generations",
                        "left-alone.txt",
                        "rates.json",
                        "reindex.cancel",
                        "reindex.json",
                        "reindex.lock",
                        "report.json");
        assertWhole(corpus, state, why, version, version);
    }

    private static int assertWhole(Path corpus, Path state, String why, int before, int now) throws IOException {
        try (Library library = new Library(corpus, state, null, Clock.systemUTC())) {
            library.refresh();
            Oracle.check(library);
            int version = Oracle.version(library);
            assertThat(version).as(why).isIn(before, now);
            return version;
        }
    }

    private static void killAt(Stage stage, int moreMillis, Process process) throws Exception {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.equals(stage.toString())) {
                line = lines.readLine();
            }
            Thread.sleep(moreMillis);
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatAnotherProcessPublishesIsTakenOverAndToldOnce() throws Exception {
        Path corpus = folder.resolve("corpus");
        Path state = folder.resolve("state");
        Oracle oracle = new Oracle(corpus);
        oracle.version(0);
        reindexHere(corpus, state);
        List<String> told = new ArrayList<>();
        try (Library library = new Library(corpus, state, null, Clock.systemUTC())) {
            library.refresh();
            library.listen(
                    (by, outcome) -> told.add(by + " " + outcome.getClass().getSimpleName()));
            oracle.version(1);
            Process process = ReindexProcess.start(corpus, state);
            try {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }

            assertThat(library.follow()).isTrue();
            assertThat(library.follow()).isFalse();

            assertThat(told).containsExactly("a process to be killed Published");
            assertThat(Oracle.version(library)).isEqualTo(1);
        }
    }

    @Test
    void anotherProcessIsSeenKeptOutAndCalledOff() throws Exception {
        Path corpus = folder.resolve("corpus");
        Path state = folder.resolve("state");
        new Oracle(corpus).version(0);
        Process process = ReindexProcess.start(corpus, state);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                Library library = new Library(corpus, state, null, Clock.systemUTC());
                Librarian librarian = new Librarian(library, java.util.Set.of())) {
            assertThat(lines.readLine()).isEqualTo("reading");
            stop(process);
            Order order = Order.by(Actor.operator("a test"));

            Reindex mine = library.reindex(order, Progress.Watcher.NONE);
            boolean running = librarian.cancel(Actor.operator("a test"));
            goOn(process);

            assertThat(mine)
                    .isInstanceOfSatisfying(
                            Reindex.Busy.class,
                            busy -> assertThat(busy.holder())
                                    .startsWith("a process to be killed began it at ")
                                    .endsWith("(process " + process.pid() + ")"));
            assertThat(running).isTrue();
            assertThat(lines.lines().toList()).endsWith("cancelled", "Cancelled[by=a test]");
            assertThat(library.reindex(order, Progress.Watcher.NONE)).isInstanceOf(Reindex.Published.class);
        } finally {
            process.destroyForcibly();
        }
    }

    /** As the terminal's Ctrl-Z does: it holds its lock and does nothing. */
    private static void stop(Process process) throws Exception {
        signal("STOP", process);
    }

    private static void goOn(Process process) throws Exception {
        signal("CONT", process);
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void reindexHere(Path corpus, Path state) throws IOException {
        try (Library library = new Library(corpus, state, null, Clock.systemUTC())) {
            library.reindex(Order.by(Actor.operator("a test")), Progress.Watcher.NONE);
        }
    }

    private static List<String> entries(Path of) throws IOException {
        try (Stream<Path> entries = Files.list(of)) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }
}
