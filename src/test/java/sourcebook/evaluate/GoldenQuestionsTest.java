package sourcebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
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
import sourcebook.library.Library;
import sourcebook.library.Reindex;
import sourcebook.model.Answer;
import sourcebook.model.Quote;

/**
 * The sample corpus keeps answering its golden questions: each is a test by its own words. The index is made once and kept
 * under {@code target}, so that only sentences that are new are embedded again.
 */
@SuppressWarnings("NullAway.Init")
final class GoldenQuestionsTest {
    /** Golden questions that are answered wrongly, or refused though they have an answer: what is left to do. */
    private static final Set<String> NOT_YET_RIGHT = Set.of();

    private static Embedder embedder;
    private static Library library;

    @BeforeAll
    static void index() throws IOException {
        embedder = Embedder.load();
        library = new Library(Path.of("index-data"), Path.of("target/golden"), embedder, Clock.systemUTC());
        library.refresh();
        if (library.changed()) {
            library.reindex(Reindex.Progress.NONE);
        }
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
        assertThat(goldens.size() - NOT_YET_RIGHT.size()).isGreaterThanOrEqualTo(60);
    }

    private static void check(Golden golden) throws IOException {
        Answer answer =
                new Answering(library::lease).ask(golden.question(), null, 3).answer();

        if (golden.found()) {
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Found.class,
                            found -> assertThat(first(found)).satisfies(quote -> {
                                assertThat(quote.citation().article()).isIn(golden.cites());
                                assertThat(golden.quotes())
                                        .anySatisfy(words ->
                                                assertThat(words(quote)).contains(words));
                            }));
        } else {
            assertThat(answer).isInstanceOf(Answer.NotFound.class);
        }
    }

    private static Quote first(Answer.Found found) {
        return found.evidence().stream()
                .filter(Quote.class::isInstance)
                .map(Quote.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String words(Quote quote) {
        return quote.text();
    }
}
