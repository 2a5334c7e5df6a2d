package sourcebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sourcebook.answer.Answering;
import sourcebook.corpus.Golden;
import sourcebook.embed.Embedder;
import sourcebook.index.Lease;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.model.Answer;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Party;
import sourcebook.model.Quote;
import sourcebook.model.contract.Source;

/**
 * The sample corpus keeps answering its golden questions: each is a test by its own words. The index is made for each run,
 * and its vectors kept under {@code target}, so that only sentences that are new are embedded again.
 */
@SuppressWarnings("NullAway.Init")
final class GoldenQuestionsTest {
    /** Golden questions that are answered wrongly, or refused though they have an answer: what is left to do. */
    private static final Set<String> NOT_YET_RIGHT = Set.of(
            "Which company did the electronic tagging in England and Wales in 2018?",
            "Who chaired the London Assembly committee that published To Protect and Save?",
            "Who does the paperwork for the London police?",
            "How much cash went down the drain on the scheme for new 999 fire call centres?",
            "What was the taxman going to end up shelling out in total on its giant computer deal?",
            "Who filled in when the hired security didn't turn up for the Games?",
            "What made the firm running the Huntingdon hospital throw in the towel?",
            "Was the state really charged for keeping tabs on the deceased and the already locked up?",
            "Who drives Sussex patients to their appointments now that the first lot have gone?",
            "Who took on Carillion's prison maintenance and its military housing work after the collapse?",
            "How did BT answer the criticism that the Suffolk contract had gone over its price?");

    private static final List<String> TAKING_FOR_GRANTED = List.of(
            "How long is %s's contract with %s?",
            "When did %s sign its contract with %s?",
            "How much is %s's contract with %s worth?",
            "Why did %s end its contract with %s early?");

    private static final int EVERY = 5;

    private static Embedder embedder;
    private static Library library;

    @BeforeAll
    static void index() throws IOException {
        embedder = Embedder.load();
        Files.deleteIfExists(Path.of("target/golden/CURRENT"));
        library = new Library(Path.of("index-data"), Path.of("target/golden"), embedder, Clock.systemUTC());
        library.reindex(new Order(Actor.operator("a test"), true, "made anew for each run"), Progress.Watcher.NONE);
    }

    @AfterAll
    static void close() throws IOException {
        library.close();
        embedder.close();
    }

    @TestFactory
    Stream<DynamicTest> goldenQuestions() throws IOException {
        return library.goldens().stream()
                .filter(golden -> !NOT_YET_RIGHT.contains(golden.question()))
                .map(golden -> dynamicTest(golden.question(), () -> check(golden)));
    }

    @Test
    void mostOfTheGoldenQuestionsAreRight() throws IOException {
        List<Golden> goldens = library.goldens();

        assertThat(goldens).extracting(Golden::question).containsAll(NOT_YET_RIGHT);
        assertThat(goldens.size() - NOT_YET_RIGHT.size()).isGreaterThanOrEqualTo(100);
    }

    private static void check(Golden golden) throws IOException {
        Answer answer = ask(golden.question());

        if (golden.found()) {
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Found.class,
                            found -> assertThat(first(found)).satisfies(quote -> {
                                assertThat(quote.citation().article()).isIn(golden.cites());
                                assertThat(golden.quotes())
                                        .anySatisfy(words ->
                                                assertThat(quote.text()).contains(words));
                            }));
        } else {
            assertThat(answer).isInstanceOf(Answer.NotFound.class);
        }
    }

    /** The first words that are shown: a quote, or those that a fact rests on. */
    private static Quote first(Answer.Found found) {
        return found.evidence().stream()
                .flatMap(GoldenQuestionsTest::words)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Quote> words(Evidence evidence) {
        return switch (evidence) {
            case Quote quote -> Stream.of(quote);
            case Fact fact ->
                switch (fact.source()) {
                    case Source.Said said -> Stream.of(said.quote());
                    case Source.Notice notice -> Stream.empty();
                };
        };
    }

    /** What the sources say instead may be told, and nothing else. */
    @Test
    void noWrongPremiseIsConfirmed() throws IOException {
        List<Golden> wrong = library.goldens().stream()
                .filter(golden -> golden.kind().startsWith("Wrong-premise"))
                .filter(golden -> !NOT_YET_RIGHT.contains(golden.question()))
                .toList();

        assertThat(wrong).hasSizeGreaterThanOrEqualTo(10);
        for (Golden golden : wrong) {
            Answer answer = ask(golden.question());
            if (answer instanceof Answer.Found found) {
                assertThat(golden.quotes())
                        .as(golden.question())
                        .anySatisfy(words -> assertThat(first(found).text()).contains(words));
            }
        }
    }

    /** Every buyer with the supplier of somebody else: two parties that no passage names together have no contract. */
    @Test
    void noContractOfPartiesThatHaveNothingToDoWithEachOtherIsConfirmed() throws IOException {
        List<Pair> strangers = strangers();

        assertThat(strangers).hasSizeGreaterThan(30);
        for (Pair pair : strangers) {
            for (String question : TAKING_FOR_GRANTED) {
                String asked = String.format(question, pair.buyer, pair.supplier);
                assertThat(ask(asked)).as(asked).isNotInstanceOf(Answer.Found.class);
            }
        }
    }

    private record Pair(String buyer, String supplier) {}

    private static List<Pair> strangers() throws IOException {
        List<String> buyers = roles("buyer");
        List<String> suppliers = roles("supplier");
        List<Pair> strangers = new ArrayList<>();
        try (Lease lease = library.lease().orElseThrow()) {
            for (String buyer : buyers) {
                for (int i = buyers.indexOf(buyer) % EVERY; i < suppliers.size(); i += EVERY) {
                    String supplier = suppliers.get(i);
                    List<String> owned = keys(supplier, lease);
                    if (!owned.isEmpty()
                            && lease.naming(List.of(keys(buyer, lease), owned), 1)
                                    .isEmpty()) {
                        strangers.add(new Pair(buyer, supplier));
                    }
                }
            }
        }
        return strangers;
    }

    /** The keys of a party and of those that it owns or has owned. */
    private static List<String> keys(String name, Lease lease) {
        return lease.names().parties().stream()
                .filter(party -> party.name().equals(name)
                        || party.owners().stream()
                                .anyMatch(owner -> owner.owner().equals(name)))
                .map(Party::key)
                .toList();
    }

    private static List<String> roles(String role) throws IOException {
        try (Stream<Path> sheets = Files.list(Path.of("index-data/contracts"))) {
            List<String> lines = new ArrayList<>();
            for (Path sheet : sheets.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                lines.addAll(Files.readAllLines(sheet));
            }
            return lines.stream()
                    .map(line -> line.split(",", 4))
                    .filter(cells -> cells.length == 4 && cells[1].equals(role) && !cells[2].startsWith("\""))
                    .map(cells -> cells[2])
                    .distinct()
                    .toList();
        }
    }

    private static Answer ask(String question) throws IOException {
        return new Answering(library::lease).ask(question, null, 3).answer();
    }
}
