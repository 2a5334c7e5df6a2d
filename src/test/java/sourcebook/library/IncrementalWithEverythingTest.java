package sourcebook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.answer.Answering;
import sourcebook.embed.Embedder;
import sourcebook.index.Lease;
import sourcebook.library.report.KeptQuotes;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.render.JsonAnswer;
import sourcebook.render.Links;

/**
 * With embeddings, names, fact sheets and contract data, an index that was changed again and again gives what one built at
 * once gives: articles, contracts, and answers down to their scores.
 */
@SuppressWarnings("NullAway.Init")
final class IncrementalWithEverythingTest {
    private static final Path SAMPLE = Path.of("index-data");
    private static final List<String> QUESTIONS = List.of(
            "How long is the Met Police's contract with SSCL?",
            "How much was the army recruiting contract with Capita worth?",
            "Who took over Lincolnshire Police's back office?",
            "How many posts did Cleveland Police transfer to Steria?",
            "Who owns SSCL?",
            "When was the Atomic Weapons Establishment taken back?",
            "What went wrong at the London Olympics?",
            "What does the ferry contract cost?");

    @TempDir
    private static Path folder;

    private static Embedder embedder;

    @BeforeAll
    static void load() throws IOException {
        embedder = Embedder.load();
        copy(SAMPLE.resolve("articles/police"), corpus().resolve("articles/police"));
        copy(SAMPLE.resolve("articles/defence"), corpus().resolve("articles/defence"));
        copy(SAMPLE.resolve("contracts"), corpus().resolve("contracts"));
        Files.copy(SAMPLE.resolve("names.csv"), corpus().resolve("names.csv"));
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void changesGiveWhatBuildingAtOnceGives() throws IOException {
        try (Library library = library(folder.resolve("state"))) {
            Report first = reindexed(library, false);
            assertThat(first.problems()).extracting("file").contains("contracts/health.csv");

            write("articles/police/weather.md", "It rained on the police of Northtown. ".repeat(30));
            Report added = reindexed(library, false);
            assertThat(added.problems()).as("of files that were not read").isEqualTo(first.problems());
            assertThat(Files.mismatch(contracts(1), contracts(2)))
                    .as("contracts taken over")
                    .isEqualTo(-1);
            assertSameAsAnew(library, "an article more");

            write("articles/police/weather.md", "It snowed on the police of Northtown. ".repeat(30));
            reindexed(library, false);
            assertThat(folder.resolve("state/generations/3/gone")).isDirectory();
            assertSameAsAnew(library, "an article changed");

            write(
                    "articles/defence/ferry.md",
                    "In March 2014 the British Army signed a contract with Capita worth £80m over five years.");
            reindexed(library, false);
            assertThat(Files.mismatch(contracts(3), contracts(4)))
                    .as("contracts written anew")
                    .isNotEqualTo(-1);
            assertSameAsAnew(library, "a fact more");

            String police = Files.readString(corpus().resolve("contracts/police.csv"));
            Files.writeString(corpus().resolve("contracts/police.csv"), police.substring(0, police.length() / 2));
            reindexed(library, false);
            assertSameAsAnew(library, "a fact sheet cut short");

            Files.delete(corpus().resolve("articles/defence/ferry.md"));
            Files.delete(corpus().resolve("contracts/defence.csv"));
            reindexed(library, false);
            assertSameAsAnew(library, "a fact and a sheet less");
        }
    }

    private static void assertSameAsAnew(Library library, String why) throws IOException {
        Path state = folder.resolve("anew-" + why.replace(' ', '-'));
        copy(folder.resolve("state/embeddings"), state.resolve("embeddings"));
        try (Library anew = library(state)) {
            Report report = reindexed(anew, true);
            assertThat(documents(library)).as(why).isEqualTo(documents(anew));
            assertThat(contracts(library)).as(why).isEqualTo(contracts(anew)).hasSizeGreaterThan(10);
            for (String question : QUESTIONS) {
                assertThat(answer(library, question)).as(why).isEqualTo(answer(anew, question));
            }
            try (Librarian librarian = new Librarian(library, java.util.Set.of())) {
                assertThat(librarian.problems()).as(why).containsExactlyInAnyOrderElementsOf(report.problems());
            }
        }
    }

    private static Map<String, String> documents(Library library) throws IOException {
        Map<String, String> documents = new TreeMap<>();
        try (Lease lease = library.lease().orElseThrow()) {
            documents.put("holdings", lease.generation().holdings().toString());
            lease.files().forEach((name, file) -> documents.put(name, file.sha256() + file.articles()));
        }
        return documents;
    }

    private static Map<String, String> contracts(Library library) throws IOException {
        Map<String, String> contracts = new TreeMap<>();
        ContractQuery all = new ContractQuery(List.of(), ContractQuery.Sort.TITLE, false, 0);
        try (Lease lease = library.lease().orElseThrow()) {
            for (Contract contract : lease.contracts().first(all, 5_000)) {
                contracts.put(contract.id(), contract.toString());
            }
            for (String party : List.of("SSCL", "Capita", "G4S")) {
                contracts.put(party, sorted(lease.contracts().ofParty(List.of(party))));
            }
        }
        return contracts;
    }

    private static String sorted(List<?> values) {
        List<String> words =
                new ArrayList<>(values.stream().map(Object::toString).toList());
        words.sort(null);
        return words.toString();
    }

    private static String answer(Library library, String question) throws IOException {
        return new JsonAnswer(new Links("https://quotes.test"))
                .render("", new Answering(library::lease).ask(question, null, 5))
                .replaceAll("\"(millis|generation)\":\\d+", "");
    }

    private static Report reindexed(Library library, boolean full) throws IOException {
        Reindex outcome = library.reindex(new Order(Shelf.ORDER.by(), full, "a test"), Progress.Watcher.NONE);
        if (outcome instanceof Reindex.Published published) {
            return published.report();
        }
        throw new AssertionError(outcome);
    }

    private static Library library(Path state) {
        return new Library(corpus(), state, embedder, KeptQuotes.NONE, Clock.fixed(Fixture.BUILT, ZoneOffset.UTC));
    }

    private static Path corpus() {
        return folder.resolve("corpus");
    }

    private static Path contracts(long generation) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("state/generations/" + generation + "/contracts"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(
                corpus().resolve(name), "---\ntitle: Of Northtown\npublished: 2020-01-02\n---\n" + text + "\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> copied(file, to.resolve(from.relativize(file).toString())));
        }
    }

    private static void copied(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else if (!from.getFileName().toString().equals("write.lock")) {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
