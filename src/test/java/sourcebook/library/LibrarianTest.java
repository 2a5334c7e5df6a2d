package sourcebook.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sourcebook.library.report.Actor;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Stage;

/** What admins do. */
@SuppressWarnings("NullAway.Init")
final class LibrarianTest {
    private static final Actor JANE = Actor.chat("T01:U02", "Jane Roe in Slack");

    @TempDir
    Path folder;

    private Shelf shelf;
    private Librarian librarian;

    @BeforeEach
    void open() throws IOException {
        shelf = new Shelf(folder);
        shelf.write("articles/payroll.txt", "The payroll contract runs for seven years.");
        shelf.write("golden/basic.md", "# Basic\n\n## How long does the payroll contract run?\n- outcome: found\n");
        librarian = new Librarian(shelf.library(), Set.of("T01:U02"));
    }

    @AfterEach
    void close() throws IOException {
        librarian.close();
        shelf.close();
    }

    @Test
    void aReindexIsStartedAndItsEndIsTold() throws Exception {
        CompletableFuture<Reindex> end = new CompletableFuture<>();
        List<Stage> stages = new ArrayList<>();

        Librarian.Start start =
                librarian.start(Order.by(JANE), progress -> stages.add(progress.stage()), end::complete);

        assertThat(start).isInstanceOf(Librarian.Start.Started.class);
        assertThat(end.get(20, TimeUnit.SECONDS)).isInstanceOf(Reindex.Published.class);
        assertThat(stages).startsWith(Stage.READING).endsWith(Stage.LIVE);
        assertThat(librarian.progress().orElseThrow().stage()).isEqualTo(Stage.LIVE);
        assertThat(librarian.progress().orElseThrow().by()).isEqualTo("Jane Roe in Slack");
        assertThat(librarian.report().orElseThrow().articles().added().count()).isEqualTo(1);
    }

    @Test
    void whoListensIsToldOfEveryReindexWhoeverOrderedIt() throws Exception {
        List<String> told = new ArrayList<>();
        CompletableFuture<Reindex> end = new CompletableFuture<>();
        shelf.library().listen((by, outcome) -> {
            throw new IllegalStateException("a listener that fails");
        });
        shelf.library()
                .listen((by, outcome) -> told.add(by + " " + outcome.getClass().getSimpleName()));

        shelf.published();
        librarian.start(Order.by(JANE), Progress.Watcher.NONE, end::complete);
        end.get(20, TimeUnit.SECONDS);

        assertThat(told).containsExactly("a test Published", "Jane Roe in Slack Unchanged");
        assertThat(shelf.library().follow()).isFalse();
        assertThat(told).hasSize(2);
    }

