package sourcebook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.corpus.fetch.Site;
import sourcebook.library.report.Report;

/** Feeds are part of what is reindexed, watched and reported. */
@SuppressWarnings("NullAway.Init")
final class FeedsInTheLibraryTest {
    private static final String FERRY = "The ferry contract of Northtown is worth £3m a year.";

    @TempDir
    Path folder;

    private Site site;
    private Shelf shelf;
    private final MovingClock clock = new MovingClock(Instant.parse("2026-01-02T12:00:00Z"));

    @BeforeEach
    void open() throws IOException {
        site = new Site("127.0.0.1");
        Path corpus = folder.resolve("corpus");
        Files.createDirectories(corpus);
        shelf = new Shelf(folder, Site.feeds(corpus, folder.resolve("state"), clock));
        shelf.write("articles/payroll.txt", "The payroll contract runs for seven years.");
        shelf.write("feeds.csv", "url,publisher,name,full-text\n" + site.url("/feed") + ",Example News,news,yes\n");
        site.text("/feed", rss(item("Ferry", FERRY)));
    }

    @AfterEach
    void close() throws IOException {
        shelf.close();
        site.close();
    }

    @Test
    void aReindexAsksFeedsFirstAndAnswersFromThem() throws IOException {
        Report report = shelf.published();

        assertThat(report.articles().added().count()).isEqualTo(2);
        assertThat(shelf.answer("What is the ferry contract worth?"))
                .contains("£3m")
                .contains("Example News");
    }

    @Test
    void aFeedThatFailsIsReportedAndItsArticlesStay() throws IOException {
        shelf.published();
        site.text("/feed", "no feed");
        shelf.write("articles/bridge.txt", "The bridge of Northtown cost £7m.");
        clock.move(Duration.ofMinutes(10));

        Report report = shelf.published();

        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("fetched/news");
            assertThat(problem.what()).startsWith("not a feed that can be read");
        });
        assertThat(shelf.answer("What is the ferry contract worth?")).contains("£3m");
        try (Librarian librarian = new Librarian(shelf.library(), Set.of())) {
            assertThat(librarian.feeds()).singleElement().satisfies(feed -> {
                assertThat(feed.articles()).isEqualTo(1);
                assertThat(feed.problems()).hasSize(1);
            });
        }
    }

    @Test
    void theWatchAsksFeedsNowAndThenAndIsQuietWhereTheyBringNothing() throws IOException {
        shelf.published();
        Watch watch = new Watch(shelf.library(), true, null, clock.instant());

        assertThat(watch.due(clock.move(Duration.ofMinutes(14)))).as("not yet").isFalse();
        assertThat(watch.due(clock.move(Duration.ofMinutes(2))))
                .as("nothing new")
                .isFalse();
        site.text("/feed", rss(item("Ferry", FERRY), item("Tram", "The tram of Northtown cost £9m.")));
        assertThat(watch.due(clock.move(Duration.ofMinutes(14))))
                .as("not asked yet")
                .isFalse();
        assertThat(watch.due(clock.move(Duration.ofMinutes(2))))
                .as("something new")
                .isTrue();
        shelf.published();

        assertThat(watch.due(clock.move(Duration.ofMinutes(16)))).as("indexed").isFalse();
        assertThat(shelf.answer("How much did the tram cost?")).contains("£9m");
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>News</title>" + String.join("", items) + "</channel></rss>";
    }

    private static String item(String title, String text) {
        return "<item><guid>" + title + "</guid><title>" + title + "</title><description>" + text
                + "</description></item>";
    }
}
