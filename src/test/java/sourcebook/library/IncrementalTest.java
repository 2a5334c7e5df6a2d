package sourcebook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;

/** What has not changed is not read again, and the index is the one that reading everything gives. */
@SuppressWarnings("NullAway.Init")
final class IncrementalTest {
    private static final List<String> QUESTIONS = List.of(
            "How long does the payroll contract run?",
            "How much did the bridge cost?",
            "How many people work in the canteen?",
            "Who runs the libraries?",
            "When did the tagging contract begin?",
            "What is the ferry contract worth?");

    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void aFirstIndex() throws IOException {
        shelf = new Shelf(folder);
        shelf.write(
                "articles/payroll.md",
                "---\ntitle: Payroll\npublished: 2019\n---\nThe payroll contract of Acme runs for seven years.\n");
        shelf.write("articles/bridge.txt", "The bridge of Northtown cost £7m in all.");
        shelf.write("articles/canteen.txt", "In the canteen 310 people work for Acme.");
        shelf.write("articles/library.txt", "Volunteers run the libraries of Northtown.");
        shelf.write(
                "articles/many.jsonl",
                line("tagging", "The tagging contract began in 2005.") + line("taxi", "Taxis are dear in Northtown."));
        shelf.write("names.csv", "name,other names,owner,share,from,to,source\nAcme Example Services,Acme,,,,,\n");
        shelf.published();
    }

    @AfterEach
    void close() throws IOException {
        shelf.close();
    }

    @Test
    void onlyWhatChangedIsRead() throws IOException {
        shelf.write("articles/bridge.txt", "The bridge of Northtown cost £9m in all.");
        int[] read = {0, 0};

        shelf.reindex(Shelf.ORDER, progress -> {
            read[0] = progress.work().filesRead();
            read[1] = progress.work().filesKept();
        });

        assertThat(read).containsExactly(1, 4);
        assertThat(shelf.answer("How much did the bridge cost?"))
                .contains("£9m")
                .doesNotContain("£7m");
    }

    @Test
    void anArticleThatIsTheSameInAChangedFileIsNotWrittenAgain() throws IOException {
        shelf.write(
                "articles/many.jsonl",
                line("tagging", "The tagging contract began in 2005.") + line("taxi", "Taxis are cheap now."));
        long[] written = {0};

        shelf.reindex(Shelf.ORDER, progress -> written[0] = Math.max(written[0], building(progress)));

        assertThat(written[0]).isEqualTo(1);
        assertSameAsAnew("one article of a file");
    }

    private static long building(Progress progress) {
        return progress.unit().equals("articles") ? progress.all() : 0;
    }

    @Test
    void whatChangedIsReported() throws IOException {
        shelf.write("articles/bridge.txt", "The bridge of Northtown cost £9m in all.");
        shelf.write("articles/ferry.txt", "The ferry contract is worth £3m.");
        shelf.delete("articles/library.txt");

        Report report = shelf.published();

        assertThat(report.articles().added().ids()).containsExactly("ferry");
        assertThat(report.articles().changed().ids()).containsExactly("bridge");
        assertThat(report.articles().removed().ids()).containsExactly("library");
        assertThat(report.how()).startsWith("2 of 5 files were read");
    }

    @Test
    void whereNothingChangedNothingIsBuilt() throws IOException {
        assertThat(shelf.reindex()).isInstanceOf(Reindex.Unchanged.class);
        assertThat(shelf.served()).isEqualTo(1);
    }

    @Test
    void otherNamesMeanThatAllIsReadAgain() throws IOException {
        shelf.write("names.csv", "name,other names,owner,share,from,to,source\nAcme Example Services,Northtown,,,,,\n");

        Report report = shelf.published();

        assertThat(report.how()).isEqualTo("All files were read: names.csv changed.");
        assertSameAsAnew("names");
    }

    @Test
    void aFileThatTakesAnIdFromALaterOneMeansThatAllIsReadAgain() throws IOException {
        shelf.write("articles/aaa.jsonl", line("tagging", "The tagging contract began in 1999."));

        Report report = shelf.published();

        assertThat(report.how())
                .contains("articles/aaa.jsonl has an article with the id of one in articles/many.jsonl");
        assertThat(shelf.answer("When did the tagging contract begin?"))
                .contains("1999")
                .doesNotContain("2005");
        assertSameAsAnew("a contested id");
    }

    @Test
    void anIdThatIsFreeAgainIsTakenByTheFileThatWasRefusedIt() throws IOException {
        shelf.write("articles/zzz.jsonl", line("tagging", "The tagging contract began in 2011."));
        shelf.published();
        shelf.delete("articles/many.jsonl");

        shelf.published();

        assertThat(shelf.answer("When did the tagging contract begin?")).contains("2011");
        assertSameAsAnew("an id set free");
    }

    @Test
    void problemsOfFilesThatWereNotReadAgainAreStillTold() throws IOException {
        shelf.write("articles/bad.jsonl", "{not json\n");
        shelf.published();
        shelf.write("articles/ferry.txt", "The ferry contract is worth £3m.");

        assertThat(shelf.published().problems()).extracting("file").containsExactly("articles/bad.jsonl");
    }

    @Test
    void manyChangesGiveTheIndexThatReadingEverythingGives() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 8; round++) {
            change(random);

            shelf.reindex(new Order(Shelf.ORDER.by(), false, "many articles may go at once"), Progress.Watcher.NONE);

            assertSameAsAnew("seed " + seed + ", round " + round);
        }
    }

    private void change(Random random) throws IOException {
        for (int i = 0; i < 4; i++) {
            int file = random.nextInt(12);
            String name = "articles/file-" + file + ".jsonl";
            String lines = String.join(
                    "",
                    IntStream.range(0, random.nextInt(4))
                            .mapToObj(n -> ferry(random.nextInt(16), random.nextInt(9)))
                            .toList());
            shelf.write(name, lines);
        }
    }

    /** No two are alike: sentences that score exactly the same are told in the order in which they were written. */
    private static String ferry(int id, int millions) {
        String text = "The ferry contract number " + id + " is worth £" + millions + "m"
                + " a year for them".repeat(1 + id * 9 + millions) + ". Acme runs the ferry " + id + ".";
        return line("id-" + id, text);
    }

    private void assertSameAsAnew(String why) throws IOException {
        try (Shelf anew = shelf.anew(folder.resolve("anew-" + System.nanoTime()))) {
            anew.published();
            assertThat(shelf.documents()).as(why).isEqualTo(anew.documents());
            for (String question : QUESTIONS) {
                assertThat(shelf.answer(question)).as(why + ": " + question).isEqualTo(anew.answer(question));
            }
        }
    }

    private static String line(String id, String text) {
        return "{\"id\":\"" + id + "\",\"title\":\"About " + id + "\",\"text\":\"" + text + "\"}\n";
    }
}
