package sourcebook.answer.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.index.Lease;
import sourcebook.index.contract.ContractSearch;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.model.audience.Clearance;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;

/** Sources that disagree, and sources that only look so, as {@code planted/planted.tsv} lists them. */
class PlantedTest {
    private static final Path PLANTED = Path.of("src/test/resources/planted");

    @TempDir
    private static Path state;

    private static Library library;

    private record Plant(String contract, Predicate predicate, boolean disagree, String why) {
        static Plant of(String line) {
            String[] cells = line.split("\t");
            return new Plant(cells[0], Predicate.of(cells[1]).orElseThrow(), cells[2].equals("disagree"), cells[3]);
        }
    }

    @BeforeAll
    static void index() throws IOException {
        library = new Library(PLANTED, state, null, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        assertThat(library.reindex(Order.by(Actor.operator("a test")), Progress.Watcher.NONE))
                .isInstanceOfSatisfying(
                        Reindex.Published.class,
                        p -> assertThat(p.report().problems()).isEmpty());
    }

    @AfterAll
    static void close() throws IOException {
        library.close();
    }

    @TestFactory
    Stream<DynamicTest> disagreementsAreFoundAndLookAlikesAreNot() throws IOException {
        return Files.readAllLines(PLANTED.resolve("planted.tsv")).stream()
                .skip(1)
                .map(Plant::of)
                .map(plant -> DynamicTest.dynamicTest(plant.contract + ", " + plant.why, () -> check(plant)));
    }

    private static void check(Plant plant) throws IOException {
        List<Contract> contracts = contracts(plant.contract);

        assertThat(contracts).isNotEmpty();
        for (Contract contract : contracts) {
            boolean found =
                    !Weighing.disagreements(contract.standing(plant.predicate)).isEmpty();
            assertThat(found).as(contract.standing(plant.predicate).toString()).isEqualTo(plant.disagree);
        }
    }

    @Test
    void anotherTextIsShownAsAlsoSaidAndNotAsADisagreement() throws IOException {
        List<String> notices = views().contract("example-35").orElseThrow().notices();

        assertThat(notices).singleElement().asString().startsWith("Scope: Also said, by another source: ");
    }

    @Test
    void aContractsPageSaysOnWhatItsSourcesDisagree() throws IOException {
        assertThat(views().contract("example-11").orElseThrow().notices())
                .singleElement()
                .asString()
                .startsWith("End: Sources disagree; each is shown with its own: ");
        assertThat(views().contract("example-33").orElseThrow().notices()).isEmpty();
    }

    private static ContractViews views() {
        return new ContractViews(library::lease, Clearance.PUBLIC);
    }

    /** The contract of that id, or all whose titles begin so. */
    private static List<Contract> contracts(String named) throws IOException {
        try (Lease lease = library.lease().orElseThrow()) {
            ContractSearch search = lease.contracts();
            return search.contract(named)
                    .map(List::of)
                    .orElse(search.find(named, List.of(), 20).stream()
                            .map(ContractSearch.Hit::contract)
                            .filter(contract -> contract.title().startsWith(named))
                            .toList());
        }
    }
}
