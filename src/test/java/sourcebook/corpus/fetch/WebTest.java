package sourcebook.corpus.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked for, and how much of an answer is taken. */
@SuppressWarnings("NullAway.Init")
final class WebTest {
    private Site outside;
    private Site inside;

    @BeforeEach
    void start() throws IOException {
        outside = new Site("127.0.0.1");
        inside = new Site("127.0.0.2");
        inside.text("/", "Secret.");
        outside.text("/", "Public.");
    }

    @AfterEach
    void stop() {
        outside.close();
        inside.close();
    }

    private static Web.Answer get(Web.Terms terms, String url) throws IOException {
        try (Web web = new Web(terms)) {
            return web.get(Web.url(url, null), Map.of(), Look.NONE);
        }
    }

    private void assertRefused(String url, String why) {
        assertThatThrownBy(() -> get(Site.terms(), url))
                .isInstanceOf(Unfetched.class)
                .hasMessageContaining(why);
        assertThat(inside.asked()).isEmpty();
    }

    @Test
    void aPublicServerIsAsked() throws IOException {
        assertThat(get(Site.terms(), outside.url("/")).body()).asString().isEqualTo("Public.");
    }

    @Test
    void aServerInsideIsNotConnectedTo() {
        assertRefused("http://inside.example:" + inside.port() + "/", "not an address of the public internet");
        assertRefused("http://127.0.0.2:" + inside.port() + "/", "not an address of the public internet");
        assertRefused("http://2130706434:" + inside.port() + "/", "not an address of the public internet");
    }

    @Test
    void aRedirectIntoTheInsideIsNotFollowed() {
        outside.redirect("/in", "http://127.0.0.2:" + inside.port() + "/");
        outside.redirect("/by-name", "http://inside.example:" + inside.port() + "/");
        outside.redirect("/twice", "/in");

        assertRefused(outside.url("/in"), "not an address of the public internet");
        assertRefused(outside.url("/by-name"), "not an address of the public internet");
        assertRefused(outside.url("/twice"), "not an address of the public internet");
    }

    @Test
    void aNameThatIsAnotherAddressTheSecondTimeLeadsNowhere() {
        Iterator<String> answers = List.of("127.0.0.1", "127.0.0.2").iterator();
        Dns rebinding = name -> List.of(InetAddress.getByName(answers.hasNext() ? answers.next() : "127.0.0.2"));
        Web.Terms usual = Site.terms();
        Web.Terms terms = new Web.Terms(rebinding, usual.allowed(), usual.maxBytes(), usual.maxTime());
        outside.redirect("/again", "http://other.example:" + inside.port() + "/");

        assertThatThrownBy(() -> get(terms, outside.url("/again")))
                .hasMessageContaining("not an address of the public internet");
        assertThat(inside.asked()).isEmpty();
    }

    @Test
    void theUsualTermsAllowNothingOfThisMachine() {
        assertThatThrownBy(() -> get(Web.Terms.usual(), "http://127.0.0.1:" + outside.port() + "/"))
                .hasMessageContaining("not an address of the public internet");
        assertThatThrownBy(() -> get(Web.Terms.usual(), "http://localhost:" + outside.port() + "/"))
                .hasMessageContaining("not an address of the public internet");
        assertThat(outside.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://news.example/", "jar:http://news.example/!/", "/etc/passwd", ""})
    void otherSchemesAreRefusedAlsoBehindARedirect(String url) {
        assertThatThrownBy(() -> Web.url(url, null)).isInstanceOf(Unfetched.class);
        if (url.contains(":")) {
            outside.redirect("/out", url);
            assertRefused(outside.url("/out"), "is no address that begins with http:// or https://");
        }
    }

    @Test
    void redirectsEndSomewhere() {
        outside.redirect("/round", "/round");

        assertRefused(outside.url("/round"), "redirects more than 5 times");
    }

    @Test
    void anAnswerThatIsTooLargeIsLeft() {
        outside.text("/large", "x".repeat((1 << 20) + 1));
        outside.text("/just", "x".repeat(1 << 20));

        assertRefused(outside.url("/large"), "sends more than 1 MB");
        assertThat(asked(outside.url("/just"))).hasSize(1 << 20);
    }

    @Test
    void anAnswerThatUnpacksToTooMuchIsLeft() {
        outside.page("/bomb", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (var out = new java.util.zip.GZIPOutputStream(exchange.getResponseBody())) {
                out.write(new byte[2 << 20]);
            }
        });

        assertRefused(outside.url("/bomb"), "sends more than 1 MB");
    }

    @Test
    void anAnswerThatNeverEndsIsLeft() {
        CountDownLatch end = new CountDownLatch(1);
        outside.page("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (end.getCount() > 0) {
                    exchange.getResponseBody().write('.');
                    exchange.getResponseBody().flush();
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Web.Terms usual = Site.terms();
        Web.Terms hasty = new Web.Terms(usual.names(), usual.allowed(), usual.maxBytes(), Duration.ofSeconds(1));

        assertThatThrownBy(() -> get(hasty, outside.url("/slow"))).hasMessageContaining("did not answer within 1 s");
        end.countDown();
    }

    @Test
    void waitingIsCalledOff() {
        CountDownLatch end = new CountDownLatch(1);
        outside.page("/never", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(() -> {
                    try (Web web = new Web(Site.terms())) {
                        web.get(Web.url(outside.url("/never"), null), Map.of(), () -> {
                            throw new IOException("called off");
                        });
                    }
                })
                .isNotInstanceOf(Unfetched.class)
                .hasMessage("called off");
        end.countDown();
    }

    private static byte[] asked(String url) {
        try {
            return get(Site.terms(), url).body();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
