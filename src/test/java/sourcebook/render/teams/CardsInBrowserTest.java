package sourcebook.render.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import sourcebook.NodePeers;
import sourcebook.model.Quote;
import sourcebook.render.Samples;
import sourcebook.web.Browser;

/** Cards as Microsoft's renderer draws them in a browser; pictures of them are kept in {@code target/pictures}. */
@SuppressWarnings("NullAway.Init")
final class CardsInBrowserTest {
    private static final Pattern CHART = Pattern.compile("https://quotes\\.test(/charts/[\\w/-]+\\.png)");

    @TempDir
    private static Path profile;

    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        NodePeers peers = NodePeers.of("teams");
        browser = Browser.open(profile);
        browser.driver().manage().window().setSize(new Dimension(720, 2_600));
        browser.driver().get(peers.folder().resolve("page.html").toUri().toString());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void quotesAreTheSameCharacterByCharacterAfterRendering() {
        for (String hostile : CardSamples.HOSTILE) {
            Quote quote = Samples.quote(Samples.BARE, hostile + " " + hostile + ".", hostile);

            List<String> answer =
                    shown(CardSamples.CARDS.render(CardSamples.answered(Samples.reply(hostile, Samples.found(quote)))));
            List<String> context = shown(CardSamples.CARDS.context(CardSamples.context(quote), hostile));

            assertThat(answer).as(hostile).contains(quote.text(), "You asked: " + hostile);
            assertThat(context).as(hostile).contains(quote.passage().text());
        }
    }

    @Test
    void everyKindOfCardIsDrawn() throws Exception {
        for (Map.Entry<String, Card> card : CardsTest.all().entrySet()) {
            List<String> texts = shown(card.getValue());
            picture("card-" + card.getKey());

            assertThat(texts).as(card.getKey()).containsAll(CardsTest.quotations(card.getValue()));
        }
    }

    @Test
    void aPressedButtonTellsWhatItCarries() {
        shown(CardSamples.CARDS.render(CardSamples.answered(Samples.several())));

        browser.driver().executeScript("document.querySelector('button.ac-pushButton').click()");

        assertThat(browser.driver().executeScript("return window.pressed.pop()").toString())
                .contains("\"verb\":\"context\"", "\"article\":\"police/met\"", "\"question\":\"who said so?\"");
    }

    /** Keeps a picture of the card alone for people to look at. */
    private static void picture(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(
                folder.resolve(name + ".png"),
                browser.driver().findElement(By.id("card")).getScreenshotAs(OutputType.BYTES));
    }

    private static List<String> shown(Card card) {
        List<String> texts = new ArrayList<>();
        Object found = browser.driver()
                .executeScript(
                        "return window.show(arguments[0])", drawn(card.content().toString()));
        ((List<?>) found).forEach(text -> texts.add(text.toString()));
        return texts;
    }

    /** The card with its charts in it, for nothing is served at their addresses. */
    private static String drawn(String card) {
        return CHART.matcher(card)
                .replaceAll(address -> "data:image/png;base64,"
                        + Base64.getEncoder()
                                .encodeToString(
                                        ListSamples.picture(address.group(1)).png()));
    }
}
