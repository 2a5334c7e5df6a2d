package sourcebook.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.model.Article;

final class GenerationsTest {
    @TempDir
    private Path state;

    @Test
    void nothingIsLentBeforeAGenerationIsPublished() throws IOException {
        try (Generations generations = new Generations(state, null)) {
            generations.refresh();

            assertThat(generations.lease()).isEmpty();
        }
    }

    @Test
    void aPublishedGenerationIsLentWithWhatItHolds() throws IOException {
        try (Generations generations = Fixture.served(state, Fixture.ALL);
                Lease lease = generations.lease().orElseThrow()) {

            assertThat(lease.generation().number()).isEqualTo(1);
            assertThat(lease.generation().holdings().articles()).isEqualTo(3);
            assertThat(lease.generation().holdings().newest()).hasToString("2021-09-01");
            assertThat(lease.article("libraries")).contains(Fixture.LIBRARIES);
            assertThat(lease.names().parties()).containsExactlyInAnyOrderElementsOf(Fixture.NAMES.parties());
        }
    }

    @Test
    void aDraftThatIsNotPublishedIsNotServed() throws IOException {
        try (Generations generations = Fixture.served(state, List.of(Fixture.ACME_PAYROLL))) {
            Fixture.draft(generations, Fixture.ALL);

            generations.refresh();

            assertThat(numberServed(generations)).isEqualTo(1);
            assertThat(numberServed(new Generations(state, null))).isEqualTo(1);
        }
    }

    @Test
    void anUnfinishedDraftCannotBeOpened() throws IOException {
        try (Generations generations = new Generations(state, null);
                DraftWriter writer = generations.draft(Fixture.NAMES)) {
            writer.revision().begin("articles/libraries.md", "hash");
            writer.add(Fixture.LIBRARIES);
        }

        assertThatThrownBy(() -> OpenGeneration.open(state.resolve("generations/1.draft")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aLeaseOutlivesThePublishingOfNewerGenerations() throws IOException {
        try (Generations generations = Fixture.served(state, List.of(Fixture.ACME_PAYROLL));
                Lease old = generations.lease().orElseThrow()) {

            for (int i = 0; i < 4; i++) {
                Fixture.publish(generations, Fixture.ALL);
            }

            assertThat(old.article("acme-payroll")).contains(Fixture.ACME_PAYROLL);
            assertThat(old.article("libraries")).isEmpty();
            assertThat(numberServed(generations)).isEqualTo(5);
        }
    }

    @Test
    void theLastThreeGenerationsAreKept() throws IOException {
        try (Generations generations = Fixture.served(state, Fixture.ALL)) {
            for (int i = 0; i < 4; i++) {
                Fixture.publish(generations, Fixture.ALL);
            }
        }

        assertThat(names(state.resolve("generations"))).containsExactlyInAnyOrder("3", "4", "5");
        assertThat(state.resolve("CURRENT")).hasContent("5");
    }

    @Test
    void anotherProcessesGenerationIsTakenOverByRefresh() throws IOException {
        try (Generations serving = Fixture.served(state, List.of(Fixture.ACME_PAYROLL));
                Generations other = new Generations(state, null)) {
            other.refresh();
            Fixture.publish(other, Fixture.ALL);

            assertThat(serving.refresh()).isTrue();
            assertThat(serving.refresh()).isFalse();
            assertThat(numberServed(serving)).isEqualTo(2);
        }
    }

    @Test
    void anEmptyDraftIsRefused() throws IOException {
        try (Generations generations = new Generations(state, null)) {
            Verdict verdict = Fixture.draft(generations, List.of()).verify(null, Draft.Inspection.NONE);

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Refused.class,
                            refused -> assertThat(refused.reasons())
                                    .containsExactly("The corpus has no article that could be read."));
        }
    }

    @Test
    void aDamagedDraftIsRefused() throws IOException {
        try (Generations generations = new Generations(state, null)) {
            Draft draft = Fixture.draft(generations, Fixture.ALL);
            flipAByte(draft.folder(), ".cfs");

            assertThat(draft.verify(null, Draft.Inspection.NONE)).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void aDamagedGenerationIsPassedOverForTheOneBefore() throws IOException {
        try (Generations generations = Fixture.served(state, List.of(Fixture.ACME_PAYROLL))) {
            Fixture.publish(generations, Fixture.ALL);
        }
        flipAByte(state.resolve("generations/2"), ".cfs");

        try (Generations restarted = new Generations(state, null)) {
            restarted.refresh();

            assertThat(numberServed(restarted)).isEqualTo(1);
        }
    }

    @Test
    void whereNoGenerationIsWholeTheReasonIsTold() throws IOException {
        Fixture.served(state, Fixture.ALL).close();
        flipAByte(state.resolve("generations/1"), ".cfs");

        try (Generations restarted = new Generations(state, null)) {
            assertThatThrownBy(restarted::refresh)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("generation 1 cannot be served");
        }
    }

    @Test
    void aCurrentFileThatIsNoNumberIsToldApart() throws IOException {
        Files.createDirectories(state);
        Files.writeString(state.resolve("CURRENT"), "newest");

        try (Generations generations = new Generations(state, null)) {
            assertThatThrownBy(generations::refresh).hasMessageContaining("should hold one number");
        }
    }

    @Test
    void answersGoOnWhileGenerationsChange() throws Exception {
        List<Article> fewer = List.of(Fixture.ACME_PAYROLL);
        try (Generations generations = Fixture.served(state, fewer);
                ExecutorService readers = Executors.newFixedThreadPool(3)) {
            CountDownLatch swapped = new CountDownLatch(20);
            List<Future<Integer>> reading = Stream.generate(() -> readers.submit(() -> read(generations, swapped)))
                    .limit(3)
                    .toList();

            while (swapped.getCount() > 0) {
                Fixture.publish(generations, swapped.getCount() % 2 == 0 ? Fixture.ALL : fewer);
                swapped.countDown();
            }

            for (Future<Integer> reader : reading) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    /** Reads until all swaps are done; each lease must be whole and of one generation. */
    private static int read(Generations generations, CountDownLatch swapped) throws IOException {
        int leases = 0;
        while (swapped.getCount() > 0) {
            try (Lease lease = generations.lease().orElseThrow()) {
                int articles = lease.generation().holdings().articles();
                assertThat(lease.article("libraries").isPresent()).isEqualTo(articles == 3);
                leases++;
            }
        }
        return leases;
    }

    private static long numberServed(Generations generations) throws IOException {
        generations.refresh();
        try (Lease lease = generations.lease().orElseThrow()) {
            return lease.generation().number();
        }
    }

    private static void flipAByte(Path folder, String ending) throws IOException {
        Path file = folder.resolve(names(folder).stream()
                .filter(name -> name.endsWith(ending))
                .findFirst()
                .orElseThrow());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }
}
