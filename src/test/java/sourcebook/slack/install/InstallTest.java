package sourcebook.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.Eventually;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.slack.FakeOauth;
import sourcebook.slack.FakeSlack;

/** Workspaces install the running service, use it, and remove it; Slack is the tests' own. */
@SuppressWarnings("NullAway.Init")
final class InstallTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REDIRECT = RunningService.PUBLIC + OAuth.REDIRECT;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private FakeSlack fake;
    private RunningService service;
    private int events;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeSlack();
        Map<String, String> settings = new HashMap<>(fake.settings());
        settings.put("SLACK_CLIENT_ID", FakeOauth.CLIENT_ID);
        settings.put("SLACK_CLIENT_SECRET", FakeOauth.CLIENT_SECRET);
        settings.put("SLACK_TEAMS", "T2,T3");
        settings.put("SOURCEBOOK_SECRET", "a secret of tests with more than enough letters");
        service = RunningService.over(SmallCorpus.in(folder), settings, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        service.close();
        fake.close();
    }

    /** A browser on its way: the cookie that it got, and what it was sent to Slack with. */
    private record Begun(String cookie, Map<String, String> query, String setCookie, String location) {
        String state() {
            return query.getOrDefault("state", "");
        }
    }

    @Test
    void theBrowserIsSentToSlackWithAStateAndACookieThatOnlyItHas() throws Exception {
        Begun one = begin(null);
        Begun other = begin(null);

        assertThat(one.location()).startsWith(fake.address("/oauth/v2/authorize?"));
        assertThat(one.query()).containsEntry("client_id", FakeOauth.CLIENT_ID).containsEntry("redirect_uri", REDIRECT);
        assertThat(one.query().get("scope")).contains("commands", "chat:write", "links:write");
        assertThat(one.setCookie()).contains("HttpOnly", "Secure", "SameSite=Lax", "Max-Age=600", "Path=/slack");
        assertThat(one.state()).isNotEqualTo(other.state()).doesNotContain(one.cookie());
        assertThat(one.cookie()).isNotEqualTo(other.cookie());
        assertThat(begin(one.cookie()).cookie()).isEqualTo(one.cookie());
    }

    @Test
    void twoWorkspacesInstallItAndEachIsAnsweredWithItsOwnToken() throws Exception {
        for (String team : List.of("T2", "T3")) {
            HttpResponse<String> done = install(team, false);
            assertThat(done.statusCode()).isEqualTo(200);
            assertThat(done.body()).contains("installed in Team " + team);
            assertThat(done.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }

        for (String team : List.of("T3", "T2")) {
            assertThat(event(mention(), team)).isEqualTo(200);
            assertThat(fake.called("chat.postMessage").get("authorization")).startsWith("Bearer xoxb-" + team);
        }
        assertThat(filesHold("xoxb-T2")).isFalse();
    }

    @Test
    void aStateIsGoodOnceAndInItsOwnBrowserAlone() throws Exception {
        Begun ours = begin(null);
        Begun attackers = begin(null);
        String code = fake.oauth().allow("T2", REDIRECT, false);

        assertThat(comeBack(ours.state(), null, code).statusCode()).isEqualTo(403);
        assertThat(comeBack(ours.state(), attackers.cookie(), code).statusCode())
                .isEqualTo(403);
        assertThat(comeBack(attackers.state(), ours.cookie(), code).statusCode())
                .isEqualTo(403);
        assertThat(comeBack(ours.state().replaceFirst("^.", "_"), ours.cookie(), code)
                        .statusCode())
                .isEqualTo(403);
        assertThat(comeBack("", ours.cookie(), code).statusCode()).isEqualTo(403);
        assertThat(fake.calls("oauth.v2.access")).isZero();

        assertThat(comeBack(ours.state(), ours.cookie(), code).statusCode()).isEqualTo(200);
        String another = fake.oauth().allow("T2", REDIRECT, false);
        assertThat(comeBack(ours.state(), ours.cookie(), another).statusCode()).isEqualTo(403);
        assertThat(fake.calls("oauth.v2.access")).isEqualTo(1);
    }

    @Test
    void whereNothingIsAllowedOrTheCodeIsBadNothingIsInstalled() throws Exception {
        Begun denied = begin(null);
        HttpResponse<String> told =
                get(OAuth.REDIRECT + "?error=access_denied&state=" + encoded(denied.state()), denied.cookie());
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).contains("nothing was allowed");

        Begun bad = begin(null);
        HttpResponse<String> refused = comeBack(bad.state(), bad.cookie(), "<b>made-up");
        assertThat(refused.statusCode()).isEqualTo(502);
        assertThat(refused.body()).contains("invalid_code").doesNotContain("<b>");

        event(mention(), "T2");
        event(mention(), "T3");
        assertThat(fake.calls("chat.postMessage")).isZero();
    }

    @Test
    void aWorkspaceThatIsNotNamedIsRefusedAndItsTokenTakenBack() throws Exception {
        HttpResponse<String> refused = install("T9", false);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("SLACK_TEAMS");
        assertThat(fake.called("auth.revoke").get("authorization")).startsWith("Bearer xoxb-T9");
    }

    @Test
    void aTokenThatSlackSaysHasExpiredIsRenewedAndTheCallMadeAgain() throws Exception {
        install("T2", true);
        String first = fake.oauth().tokens().getFirst();
        fake.oauth().refuse(first, "token_expired");

        event(mention(), "T2");

        String authorization = fake.called("chat.postMessage").get("authorization");
        while (authorization != null && authorization.endsWith(first)) {
            authorization = fake.called("chat.postMessage").get("authorization");
        }
        assertThat(authorization).startsWith("Bearer xoxe.xoxb-T2");
        assertThat(fake.oauth().refreshed()).isEqualTo(1);
    }

    @Test
    void aWorkspaceThatRemovesTheAppIsForgottenAndOthersAreNot() throws Exception {
        install("T2", false);
        install("T3", false);
        ObjectNode gone = JSON.createObjectNode().put("type", "app_uninstalled");

        assertThat(event(gone, "T2")).isEqualTo(200);

        event(mention(), "T3");
        assertThat(fake.called("chat.postMessage").get("authorization")).startsWith("Bearer xoxb-T3");
        event(mention(), "T2");
        ObjectNode revoked = JSON.createObjectNode().put("type", "tokens_revoked");
        revoked.putObject("tokens").putArray("bot").add("UBOT");
        event(revoked, "T3");
        event(mention(), "T3");
        Eventually.become(() -> service.get("/health/ready").statusCode() == 200);
        assertThat(fake.calls("chat.postMessage")).isZero();
    }

    @Test
    void onlyBrowsersThatLookAreAnswered() throws Exception {
        HttpResponse<String> posted = HTTP.send(
                HttpRequest.newBuilder(service.at(OAuth.INSTALL))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());

        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(get(OAuth.INSTALL + "/more", null).statusCode()).isEqualTo(404);
        assertThat(get(OAuth.REDIRECT + "?code=%C3%28", null).statusCode()).isBetween(400, 403);
    }

    private HttpResponse<String> install(String team, boolean rotating) throws Exception {
        Begun begun = begin(null);
        return comeBack(begun.state(), begun.cookie(), fake.oauth().allow(team, REDIRECT, rotating));
    }

    private Begun begin(@Nullable String cookie) throws Exception {
        HttpResponse<String> sent = get(OAuth.INSTALL, cookie);
        assertThat(sent.statusCode()).isEqualTo(302);
        String set = sent.headers().firstValue("Set-Cookie").orElseThrow();
        String location = sent.headers().firstValue("Location").orElseThrow();
        Map<String, String> query = Arrays.stream(
                        URI.create(location).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return new Begun(set.replaceFirst(";.*", "").replaceFirst(".*?=", ""), query, set, location);
    }

    private HttpResponse<String> comeBack(String state, @Nullable String cookie, String code) throws Exception {
        return get(OAuth.REDIRECT + "?code=" + encoded(code) + "&state=" + encoded(state), cookie);
    }

    private HttpResponse<String> get(String path, @Nullable String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.at(path));
        if (cookie != null) {
            request.header("Cookie", InstallServlet.COOKIE + "=" + cookie);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ObjectNode mention() {
        return JSON.createObjectNode()
                .put("type", "app_mention")
                .put("user", "U1")
                .put("channel", "C1")
                .put("text", "<@UBOT> help")
                .put("ts", "1700000001." + events++);
    }

    private int event(ObjectNode event, String team) throws Exception {
        long now = Instant.now().getEpochSecond();
        ObjectNode payload =
                JSON.createObjectNode().put("type", "event_callback").put("team_id", team);
        payload.put("event_id", "Ev" + events++).put("event_time", now).set("event", event);
        String body = payload.toString();
        return HTTP.send(
                        HttpRequest.newBuilder(service.at("/slack/events"))
                                .header("Content-Type", "application/json")
                                .header("X-Slack-Request-Timestamp", Long.toString(now))
                                .header("X-Slack-Signature", signed(now, body))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private static String signed(long at, String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(FakeSlack.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "v0="
                + HexFormat.of().formatHex(mac.doFinal(("v0:" + at + ":" + body).getBytes(StandardCharsets.UTF_8)));
    }

    private boolean filesHold(String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words)) {
                    return true;
                }
            }
        }
        return false;
    }
}
