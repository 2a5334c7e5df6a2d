package sourcebook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.library.report.KeptQuotes;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.library.report.Report.LostQuote;
import sourcebook.model.Quote;
import sourcebook.model.Span;

/** What must not be published is not, and the reason is told. */
final class GateTest {
    private static final String SENTENCE = "The payroll contract runs for seven years.";
    private static final String GOLDEN =
            "# Basic\n\n## How long does the payroll contract run?\n- outcome: found\n- quote: seven years\n";

    @TempDir
    private Path folder;

    private Shelf shelf(KeptQuotes kept) throws IOException {
        Shelf shelf = new Shelf(folder, kept);
        shelf.write("articles/payroll.txt", SENTENCE);
        for (String name : List.of("bridge", "canteen", "ferry", "library")) {
            shelf.write("articles/" + name + ".txt", "Here stands something of the " + name + " in Northtown.");
        }
        return shelf;
    }

    @Test
    void aFifthOfTheArticlesMayGoAndNoMore() throws IOException {
        try (Shelf shelf = shelf(KeptQuotes.NONE)) {
            shelf.published();
            shelf.delete("articles/bridge.txt");
            shelf.published();
            shelf.delete("articles/canteen.txt");

            Reindex outcome = shelf.reindex();

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Reindex.Refused.class,
                            refused -> assertThat(refused.reasons())
                                    .containsExactly(
                                            "The new index has 3 articles, the one that is served has 4: more than a fifth of"
                                                    + " them would be gone."));
            assertThat(shelf.served()).isEqualTo(2);
            assertThat(shelf.entries("generations")).containsExactly("1", "2");
        }
    }

    @Test
    void aReasonForcesItAndIsKept() throws IOException {
        try (Shelf shelf = shelf(KeptQuotes.NONE)) {
            shelf.published();
            shelf.delete("articles/bridge.txt");
            shelf.delete("articles/canteen.txt");

            Reindex outcome =
                    shelf.reindex(new Order(Shelf.ORDER.by(), false, "they were drafts"), Progress.Watcher.NONE);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Reindex.Published.class,
                            published -> assertThat(published.report().forced())
                                    .startsWith("they were drafts. Passed over: The new index has 3 articles"));
            try (Librarian librarian = new Librarian(shelf.library(), java.util.Set.of())) {
                assertThat(librarian
                                .generations()
                                .getFirst()
                                .report()
                                .orElseThrow()
                                .forced())
                        .startsWith("they were drafts.");
            }
        }
    }

    @Test
    void aGoldenAnswerThatIsLostRefusesWithBothAnswers() throws IOException {
        try (Shelf shelf = shelf(KeptQuotes.NONE)) {
            shelf.write("golden/basic.md", GOLDEN);
            shelf.published();
            shelf.write("articles/payroll.txt", "The payroll contract runs for nine years.");

            Reindex outcome = shelf.reindex();

            assertThat(outcome).isInstanceOfSatisfying(Reindex.Refused.class, refused -> {
                assertThat(refused.reasons())
                        .containsExactly("“How long does the payroll contract run?” was answered rightly and no longer"
                                + " is. Before: “" + SENTENCE + "” (payroll). Now: “The payroll contract runs for nine"
                                + " years.” (payroll).");
                assertThat(refused.report().golden()).hasSize(1);
            });
            assertThat(shelf.served()).isEqualTo(1);
        }
    }

    @Test
    void aGoldenQuestionThatNeverWorkedRefusesNothing() throws IOException {
        try (Shelf shelf = shelf(KeptQuotes.NONE)) {
            shelf.write("golden/basic.md", GOLDEN.replace("seven years", "eleven years"));
            shelf.published();
            shelf.write("articles/payroll.txt", "The payroll contract runs for nine years.");

            Report report = shelf.published();

            assertThat(report.golden()).singleElement().satisfies(change -> {
                assertThat(change.worked()).isFalse();
                assertThat(change.lost()).isFalse();
                assertThat(change.now()).contains("nine years");
            });
        }
    }

    @Test
    void anAnswerToWhatShouldHaveNoneRefuses() throws IOException {
        try (Shelf shelf = shelf(KeptQuotes.NONE)) {
            shelf.write(
                    "golden/none.md",
                    "# None\n\n## How much did the tunnel of Northtown cost?\n- outcome: not_found\n");
            shelf.published();
            shelf.write("articles/tunnel.txt", "The tunnel of Northtown cost £9m.");

            assertThat(shelf.reindex()).isInstanceOf(Reindex.Refused.class);
        }
    }

    @Test
    void aKeptQuoteThatIsGoneIsReported() throws IOException {
        Quote.Place place = new Quote.Place("payroll", new Span(0, SENTENCE.length()));
        KeptQuotes kept = () -> List.of(
                new KeptQuotes.Kept("How long?", place),
                new KeptQuotes.Kept("Never there?", new Quote.Place("nowhere", new Span(0, 5))));
        try (Shelf shelf = shelf(kept)) {
            shelf.published();
            shelf.write("articles/payroll.txt", SENTENCE.replace("seven", "eight"));

            Report report = shelf.published();

            assertThat(report.lost()).containsExactly(new LostQuote("How long?", "payroll", SENTENCE));
        }
    }

    @Test
    void keptQuotesThatCannotBeReadStopNothing() throws IOException {
        KeptQuotes broken = () -> {
            throw new IOException("the journal is away");
        };
        try (Shelf shelf = shelf(broken)) {
            shelf.published();
            shelf.write("articles/payroll.txt", "The payroll contract runs for nine years.");

            assertThat(shelf.published().lost()).isEmpty();
        }
    }
}
