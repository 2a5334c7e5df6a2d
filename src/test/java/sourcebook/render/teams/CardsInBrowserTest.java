package sourcebook.render.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.NodePeers;
import sourcebook.model.Quote;
import sourcebook.render.Samples;
import sourcebook.web.Browser;

/** Cards as Microsoft's renderer draws them in a browser; pictures of them are kept in {@code target/pictures}. */
@SuppressWarnings("NullAway.Init")
final class CardsInBrowserTest {
    @TempDir
    private static Path profile;

    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        NodePeers peers = NodePeers.of("teams");
        browser = Browser.open(profile);
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
            browser.picture("card-" + card.getKey());

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

    private static List<String> shown(Card card) {
        List<String> texts = new ArrayList<>();
        Object found = browser.driver()
                .executeScript(
                        "return window.show(arguments[0])", card.content().toString());
        ((List<?>) found).forEach(text -> texts.add(text.toString()));
        return texts;
    }
}
