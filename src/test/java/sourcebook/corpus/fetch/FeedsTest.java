package sourcebook.corpus.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.corpus.Corpus;
import sourcebook.corpus.Intake;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.sandbox.Kind;
import sourcebook.corpus.sandbox.Sandbox;
import sourcebook.model.Article;
import sourcebook.model.Problem;

/** Feeds become articles, politely, and what fails costs nothing that was there. */
@SuppressWarnings("NullAway.Init")
final class FeedsTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final String WHOLE = "The council outsourced its payroll for seven years.";

    /** Starting a process for each test would take most of their time. */
    private static final Sandbox SANDBOX = new Sandbox();

    private static final Parser SHARED = new Parser() {
        @Override
        public Extract extract(Kind kind, byte[] bytes) throws IOException {
            return SANDBOX.extract(kind, bytes);
        }

        @Override
        public void close() {}
    };

    @TempDir
    Path folder;

    @AfterAll
    static void endTheProcess() {
        SANDBOX.close();
    }

    private Site site;
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = NOON;

    @BeforeEach
    void start() throws IOException {
        site = new Site("127.0.0.1");
        Files.createDirectories(folder.resolve("corpus/articles"));
        feeds("news", "yes");
        feed(item("a", "Payroll", WHOLE), item("b", "Bridge", "The bridge cost £7m."));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void eachEntryBecomesAnArticle() throws IOException {
        assertThat(fetch()).isEmpty();

        List<Article> articles = articles();
        assertThat(articles).extracting(Article::text).containsExactly("The bridge cost £7m.", WHOLE);
        assertThat(articles.getLast().citation().title()).isEqualTo("Payroll");
        assertThat(articles.getLast().citation().publisher()).isEqualTo("Example News");
        assertThat(articles.getLast().citation().url()).isEqualTo(site.url("/a"));
        assertThat(String.valueOf(articles.getLast().citation().published())).isEqualTo("2015-07-14");
        assertThat(articles.getLast().id()).matches("feeds/news/payroll-[0-9a-f]{12}");
        assertThat(site.asked()).containsExactly("/robots.txt", "/feed");
    }

    @Test
    void aSummarysWholeIsFetchedFromItsPageWithoutWhatSurroundsIt() throws IOException {
        feeds("news", "no");
        site.text("/a", page("Payroll", WHOLE.repeat(9)));
        site.text("/b", page("Bridge", "The bridge cost £7m in all, and nobody minded. ".repeat(9)));

        assertThat(fetch()).isEmpty();

        assertThat(articles())
                .extracting(Article::text)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).doesNotContain("cookies").doesNotContain("Home"));
        assertThat(articles().getLast().text()).isEqualTo(WHOLE.repeat(9).strip());
        assertThat(site.asked()).containsExactly("/robots.txt", "/feed", "/a", "/b");
    }

    @Test
    void whatHasNotChangedIsAskedForWithItsMarkAndStays() throws IOException {
        List<String> sent = new ArrayList<>();
        site.page("/feed", exchange -> {
            sent.add(exchange.getRequestHeaders().getFirst("If-None-Match") + " "
                    + exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.getResponseHeaders().add("ETag", "\"one\"");
            exchange.getResponseHeaders().add("Last-Modified", "Tue, 14 Jul 2015 09:00:00 GMT");
            if (sent.size() > 1) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                Site.send(exchange, 200, rss(item("a", "Payroll", WHOLE)));
            }
        });
        fetch();
        List<String> before = files();

        later();
        assertThat(fetch()).isEmpty();

        assertThat(sent).containsExactly("null null", "\"one\" Tue, 14 Jul 2015 09:00:00 GMT");
        assertThat(files()).isEqualTo(before).hasSize(1);
    }

    @Test
    void aFeedIsNotAskedAgainAtOnce() throws IOException {
        fetch();
        site.asked();

        fetch();

        assertThat(site.asked()).isEmpty();
    }

    @Test
    void aChangedEntryIsReplacedAndAnOldOneStays() throws IOException {
        fetch();
        List<String> before = files();
        feed(item("a", "Payroll, corrected", "The council outsourced its payroll for nine years."));

        later();
        fetch();

        assertThat(files()).isEqualTo(before);
        assertThat(articles())
                .extracting(Article::text)
                .containsExactly("The bridge cost £7m.", "The council outsourced its payroll for nine years.");
    }

    @Test
    void anOutageKeepsWhatWasFetchedBeforeAndIsTold() throws IOException {
        fetch();
        site.status("/feed", 503);

        later();

        assertThat(fetch()).containsExactly("fetched/news: news.example answers 503 to /feed");
        assertThat(articles()).hasSize(2);
        assertThat(feeds().status().getFirst().problems()).containsExactly("news.example answers 503 to /feed");
        assertThat(feeds().status().getFirst().articles()).isEqualTo(2);

        feed(item("c", "Ferry", "The ferry sails."));
        later();
        assertThat(fetch()).isEmpty();
        assertThat(articles()).hasSize(3);
    }

    @Test
    void aServerThatIsGoneCostsNothingButALine() throws IOException {
        fetch();
        site.close();

        later();

        assertThat(fetch()).singleElement().asString().startsWith("fetched/news: news.example cannot be asked: ");
        assertThat(articles()).hasSize(2);
    }

    @Test
    void whatIsNoFeedIsRefusedWithItsReason() throws IOException {
        site.text(
                "/feed",
                "<!DOCTYPE rss [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\">"
                        + "<channel><item><title>&e;</title></item></channel></rss>");

        assertThat(fetch()).singleElement().asString().startsWith("fetched/news: not a feed that can be read: ");
        assertThat(articles()).isEmpty();
    }

    @Test
    void robotsForbidAndHoldBack() throws IOException {
        feeds("news", "no");
        site.text("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: sourcebook\nDisallow: /a\nCrawl-delay: 3\n");
        site.text("/b", page("Bridge", WHOLE.repeat(9)));

        assertThat(fetch()).containsExactly("fetched/news: the robots.txt of news.example forbids to ask for /a");

        assertThat(site.asked()).containsExactly("/robots.txt", "/feed", "/b");
        assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
        assertThat(articles()).hasSize(1);
    }

    @Test
    void aServerWhoseRobotsFailIsNotAsked() throws IOException {
        site.status("/robots.txt", 500);

        assertThat(fetch()).containsExactly("fetched/news: the robots.txt of news.example forbids to ask for /feed");
        assertThat(site.asked()).containsExactly("/robots.txt");
    }

    @Test
    void aPageThatFailsIsTriedThreeTimesAndTold() throws IOException {
        feeds("news", "no");
        site.text("/b", page("Bridge", WHOLE.repeat(9)));

        for (int i = 0; i < 3; i++) {
            assertThat(fetch()).containsExactly("fetched/news: news.example answers 404 to /a");
            later();
        }
        site.asked();

        assertThat(fetch()).containsExactly("fetched/news: news.example answers 404 to /a");
        assertThat(site.asked()).containsExactly("/robots.txt", "/feed");
        assertThat(articles()).hasSize(1);
    }

    @Test
    void aLongFeedsPagesAreFetchedInSeveralRounds() throws IOException {
        feeds("news", "no");
        site.text("/robots.txt", "User-agent: *\nCrawl-delay: 60\n");
        for (String page : List.of("/a", "/b", "/c")) {
            site.text(page, page("Page " + page, WHOLE.repeat(9)));
        }
        feed(item("a", "A", ""), item("b", "B", ""), item("c", "C", ""));

        assertThat(fetch()).containsExactly("fetched/news: “C” is fetched next time");
        assertThat(articles()).hasSize(2);
        later();
        assertThat(fetch()).isEmpty();
        assertThat(articles()).hasSize(3);
    }

    @Test
    void aFeedInsideIsNotAsked() throws IOException {
        try (Site inside = new Site("127.0.0.2")) {
            inside.text("/feed", rss(item("x", "Secret", "Secret.")));
            csv("http://inside.example:" + inside.port() + "/feed,Example News,news,yes");

            assertThat(fetch()).singleElement().asString().endsWith("is not an address of the public internet");
            assertThat(inside.asked()).isEmpty();
        }
    }

    @Test
    void anEntrysPageInsideIsNotAsked() throws IOException {
        try (Site inside = new Site("127.0.0.2")) {
            inside.text("/x", page("Secret", "Secret. ".repeat(50)));
            feeds("news", "no");
            feed("<item><guid>x</guid><title>X</title><link>http://127.0.0.2:" + inside.port() + "/x</link></item>");

            assertThat(fetch()).singleElement().asString().endsWith("is not an address of the public internet");
            assertThat(inside.asked()).isEmpty();
            assertThat(articles()).isEmpty();
        }
    }

    @Test
    void whatAFeedBroughtGoesWithItsRowAndOnlyThen() throws IOException {
        fetch();
        csv("not a row");
        fetch();
        assertThat(articles()).as("a damaged file").hasSize(2);

        Files.delete(folder.resolve("corpus/feeds.csv"));
        fetch();

        assertThat(files()).isEmpty();
    }

    @Test
    void rowsThatCannotBeAreTold() throws IOException {
        csv("http://a.example/,P,Bad Name,yes\nhttp://a.example/,P,a,maybe\nhttp://a.example/,P,a,yes");

        assertThat(fetch())
                .containsExactly(
                        "feeds.csv:2: the row is left out: a name has small letters, digits and hyphens, at most 40",
                        "feeds.csv:3: the row is left out: full-text is yes or no",
                        "feeds.csv:4: the row is left out: another feed is called a");
    }

    @Test
    void fetchingIsCalledOff() {
        assertThatThrownBy(() -> feeds().fetch(problem -> {}, (done, all) -> {}, () -> {
                    throw new IOException("called off");
                }))
                .hasMessage("called off");
    }

    @Test
    void aFeedsArticleIsForEverybodyWhateverItsPageStates() throws IOException {
        feeds("news", "no");
        feed(item("a", "Payroll", ""));
        site.text("/a", page("Payroll", WHOLE.repeat(9)).replace("<head>", "<head><meta name=audience content=legal>"));

        fetch();

        assertThat(articles())
                .singleElement()
                .satisfies(article -> assertThat(article.audience().name())
                        .isEqualTo(sourcebook.model.audience.Audience.PUBLIC.name()));
    }

    private Feeds feeds() {
        return new Feeds(
                folder.resolve("corpus"),
                folder.resolve("fetched"),
                Clock.fixed(now, ZoneOffset.UTC),
                new Feeds.Outside(Site.terms(), (time, look) -> pauses.add(time), () -> SHARED));
    }

    private List<String> fetch() throws IOException {
        List<String> problems = new ArrayList<>();
        feeds().fetch(problem -> problems.add(problem.toString()), (done, all) -> {}, Look.NONE);
        return problems;
    }

    private void later() {
        now = now.plus(Duration.ofMinutes(10));
    }

    private void feeds(String name, String fullText) throws IOException {
        csv(site.url("/feed") + ",Example News," + name + "," + fullText);
    }

    private void csv(String rows) throws IOException {
        Files.writeString(folder.resolve("corpus/feeds.csv"), "url,publisher,name,full-text\n" + rows + "\n");
    }

    private void feed(String... items) {
        site.text("/feed", rss(items));
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>News</title>" + String.join("", items) + "</channel></rss>";
    }

    private static String item(String guid, String title, String text) {
        return "<item><guid>" + guid + "</guid><title>" + title + "</title><link>/" + guid
                + "</link><pubDate>Tue, 14 Jul 2015 09:00:00 GMT</pubDate><description>" + text
                + "</description></item>";
    }

    private static String page(String title, String text) {
        return "<html><head><title>" + title
                + "</title></head><body><nav><a href=/>Home</a></nav><div id=cookie-banner>"
                + "We use cookies.</div><article><p>" + text + "</p></article></body></html>";
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("fetched"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private List<Article> articles() throws IOException {
        List<Article> articles = new ArrayList<>();
        new Corpus(folder.resolve("corpus"), folder.resolve("fetched")).read(new Intake() {
            @Override
            public void article(Article article) {
                articles.add(article);
            }

            @Override
            public void problem(Problem problem) {
                throw new AssertionError(problem);
            }
        });
        return articles;
    }
}
