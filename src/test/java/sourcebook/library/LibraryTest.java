package sourcebook.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.index.Lease;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Stage;

final class LibraryTest {
    private static final Order ORDER = Order.by(Actor.operator("a test"));
    private static final Clock CLOCK = Clock.fixed(Fixture.BUILT, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Library library;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("corpus/articles"));
        write("payroll.md", "---\ntitle: Payroll\npublished: 2019\n---\nThe payroll contract runs for seven years.\n");
        library = new Library(folder.resolve("corpus"), folder.resolve("state"), null, CLOCK);
    }

    @AfterEach
    void close() throws IOException {
        library.close();
    }

    @Test
    void aReindexServesWhatTheCorpusHolds() throws IOException {
        Reindex outcome = library.reindex(ORDER, Progress.Watcher.NONE);

        assertThat(outcome).isInstanceOf(Reindex.Published.class);
        try (Lease lease = library.lease().orElseThrow()) {
            assertThat(lease.article("payroll").orElseThrow().text())
                    .isEqualTo("The payroll contract runs for seven years.");
            assertThat(lease.generation().builtAt()).isEqualTo(Fixture.BUILT);
        }
    }

    @Test
    void aBadFileIsReportedAndTheRestIsServed() throws IOException {
        write("bad.jsonl", "{not json\n");

        Reindex outcome = library.reindex(ORDER, Progress.Watcher.NONE);

        assertThat(outcome).isInstanceOfSatisfying(Reindex.Published.class, published -> {
            assertThat(published.report().problems()).hasSize(1);
            assertThat(published.report().problems().getFirst().file()).isEqualTo("articles/bad.jsonl");
            assertThat(published.report().problems().getFirst().line()).isEqualTo(1);
            assertThat(published.generation().holdings().articles()).isEqualTo(1);
        });
    }

    @Test
    void aCorpusThatCannotBeReadIsRefusedAndTheOldGenerationStays() throws IOException {
        library.reindex(ORDER, Progress.Watcher.NONE);
        write("payroll.md", "---\ntitle: Payroll\n");

        Reindex outcome = library.reindex(ORDER, Progress.Watcher.NONE);

        assertThat(outcome).isInstanceOf(Reindex.Refused.class);
        assertThat(served()).isEqualTo(1);
        assertThat(entries("generations")).containsExactly("1");
    }

    @Test
    void aFailureOnTheWayLeavesTheOldGenerationAndNoDraft() throws IOException {
        library.reindex(ORDER, Progress.Watcher.NONE);
        write("second.txt", "Another article.");

        assertThatThrownBy(() -> library.reindex(ORDER, progress -> {
                    if (progress.stage() == Stage.BUILDING) {
                        throw new IllegalStateException("stopped at " + progress.stage());
                    }
                }))
                .hasMessageStartingWith("stopped");

        assertThat(served()).isEqualTo(1);
        assertThat(entries("generations")).containsExactly("1");
        assertThat(library.reindex(ORDER, Progress.Watcher.NONE)).isInstanceOf(Reindex.Published.class);
    }

    @Test
    void aSecondReindexAtTheSameTimeSaysWhoHasTheFirst() throws IOException {
        AtomicReference<Reindex> second = new AtomicReference<>();
        Progress.Watcher meanwhile = progress -> {
            if (progress.stage() == Stage.CHECKING) {
                second.set(reindexed());
            }
        };

        Reindex first = library.reindex(ORDER, meanwhile);

        assertThat(first).isInstanceOf(Reindex.Published.class);
        assertThat(second.get())
                .isInstanceOfSatisfying(
                        Reindex.Busy.class,
                        busy -> assertThat(busy.holder())
                                .isEqualTo("a test began it at " + Fixture.BUILT + " (process "
                                        + ProcessHandle.current().pid() + ")"));
    }

    @Test
    void aChangeOfTheCorpusShowsUntilItIsIndexed() throws IOException {
        assertThat(library.changed()).isTrue();
        library.reindex(ORDER, Progress.Watcher.NONE);
        assertThat(library.changed()).isFalse();

        write("second.txt", "Another article.\n\nIt has words.");

        assertThat(library.changed()).isTrue();
    }

    @Test
    void examplesComeFromGoldenQuestionsOneOfAKind() throws IOException {
        Files.createDirectories(folder.resolve("corpus/golden"));
        Files.writeString(
                folder.resolve("corpus/golden/basic.md"),
                "# Basic\n\n## How long?\n- outcome: found\n- cites: payroll\n- quote: seven\n\n"
                        + "## How wide?\n- outcome: found\n\n# Odd\n\n## Which cup?\n- outcome: not_found\n");

        library.reindex(ORDER, Progress.Watcher.NONE);

        try (Lease lease = library.lease().orElseThrow()) {
            assertThat(lease.generation().examples()).containsExactly("How long?");
        }
    }

    @Test
    void progressTellsTheStagesInOrder() throws IOException {
        List<Stage> stages = new ArrayList<>();

        library.reindex(ORDER, progress -> stages.add(progress.stage()));

        assertThat(stages.stream().distinct())
                .containsExactly(Stage.READING, Stage.BUILDING, Stage.CHECKING, Stage.PUBLISHING, Stage.LIVE);
    }

    private Reindex reindexed() {
        try {
            return library.reindex(ORDER, Progress.Watcher.NONE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long served() throws IOException {
        try (Lease lease = library.lease().orElseThrow()) {
            return lease.generation().number();
        }
    }

    private List<String> entries(String name) throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve("state").resolve(name))) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve("corpus/articles").resolve(name), content);
    }
}
