package sourcebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

@SuppressWarnings("NullAway.Init")
final class PagesTest {
    private static final String HOSTILE = "<script>alert(1)</script> \"Riverbank\" & 'Söhne' <!channel>";

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        SmallCorpus corpus = SmallCorpus.in(folder);
        corpus.article("odd/hostile", HOSTILE, "Hostile Holdings paid " + HOSTILE + " seven pounds for the brewery.");
        service = RunningService.over(corpus);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aQuestionGetsItsQuoteAndALinkToTheSentence() throws Exception {
        Document page = page("/?q=" + encoded(SmallCorpus.WORTH_QUESTION));

        assertThat(page.select("blockquote").eachText().getFirst()).isEqualTo(SmallCorpus.WORTH);
        assertThat(page.select("figcaption a").eachAttr("href").getFirst())
                .isEqualTo("/articles/police/met?quote=0-" + SmallCorpus.WORTH.length() + "#quote");
        assertThat(page.select("input[name=q]").val()).isEqualTo(SmallCorpus.WORTH_QUESTION);
    }

    @Test
    void aQuestionThatNothingAnswersGetsAnHonestNo() throws Exception {
        Document page = page("/?q=" + encoded(SmallCorpus.NO_ANSWER));

        assertThat(page.select("blockquote")).isEmpty();
        assertThat(page.select(".answer").text()).startsWith("Nothing in the corpus is about this.");
    }

    @Test
    void anAmbiguousNameGetsALinkForEachParty() throws Exception {
        Document page = page("/?q=" + encoded(SmallCorpus.AMBIGUOUS_QUESTION));

        assertThat(page.select(".answer a").eachText())
                .containsExactlyInAnyOrder("National Probation Service", "National Payroll Society");
    }

    @Test
    void theExamplesOfTheFirstPageAreAnswered() throws Exception {
        Document page = page("/");

        assertThat(page.select("section a")).hasSize(3);
        for (String example : page.select("section a").eachAttr("href")) {
            assertThat(page(example).select("blockquote")).as(example).isNotEmpty();
        }
    }

    @Test
    void anArticleMarksTheQuotedSentenceAndNothingElse() throws Exception {
        Document page = page("/articles/police/met?quote=0-" + SmallCorpus.WORTH.length());

        assertThat(page.select("mark").eachText()).containsExactly(SmallCorpus.WORTH);
        assertThat(page.select("mark").attr("id")).isEqualTo("quote");
        assertThat(page.select("article > p").eachText().getFirst())
                .isEqualTo(SmallCorpus.WORTH + " It began in 2015.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0",
                "-",
                "5-",
                "-5",
                "9-3",
                "7-7",
                "0-999999999",
                "999999998-999999999",
                "9999999999-1",
                "0-5-9",
                "0x1-2",
                "%00",
                "0-5%00",
                "<script>",
                "%F0%9F%92%B7",
                "1-2&quote=x"
            })
    void aQuoteThatIsNoneMarksNothingAndHarmsNothing(String quote) throws Exception {
        String query = quote.equals("<script>") ? encoded(quote) : quote;

        Document page = page("/articles/police/met?quote=" + query);

        assertThat(page.select("article").text()).contains(SmallCorpus.WORTH);
        assertThat(page.select("script")).isEmpty();
    }

    @Test
    void aSpanThatHalvesACharacterHarmsNothing(@TempDir Path other) throws Exception {
        SmallCorpus corpus = SmallCorpus.in(other);
        corpus.article("odd/money", "Money", "A 💷 b");
        try (RunningService odd = RunningService.over(corpus)) {

            HttpResponse<String> response = odd.get("/articles/odd/money?quote=0-3");

            assertThat(Jsoup.parse(response.body())
                            .select("article > p")
                            .eachText()
                            .getFirst())
                    .isEqualTo("A 💷 b");
        }
    }

    @Test
    void hostileWordsAreShownAndHaveNoForce() throws Exception {
        Document answer = page("/?q=" + encoded("what did Hostile Holdings pay for the brewery " + HOSTILE));
        Document article = page("/articles/odd/hostile");

        assertThat(answer.select("blockquote").text()).contains("paid " + HOSTILE + " seven pounds");
        assertThat(answer.select("script, img")).isEmpty();
        assertThat(article.select("h1").text()).isEqualTo(HOSTILE);
        assertThat(article.select("script, img")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=worth",
                "/articles/police/met",
                "/style.css",
                "/health/live",
                "/health/ready",
                "/nowhere",
                "/articles/",
                "/articles/nowhere",
                "/?q=%zz",
                "/favicon.ico"
            })
    void everyAnswerCarriesTheHeadersThatKeepABrowserSafe(String path) throws Exception {
        for (String method : new String[] {"GET", "HEAD", "POST", "DELETE"}) {
            HttpResponse<String> response = service.send(HttpRequest.newBuilder(service.at("/"))
                    .uri(service.at(path.replace("%zz", "%25zz")))
                    .method(method, BodyPublishers.noBody())
                    .build());

            assertSafe(response);
        }
    }

    private static void assertSafe(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .as(response.request().method() + " " + response.uri())
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/articles/", "/articles/nowhere", "/articles", "/style.css/", "/health", "/slack"})
    void whatIsNotThereIsNotFoundWhateverTheMethod(String path) throws Exception {
        HttpRequest post = HttpRequest.newBuilder(service.at(path))
                .POST(BodyPublishers.ofString("x"))
                .build();

        assertThat(service.get(path).statusCode()).isEqualTo(404);
        assertThat(service.send(post).statusCode()).isIn(404, path.startsWith("/articles/") ? 405 : 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void pagesAreForReadingOnly(String method) throws Exception {
        HttpResponse<String> response = service.send(HttpRequest.newBuilder(service.at("/"))
                .method(method, BodyPublishers.noBody())
                .build());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void headIsGetWithoutTheBody() throws Exception {
        HttpResponse<String> head = service.send(HttpRequest.newBuilder(service.at("/articles/police/met"))
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    }

    @Test
    void healthIsJson() throws Exception {
        assertThat(service.get("/health/live").body()).isEqualTo("{\"live\":true}\n");
        assertThat(service.get("/health/ready").body()).isEqualTo("{\"ready\":true,\"generation\":1}\n");
    }

    private static Document page(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = service.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
