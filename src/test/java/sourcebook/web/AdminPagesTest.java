package sourcebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;

/** Who may use the admin page, and what its buttons do. */
@SuppressWarnings("NullAway.Init")
final class AdminPagesTest {
    private static final String TOKEN = "a-token-of-the-test";

    @TempDir
    Path folder;

    private SmallCorpus corpus;
    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        corpus = SmallCorpus.in(folder);
        service = RunningService.over(corpus, Map.of("SOURCEBOOK_ADMIN_TOKEN", TOKEN), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void withoutTheSettingThereIsNoSuchPage(@TempDir Path other) throws Exception {
        try (RunningService without = RunningService.over(SmallCorpus.in(other))) {
            assertThat(without.get("/admin").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whoIsNotLoggedInSeesTheFormForTheTokenAndNothingElse() throws Exception {
        HttpResponse<String> page = service.get("/admin");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(page.body()).select("form").eachAttr("action")).containsExactly("/admin/login");
        assertThat(page.body()).doesNotContain("Generations");
    }

    @Test
    void aWrongTokenIsRefused() throws Exception {
        HttpResponse<String> response = post("/admin/login", "", "token", TOKEN + "x");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theCookieIsForThisSiteAloneAndOutOfReachOfScripts() throws Exception {
        HttpResponse<String> response = post("/admin/login", "", "token", TOKEN);

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Secure", "Path=/admin")
                .doesNotContain(TOKEN);
    }

    @Test
    void aFormWithoutThePagesOwnWordIsRefused() throws Exception {
        String cookie = login();

        assertThat(post("/admin/reindex", cookie, "csrf", "guessed").statusCode())
                .isEqualTo(403);
        assertThat(post("/admin/reindex", cookie, "x", "y").statusCode()).isEqualTo(403);
        assertThat(post("/admin/reindex", "", "csrf", csrf(cookie)).statusCode())
                .isEqualTo(403);
        assertThat(admin(cookie).text()).doesNotContain("ordered by the admin page");
    }

    @Test
    void theButtonsReindexAndGoBack() throws Exception {
        String cookie = login();
        corpus.article("new/bridge", "Bridge", "The bridge contract of Span Builders cost £7m.");

        assertThat(post("/admin/reindex", cookie, "csrf", csrf(cookie)).statusCode())
                .isEqualTo(303);
        waitFor(cookie, "tbody tr:first-child td:first-child", "2");
        Document after = admin(cookie);
        String back = "csrf=" + csrf(cookie) + "&generation=1";
        HttpResponse<String> gone = send("/admin/rollback", cookie, back);

        assertThat(after.text()).contains("live", "1 article added", "new/bridge", "ordered by the admin page");
        assertThat(gone.statusCode()).isEqualTo(303);
        assertThat(service.get("/health/ready").body()).isEqualTo("{\"ready\":true,\"generation\":1}\n");
        assertThat(send("/admin/rollback", cookie, back).statusCode()).isEqualTo(409);
        assertThat(post("/admin/cancel", cookie, "csrf", csrf(cookie)).body()).contains("No reindex is running.");
    }

    @Test
    void afterLoggingOutTheCookieOpensNothing() throws Exception {
        String cookie = login();

        post("/admin/logout", cookie, "csrf", csrf(cookie));

        assertThat(admin(cookie).text()).doesNotContain("Generations");
    }

    @Test
    void thePageIsWholeAndLooksRight(@TempDir Path profile) throws Exception {
        try (Browser browser = Browser.open(profile)) {
            browser.usual();
            browser.driver().get(service.at("/admin").toString());
            assertThat(browser.complaints()).isEmpty();
            browser.picture("admin-login");
            browser.driver().findElement(By.id("token")).sendKeys(TOKEN, Keys.ENTER);
            Document page = Jsoup.parse(browser.driver().getPageSource());

            assertThat(page.select("h2").eachText())
                    .containsExactly("Reindex", "Generations", "What the last reindex changed");
            assertThat(browser.complaints()).isEmpty();
            browser.picture("admin");
            browser.width(390);
            browser.picture("admin-telephone");
        }
    }

    private void waitFor(String cookie, String selector, String text) throws Exception {
        for (int i = 0; i < 300; i++) {
            Document page = admin(cookie);
            if (page.select(selector).eachText().contains(text)
                    && page.select("form[action=/admin/cancel]").isEmpty()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("never " + text + " in " + admin(cookie).text());
    }

    private String login() throws Exception {
        return post("/admin/login", "", "token", TOKEN)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
    }

    private String csrf(String cookie) throws Exception {
        return admin(cookie).select("input[name=csrf]").val();
    }

    private Document admin(String cookie) throws Exception {
        return Jsoup.parse(service.send(HttpRequest.newBuilder(service.at("/admin"))
                        .header("Cookie", cookie)
                        .build())
                .body());
    }

    private HttpResponse<String> post(String path, String cookie, String name, String value) throws Exception {
        return send(path, cookie, name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(String path, String cookie, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return service.send((cookie.isEmpty() ? request : request.header("Cookie", cookie)).build());
    }
}
