package sourcebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;

/** The pages as a person meets them. */
@SuppressWarnings("NullAway.Init")
final class BrowserTest {
    private static final String DEEP = "The ferry contract of Northern Isles Lines ended on 3 March 1999.";
    private static final String DEEP_QUESTION = "when did the ferry contract of Northern Isles Lines end?";
    private static final String WIDE = "Unbreakable" + "Word".repeat(60);

    @TempDir
    static Path folder;

    private static RunningService service;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        SmallCorpus corpus = SmallCorpus.in(folder);
        corpus.article("sea/ferries", "Ferries to the islands", filler() + DEEP + "\n\n" + filler());
        corpus.article("odd/wide", WIDE, "The unbreakable contract says " + WIDE + ".");
        service = RunningService.over(corpus);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (service != null) {
            service.close();
        }
    }

    @BeforeEach
    void asUsual() {
        browser.usual();
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPersonTypesAQuestionAndFollowsTheQuoteToItsSentence() throws Exception {
        browser.driver().get(service.at("/").toString());

        browser.driver().switchTo().activeElement().sendKeys(DEEP_QUESTION, Keys.ENTER);

        assertThat(text("blockquote")).isEqualTo(DEEP);
        assertThat(element("input").getDomProperty("value")).isEqualTo(DEEP_QUESTION);
        browser.picture("answer");

        element("figcaption a").click();

        assertThat(text("mark")).isEqualTo(DEEP);
        assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("quote");
        assertThat(inView("#quote")).isTrue();
        assertThat(browser.evaluate("scrollY > 500")).isEqualTo(true);
        browser.picture("article");
    }

    @Test
    void theFirstPageIsReadyToTypeAndItsExamplesAnswer() throws Exception {
        browser.driver().get(service.at("/").toString());
        browser.picture("first-page");

        assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("q");
        element("section li a").click();

        assertThat(text("blockquote")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/?q=FERRIES", "/?q=NPS", "/?q=tungsten", "/articles/odd/wide", "/articles/sea/ferries"})
    void nothingIsWiderThanATelephone(String path) throws Exception {
        browser.width(360);
        browser.driver()
                .get(service.at(path.replace("FERRIES", encoded(DEEP_QUESTION))).toString());
        browser.picture("telephone" + path.replaceAll("\\W+", "-"));

        assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo(360L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void wordsStandOutFromTheirGround(String scheme) throws Exception {
        browser.colours(scheme);
        browser.driver().get(service.at("/?q=" + encoded(DEEP_QUESTION)).toString());
        browser.picture("answer-" + scheme);
        assertThat(contrast("blockquote p", "body")).isGreaterThan(7);
        assertThat(contrast("figcaption", "body")).isGreaterThan(4.5);
        assertThat(contrast("figcaption a", "body")).isGreaterThan(4.5);
        assertThat(contrast("button", "button")).isGreaterThan(4.5);

        element("figcaption a").click();
        browser.picture("article-" + scheme);
        assertThat(contrast("mark", "mark")).isGreaterThan(4.5);
    }

    @Test
    void theTabKeyReachesEverythingInTheOrderOfThePage() throws Exception {
        browser.driver().get(service.at("/?q=" + encoded(DEEP_QUESTION)).toString());
        List<WebElement> all = browser.driver().findElements(By.cssSelector("a, input, button"));

        List<WebElement> reached = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            reached.add(browser.driver().switchTo().activeElement());
        }

        assertThat(all).hasSizeGreaterThanOrEqualTo(4);
        assertThat(reached).isEqualTo(all);
    }

    private static WebElement element(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    private static String text(String selector) {
        return element(selector).getText();
    }

    private static boolean inView(String selector) {
        return (boolean) browser.evaluate("(b => b.top >= 0 && b.bottom <= innerHeight)(document.querySelector('"
                + selector + "').getBoundingClientRect())");
    }

    /** The contrast of an element's ink with another's ground, as WCAG 2.2 defines it. */
    private static double contrast(String ink, String ground) {
        return ((Number) browser.evaluate("""
                (() => {
                  const light = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
                      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
                  const style = selector => getComputedStyle(document.querySelector(selector));
                  const both = [light(style('%s').color), light(style('%s').backgroundColor)].sort((a, b) => b - a);
                  return (both[0] + 0.05) / (both[1] + 0.05);
                })()""".formatted(ink, ground))).doubleValue();
    }

    private static String filler() {
        return "Here is a paragraph about the weather at sea, which is often bad and seldom good.\n\n".repeat(40);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