    @Test
    void whoIsNoAdminMayDoNothing() {
        Actor other = Actor.chat("T01:U99", "John Roe in Slack");

        assertThatThrownBy(() -> librarian.start(Order.by(other), Progress.Watcher.NONE, outcome -> {}))
                .isInstanceOf(Librarian.NotAdmin.class);
        assertThatThrownBy(() -> librarian.cancel(other)).isInstanceOf(Librarian.NotAdmin.class);
        assertThatThrownBy(() -> librarian.rollBack(OptionalLong.empty(), other))
                .isInstanceOf(Librarian.NotAdmin.class);
        assertThat(folder.resolve("state/generations")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(names = {"READING", "BUILDING", "CHECKING", "PUBLISHING"})
    void aReindexIsCalledOffInEveryStage(Stage stage) throws Exception {
        shelf.published();
        shelf.write("articles/ferry.txt", "The ferry contract is worth £3m.");

        Reindex outcome = shelf.reindex(Shelf.ORDER, progress -> {
            if (progress.stage() == stage) {
                cancel();
            }
        });

        assertThat(outcome).isEqualTo(new Reindex.Cancelled("Jane Roe in Slack"));
        assertThat(librarian.progress().orElseThrow().stage()).isEqualTo(Stage.CANCELLED);
        assertThat(librarian.progress().orElseThrow().reasons()).containsExactly("Cancelled by Jane Roe in Slack.");
        assertThat(shelf.served()).isEqualTo(1);
        assertThat(shelf.entries("generations")).containsExactly("1");
    }

    private void cancel() {
        try {
            assertThat(librarian.cancel(JANE)).isTrue();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whereNothingRunsThereIsNothingToCancelAndTheNextOneGoes() throws Exception {
        assertThat(librarian.cancel(JANE)).isFalse();

        shelf.published();
    }

    @Test
    void anEarlierGenerationIsServedAgainAtOnce() throws Exception {
        shelf.published();
        shelf.write("articles/payroll.txt", "The payroll contract runs for nine years.");
        shelf.published();

        Librarian.Back back = librarian.rollBack(OptionalLong.empty(), JANE);

        assertThat(back).isInstanceOf(Librarian.Back.Served.class);
        assertThat(shelf.served()).isEqualTo(1);
        assertThat(librarian.generations())
                .extracting(KeptGeneration::number, KeptGeneration::live, KeptGeneration::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, false, "a test"),
                        org.assertj.core.groups.Tuple.tuple(1L, true, "a test"));
        assertThat(librarian.rollBack(OptionalLong.of(2), JANE)).isInstanceOf(Librarian.Back.Served.class);
        assertThat(shelf.served()).isEqualTo(2);
    }

    @Test
    void whatWasRolledBackIsNotBuiltAgainByItself() throws Exception {
        shelf.published();
        shelf.write("articles/payroll.txt", "The payroll contract runs for nine years.");
        shelf.published();

        librarian.rollBack(OptionalLong.empty(), JANE);

        assertThat(shelf.library().changed()).isTrue();
        assertThat(shelf.library().due()).isFalse();
        shelf.write("articles/payroll.txt", "The payroll contract runs for ten years.");
        assertThat(shelf.library().due()).isTrue();
    }

    @Test
    void thereIsNoWayBackToWhatIsNotKeptOrServedOrWhole() throws Exception {
        assertThat(librarian.rollBack(OptionalLong.empty(), JANE)).isInstanceOf(Librarian.Back.Refused.class);
        shelf.published();
        shelf.write("articles/payroll.txt", "The payroll contract runs for nine years.");
        shelf.published();
        Path first = folder.resolve("state/generations/1");
        damage(first);

        assertThat(librarian.rollBack(OptionalLong.of(9), JANE))
                .isEqualTo(new Librarian.Back.Refused("There is no such generation to go back to; kept are [2, 1]."));
        assertThat(librarian.rollBack(OptionalLong.of(2), JANE))
                .isEqualTo(new Librarian.Back.Refused("Generation 2 is the one that is served already."));
        assertThat(librarian.rollBack(OptionalLong.of(1), JANE))
                .isInstanceOfSatisfying(
                        Librarian.Back.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("Generation 1 cannot be served: "));
        assertThat(shelf.served()).isEqualTo(2);
    }

    private static void damage(Path generation) throws IOException {
        try (var files = Files.list(generation)) {
            Path file = files.filter(Files::isRegularFile)
                    .max(Comparator.comparing(path -> path.toFile().length()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
    }

    @Test
    void whileOneRunsAnotherIsNotStartedAndThereIsNoWayBack() throws Exception {
        shelf.published();
        shelf.write("articles/ferry.txt", "The ferry contract is worth £3m.");
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Reindex> end = new CompletableFuture<>();
        librarian.start(Order.by(JANE), progress -> await(reading, goOn), end::complete);
        assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();

        try {
            assertThat(librarian.start(Shelf.ORDER, Progress.Watcher.NONE, outcome -> {}))
                    .isInstanceOfSatisfying(
                            Librarian.Start.Busy.class,
                            busy -> assertThat(busy.holder())
                                    .startsWith("Jane Roe in Slack began it at 2026-01-02T03:04:05Z"));
            assertThat(librarian.rollBack(OptionalLong.of(1), JANE)).isInstanceOf(Librarian.Back.Refused.class);
            assertThat(librarian.progress().orElseThrow().stage()).isEqualTo(Stage.READING);
        } finally {
            goOn.countDown();
        }
        assertThat(end.get(20, TimeUnit.SECONDS)).isInstanceOf(Reindex.Published.class);
    }

    private static void await(CountDownLatch reached, CountDownLatch goOn) {
        reached.countDown();
        try {
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRunWhoseProcessWasKilledIsToldAsFailed() throws Exception {
        shelf.published();
        Path file = shelf.state().resolve("reindex.json");
        Files.writeString(file, Files.readString(file).replace("\"LIVE\"", "\"BUILDING\""));

        Progress last = librarian.progress().orElseThrow();

        assertThat(last.stage()).isEqualTo(Stage.FAILED);
        assertThat(last.reasons()).containsExactly("The process was stopped before it was done.");
    }

    @Test
    void whatCannotBeReadFailsWithItsReason() throws Exception {
        shelf.published();
        shelf.delete("articles/payroll.txt");
        Files.delete(folder.resolve("corpus/articles"));

        Reindex outcome = shelf.reindex();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Reindex.Failed.class,
                        failed -> assertThat(failed.reason()).startsWith("there is no folder"));
        assertThat(librarian.progress().orElseThrow().stage()).isEqualTo(Stage.FAILED);
        assertThat(shelf.served()).isEqualTo(1);
    }
}
