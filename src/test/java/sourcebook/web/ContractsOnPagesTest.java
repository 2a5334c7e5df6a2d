package sourcebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.render.chart.SignedLinks;

/** The real service over a copy of the sample corpus. */
@SuppressWarnings("NullAway.Init")
class ContractsOnPagesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        Path corpus = folder.resolve("corpus");
        copy(Path.of("index-data"), corpus);
        service = RunningService.over(new SmallCorpus(corpus), Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aContractHasAPageWithItsSourcesAndTheArticlesThatMentionIt() throws Exception {
        Document page = page("/contracts/metropolitan-police-business-support-services");

        assertThat(page.select("h1").text()).isEqualTo("Metropolitan Police business support services");
        assertThat(page.select("dl").text()).contains("Shared Services Connected Limited", "£216,000,000");
        assertThat(page.select("blockquote").text()).contains("under a contract of up to ten years");
        assertThat(page.select("h2:contains(mention) ~ ul a").eachAttr("href"))
                .contains("/articles/police/met-sscl-contract", "/articles/police/sscl-ownership");
    }

    @Test
    void aQuestionForContractsInPlainWordsGetsTheListWithAWayToAllOfIt() throws Exception {
        Document page = page("/?q=" + URLEncoder.encode("largest contracts of Capita", StandardCharsets.UTF_8));

        assertThat(page.select(".answer li a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("/contracts/"));
        String all = page.select(".answer a[href^=/contracts?f=]").attr("href");
        assertThat(page(all).select("table tbody tr")).isNotEmpty();
    }

    @Test
    void aQuestionForContractsThatAreNotThereIsAnsweredFromArticles() throws Exception {
        Document page = page("/?q="
                + URLEncoder.encode("which councils outsource to the Ministry of Magic", StandardCharsets.UTF_8));

        assertThat(page.select(".answer").text()).doesNotContain("The whole list");
    }

    @Test
    void theArticleOfAFactOpensAtItsSentence() throws Exception {
        Document page = page("/contracts/metropolitan-police-business-support-services");

        Document article =
                page(page.select("figcaption a[href*=met-sscl-contract]").attr("href"));

        assertThat(article.select("mark#quote").text()).startsWith("The Metropolitan Police handed its finance");
    }

    @Test
    void anAmendedContractTellsWhatItWas() throws Exception {
        Document page = page("/contracts/ocds-exmple-0001");

        assertThat(page.select("h2:contains(History) ~ ol").text())
                .contains("end 6 November 2027", "became 6 November 2028");
    }

    @Test
    void aPartyHasAPageWithItsContractsAndOwners() throws Exception {
        String supplier = page("/contracts/metropolitan-police-business-support-services")
                .select("dd a[href^=/parties/shared]")
                .attr("href");

        Document page = page(supplier);

        assertThat(page.select("h2").eachText()).contains("Owners over time", "As supplier");
        assertThat(page.select("h2:contains(Owners) ~ figure > p").eachText())
                .contains("Owner: Sopra Steria (75 %)", "Owner: Sopra Steria (100 %)");
    }

    @Test
    void aListHasTotalsAndPagesAndTheSameRowsAsCsv() throws Exception {
        String filters = URLEncoder.encode("supplier:\"example legal\"", StandardCharsets.UTF_8);

        Document page = page("/contracts?f=" + filters);
        HttpResponse<String> csv = service.get("/contracts.csv?f=" + filters);

        assertThat(page.select("h2").eachText()).startsWith("10 contracts");
        assertThat(page.text()).contains("£2,212,000 (contract value) in 8 contracts", "9 of 10 state a value");
        assertThat(page.select("table:has(caption:contains(Page 1)) tbody tr")).hasSize(10);
        assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"contracts.csv\"");
        assertThat(csv.body().lines()).hasSize(11);
    }

    @Test
    void theListOfAllGoesOnToTheNextPage() throws Exception {
        String next = page("/contracts").select("a[rel=next]").attr("href");

        assertThat(page(next).text()).contains("Page 2 of ");
    }

    @Test
    void whatEndsSoonStandsByMonth() throws Exception {
        Document page = page("/expiring?months=3");

        assertThat(page.select("h2").eachText()).contains("November 2026", "January 2027");
        assertThat(page.select("svg title").eachText()).containsExactly("Contracts ending by month");
    }

    @Test
    void aSignedAddressGivesAPictureUntilItsTimeIsOver() throws Exception {
        SignedLinks links = new SignedLinks(Files.readAllBytes(folder.resolve("state/charts.key")));

        for (String what : List.of("timeline supplier:\"example legal\"", "suppliers cpv:90", "years", "expiring 6")) {
            HttpResponse<String> picture = service.get(links.path(what, NOW, Duration.ofHours(1)));

            assertThat(picture.statusCode()).as(what).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(picture.body()).contains("PNG");
        }
        assertThat(service.get(links.path("years", NOW.minusSeconds(7200), Duration.ofHours(1)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.get(links.path("secrets", NOW, Duration.ofHours(1))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theKeyIsKeptFromOtherEyes() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("state/charts.key")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/contracts/none",
                "/parties/none",
                "/parties/",
                "/charts/x",
                "/charts/AA/1/BB.png",
                "/expiring/x"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(service.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/contracts?f=%22%3Cscript%3E&page=0", "/contracts?page=99999999999", "/contracts?f=ends:never&page=7",
                "/expiring?months=-3", "/expiring?months=9999", "/contracts?f=value:%3E%3E%3E"
            })
    void oddAddressesGetAPageWithoutScript(String path) throws Exception {
        HttpResponse<String> page = service.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(page.body()).select("script, style, [style]")).isEmpty();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    @Test
    void pagesAreForReading() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(service.at("/contracts"))
                .POST(BodyPublishers.ofString("x"))
                .build();

        assertThat(service.send(post).statusCode()).isEqualTo(405);
    }

    private static Document page(String path) throws Exception {
        HttpResponse<String> page = service.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(page.body());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
