package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.app.RawConnection;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;

/** What is refused before anything of it is parsed. The time stands still, so that its limits can be met exactly. */
@SuppressWarnings("NullAway.Init")
final class GateTest {
    private static final long NOW = 1_531_420_618;
    private static final String JSON = "application/json";

    /** Slack's own example, from its page on verifying requests. */
    private static final String PUBLISHED_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String PUBLISHED_BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J"
            + "&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
            + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String PUBLISHED_SIGNATURE =
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    @TempDir
    static Path folder;

    private static FakeSlack fake;
    private static RunningService service;
    private static SlackClient slack;

    @BeforeAll
    static void start() throws IOException {
        fake = new FakeSlack();
        service = RunningService.over(SmallCorpus.in(folder), fake.settings(), at(NOW));
        slack = new SlackClient(service.at("/slack/events"), fake.responseUrl());
    }

    @AfterAll
    static void stop() {
        slack.close();
        service.close();
        fake.close();
    }

    @Test
    void slacksPublishedExampleIsLetThroughOnce(@TempDir Path other) throws Exception {
        Map<String, String> settings = new HashMap<>(fake.settings());
        settings.put("SLACK_SIGNING_SECRET", PUBLISHED_SECRET);
        try (RunningService published = RunningService.over(SmallCorpus.in(other), settings, at(NOW));
                SlackClient client = new SlackClient(published.at("/slack/events"), "")) {

            HttpResponse<String> first =
                    client.send(PUBLISHED_BODY, SlackClient.FORM, Long.toString(NOW), PUBLISHED_SIGNATURE);
            HttpResponse<String> again =
                    client.send(PUBLISHED_BODY, SlackClient.FORM, Long.toString(NOW), PUBLISHED_SIGNATURE);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.body()).contains("I don't know the command /webhook-collect");
            assertThat(again.statusCode()).isEqualTo(401);
            assertThat(again.body()).isEqualTo("seen before\n");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 298, 300, -1, -298, -300})
    void aRequestSignedWithinFiveMinutesIsLetThrough(long secondsAgo) throws Exception {
        HttpResponse<String> response = slack.send(help(), SlackClient.FORM, NOW - secondsAgo);

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(longs = {301, 360, 86_400, -301, -360, -86_400, -315_360_000})
    void aRequestSignedLongerAgoOrInTheFutureIsRefused(long secondsAgo) throws Exception {
        HttpResponse<String> response = slack.send(help(), SlackClient.FORM, NOW - secondsAgo);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("signed too long ago or in the future\n");
    }

    @Test
    void aRequestIsLetThroughOnce() throws Exception {
        String body = help();

        int first = slack.send(body, SlackClient.FORM, NOW).statusCode();
        int again = slack.send(body, SlackClient.FORM, NOW).statusCode();
        int signedAnew = slack.send(body, SlackClient.FORM, NOW - 1).statusCode();

        assertThat(first).isEqualTo(200);
        assertThat(again).isEqualTo(401);
        assertThat(signedAnew).isEqualTo(200);
    }

    static Stream<String> forged() {
        String good = SlackClient.signature(FakeSlack.SECRET, NOW, "x=1");
        return Stream.of(
                "",
                "v0=",
                "v0",
                "v1=" + good.substring(3),
                good.substring(3),
                good.toUpperCase(Locale.ROOT),
                good.substring(0, good.length() - 1),
                good + "0",
                good + ",v0=",
                good.substring(0, 66) + (good.endsWith("0") ? "1" : "0"),
                SlackClient.signature("another secret", NOW, "x=1"),
                SlackClient.signature(FakeSlack.SECRET, NOW - 1, "x=1"),
                SlackClient.signature(FakeSlack.SECRET, NOW, "x=2"),
                SlackClient.signature(FakeSlack.SECRET, NOW, ""),
                "v0=" + "0".repeat(64),
                "v0=" + "é".repeat(64));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void aForgedSignatureIsRefused(String signature) throws Exception {
        HttpResponse<String> response = slack.send("x=1", SlackClient.FORM, Long.toString(NOW), signature);

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "-1531420618",
                "1531420618.5",
                "0x5B479A8A",
                "99999999999999999999",
                "1531420618 x"
            })
    void aTimestampThatIsNoneIsRefused(String timestamp) throws Exception {
        String signature = SlackClient.signature(FakeSlack.SECRET, NOW, "x=1");

        HttpResponse<String> response = slack.send("x=1", SlackClient.FORM, timestamp, signature);

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void aRequestWithoutTheHeadersIsRefused() throws Exception {
        HttpRequest bare = HttpRequest.newBuilder(service.at("/slack/events"))
                .POST(BodyPublishers.ofString("x=1"))
                .build();

        HttpResponse<String> response = service.send(bare);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("not signed\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})
    void onlyPostIsTaken(String method) throws Exception {
        try (RawConnection raw = new RawConnection(service.port())) {
            raw.lines(method + " /slack/events HTTP/1.1", "Host: x", "Connection: close", "");

            assertThat(raw.answer()).startsWith("HTTP/1.1 405").contains("Allow: POST");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slack/events", "/slack/events/", "/slack/other", "/slack/", "/slack/events;x=1"})
    void nothingUnsignedReachesAnyPathOfTheEndpoint(String path) throws Exception {
        HttpRequest unsigned = HttpRequest.newBuilder(service.at(path))
                .POST(BodyPublishers.ofString("x=1"))
                .build();

        assertThat(service.send(unsigned).statusCode()).isEqualTo(401);
    }

    @Test
    void sixtyFourMegabytesAreRefusedBeforeTheyAreRead() throws Exception {
        long announced = 64 << 20;
        try (RawConnection raw = new RawConnection(service.port())) {
            raw.lines("POST /slack/events HTTP/1.1", "Host: x", "Content-Length: " + announced, "");

            assertThat(raw.status()).startsWith("HTTP/1.1 413");
            assertThat(raw.flood(announced)).as("bytes taken").isLessThan(announced / 4);
        }
    }

    @Test
    void aBodyOfUnknownSizeIsReadNoFurtherThanTheCap() throws Exception {
        try (RawConnection raw = new RawConnection(service.port())) {
            raw.lines("POST /slack/events HTTP/1.1", "Host: x", "Transfer-Encoding: chunked", "");
            raw.lines(Integer.toHexString(64 << 20));
            raw.bytes(new byte[Gate.MAX_BYTES + 1]);

            assertThat(raw.status()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void aBodyAtTheCapIsTakenAndOneByteMoreIsNot() throws Exception {
        String form = help() + "&pad=";
        String atCap = form + "x".repeat(Gate.MAX_BYTES - form.length());

        assertThat(slack.send(atCap, SlackClient.FORM, NOW).statusCode()).isEqualTo(200);
        try (RawConnection raw = new RawConnection(service.port())) {
            raw.lines("POST /slack/events HTTP/1.1", "Host: x", "Content-Length: " + (Gate.MAX_BYTES + 1), "");
            assertThat(raw.status()).startsWith("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"url_verification\",\"challenge\":\"1\"}\r\n",
                "{\"type\":\"url_verification\",\r\n\"challenge\":\"2\"}",
                "\n{\"type\":\"url_verification\",\"challenge\":\"3\"}\n\n",
                "{\"type\":\"url_verification\",\"challenge\":\"日本 😀 é\"}",
                "{\"type\":\"url_verification\",\"challenge\":\"*~+%\u2028\"}"
            })
    void theSignatureIsOverTheBytesThatCame(String body) throws Exception {
        HttpResponse<String> response = slack.send(body, JSON, NOW);

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void withoutASigningSecretThereIsNoEndpoint(@TempDir Path other) throws Exception {
        try (RunningService without = RunningService.over(SmallCorpus.in(other))) {
            HttpRequest post = HttpRequest.newBuilder(without.at("/slack/events"))
                    .POST(BodyPublishers.ofString(help()))
                    .build();

            assertThat(without.send(post).statusCode()).isEqualTo(404);
            assertThat(without.get("/slack/events").statusCode()).isEqualTo(404);
        }
    }

    private static String help() {
        return slack.form("/outsourcing", "help");
    }

    private static Clock at(long second) {
        return Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }
}
