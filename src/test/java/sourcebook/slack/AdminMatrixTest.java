package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.Eventually;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.slack.SlackClient.Somebody;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.socket.SocketServer;
import sourcebook.slack.talk.Presses;
import sourcebook.slack.talk.Sealing;

/**
 * Who may administer, by workspace and user, over every way in. Buttons and modals carry seals that our own key made for
 * whoever uses them, so that it is the admin check that is tested and not the seal.
 */
@SuppressWarnings("NullAway.Init")
final class AdminMatrixTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Somebody ADMIN = new Somebody("T1", "UADMIN");
    private static final List<Somebody> OTHERS = List.of(
            new Somebody("T1", "U1"),
            new Somebody("T2", "UADMIN"),
            new Somebody("T1", "UADMIN", "T2"),
            new Somebody("T2", "UADMIN", "T1"),
            new Somebody("T1", "uadmin"),
            new Somebody("UADMIN", "T1"));

    @TempDir
    static Path folder;

    private static FakeSlack fake;
    private static SocketServer sockets;
    private static SocketServer.Connection socket;
    private static RunningService service;
    private static SlackClient slack;
    private static int envelopes;

    @BeforeAll
    static void start() throws Exception {
        fake = new FakeSlack();
        sockets = new SocketServer();
        fake.answers("apps.connections.open", "{\"ok\":true,\"url\":\"" + sockets.address() + "\"}");
        Map<String, String> settings = new HashMap<>(fake.settingsWithToken());
        settings.put("SLACK_APP_TOKEN", "xapp-of-tests");
        SmallCorpus corpus = SmallCorpus.in(folder);
        service = RunningService.over(corpus, settings, Clock.systemUTC());
        slack = new SlackClient(service.at("/slack/events"), fake.responseUrl());
        socket = sockets.next();
        socket.send("{\"type\":\"hello\"}");
        corpus.article("it/ferry", "Ferry", "The ferry contract of Example Lines is worth £3m.");
        Eventually.become(() -> service.get("/health/ready").statusCode() == 200);
        service.reindex();
    }

    @AfterAll
    static void stop() throws IOException {
        slack.close();
        service.close();
        sockets.close();
        fake.close();
    }

    /** A way to go back from generation 2 to 1, and where its answer is found. */
    private interface Way {
        JsonNode take(Somebody by) throws Exception;
    }

    private static Map<String, Way> ways() {
        return Map.of(
                "command", by -> slack.administer(by.team(), by.user(), "rollback 1"),
                "button",
                        by -> {
                            slack.press(by, "C1", "admin_back", FakeSlack.seal(by, "C1", "admin_back", "2 1"));
                            return fake.message();
                        },
                "home",
                        by -> {
                            slack.press(by, "", "admin_back", sealedAt(by, Duration.ofSeconds(-99)));
                            fake.called("views.publish");
                            return message(fake.called("chat.postMessage"));
                        },
                "socket command",
                        by -> throughSocket("slash_commands", command(by)).path("payload"),
                "socket button",
                        by -> {
                            String sealed = sealedAt(by, Duration.ofSeconds(-9));
                            throughSocket("interactive", slack.pressed(by, "C1", "admin_back", sealed));
                            return fake.message();
                        });
    }

    @TestFactory
    Stream<DynamicTest> nobodyElseGoesBackByAnyWay() {
        return ways().entrySet().stream()
                .filter(way -> !way.getKey().contains("command"))
                .flatMap(way -> OTHERS.stream().map(by -> refused(way.getKey(), way.getValue(), by)));
    }

    /** Slack says of a command only in which workspace it was typed: there is no guest among these. */
    @TestFactory
    Stream<DynamicTest> nobodyElseGoesBackByCommand() {
        return ways().entrySet().stream()
                .filter(way -> way.getKey().contains("command"))
                .flatMap(way -> OTHERS.stream()
                        .filter(by -> !(by.team() + ":" + by.user()).equals("T1:UADMIN"))
                        .map(by -> refused(way.getKey(), way.getValue(), by)));
    }

    private static DynamicTest refused(String name, Way way, Somebody by) {
        return DynamicTest.dynamicTest(by + " by " + name, () -> {
            JsonNode told = way.take(by);

            assertThat(Blocks.words(told)).contains("Only admins of Sourcebook can do that");
            assertThat(served()).isEqualTo(2);
        });
    }

    @Test
    void nobodyElseSeesOrSetsAnythingByCommand() throws Exception {
        for (Somebody by : OTHERS) {
            for (String typed : List.of("status", "problems", "help", "channel", "channel off", "cancel", "reindex")) {
                if (!(by.team() + ":" + by.user()).equals("T1:UADMIN")) {
                    assertThat(Blocks.words(slack.administer(by.team(), by.user(), typed)))
                            .as("%s by %s", typed, by)
                            .contains("Only admins of Sourcebook can do that")
                            .doesNotContain("Generation", "reindex", "Sourcebook is");
                }
            }
        }
    }

    @Test
    void aButtonGoesBackOnlyFromTheGenerationThatItWasMadeFor() throws Exception {
        slack.press(ADMIN, "C1", "admin_back", FakeSlack.seal(ADMIN, "C1", "admin_back", "9 1"));

        assertThat(Blocks.words(fake.message())).contains("what it was for has passed");
        assertThat(served()).isEqualTo(2);
    }

    @TestFactory
    Stream<DynamicTest> theAdminGoesBackByEveryWay() {
        return ways().entrySet().stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
                    JsonNode told = way.getValue().take(ADMIN);

                    assertThat(Blocks.words(told)).contains("Generation 1 is served.");
                    assertThat(served()).isEqualTo(1);
                    slack.administer("T1", "UADMIN", "rollback 2");
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyElseStartsAReindexByButtonOrModal() {
        return OTHERS.stream()
                .map(by -> DynamicTest.dynamicTest(by.toString(), () -> {
                    String before = lastRun();

                    slack.submit(by, "admin_forced", FakeSlack.seal(by, "", "admin_forced", "3"), "because");
                    JsonNode modal = message(fake.called("chat.postMessage"));
                    slack.press(by, "C1", "admin_reindex", FakeSlack.seal(by, "C1", "admin_reindex", "changed"));
                    JsonNode button = fake.message();

                    assertThat(Blocks.words(modal)).contains("Only admins of Sourcebook can do that");
                    assertThat(Blocks.words(button)).contains("Only admins of Sourcebook can do that");
                    assertThat(lastRun()).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyElseSeesDetailsModalsOrTheAdminsPartOfTheHomeTab() {
        return OTHERS.stream()
                .map(by -> DynamicTest.dynamicTest(by.toString(), () -> {
                    for (String action : List.of("admin_details", "admin_force")) {
                        slack.press(by, "C1", action, FakeSlack.seal(by, "C1", action, "2"));
                        assertThat(Blocks.words(fake.message())).contains("Only admins of Sourcebook can do that");
                    }
                    if (by.home().equals(by.team())) {
                        slack.send(home(by), "application/json");
                        assertThat(fake.called("views.publish").get("view")).doesNotContain("For admins", "Generation");
                    }
                    assertThat(fake.calls("views.open")).isZero();
                }));
    }

    @Test
    void whatWasSealedForTheAdminWorksForNobodyElseNorElsewhere() throws Exception {
        String sealed = FakeSlack.seal(ADMIN, "C1", "admin_back", "2 1");
        for (Somebody by : OTHERS) {
            slack.press(by, "C1", "admin_back", sealed);
            assertThat(Blocks.words(fake.message())).contains(Presses.NOT_YOURS);
        }
        for (String other : List.of("admin_details", "admin_cancel", "admin_reindex", "share")) {
            slack.press(ADMIN, "C1", other, sealed);
            assertThat(Blocks.words(fake.message())).contains(Presses.NOT_YOURS);
        }
        slack.submit(ADMIN, "admin_forced", sealed, "because");
        assertThat(Blocks.words(message(fake.called("chat.postMessage")))).contains(Presses.NOT_YOURS);
        assertThat(served()).isEqualTo(2);
    }

    @Test
    void whatIsTooOldOrFromTheFutureOrAlteredOrNotSealedIsRefused() throws Exception {
        Random random = new Random(7);
        String sealed = FakeSlack.seal(ADMIN, "C1", "admin_back", "2 1");
        StringBuilder altered = new StringBuilder(sealed);
        int at = 1 + random.nextInt(sealed.length() - 1);
        altered.setCharAt(at, (char) (sealed.charAt(at) ^ 1));
        for (String bad : List.of(
                sealedAt(ADMIN, Sealing.VALID.plusSeconds(5).negated()),
                sealedAt(ADMIN, Duration.ofHours(1)),
                altered.toString(),
                sealed + " ",
                "2 1",
                "")) {
            slack.press(ADMIN, "C1", "admin_back", bad);
            assertThat(Blocks.words(fake.message())).as(bad).contains(Presses.NOT_YOURS);
        }
        assertThat(served()).isEqualTo(2);
    }

    private static String sealedAt(Somebody by, Duration fromNow) {
        Origin origin = new Origin(by.team(), by.user(), by.home(), "C1", null, false, null, null);
        return new Sealing(FakeSlack.SECRET, Clock.offset(Clock.systemUTC(), fromNow))
                .forPerson(origin)
                .seal("admin_back", "2 1");
    }

    private static String home(Somebody by) {
        ObjectNode event =
                JSON.createObjectNode().put("type", "app_home_opened").put("tab", "home");
        return SlackClient.eventBody(event.put("user", by.user()).put("channel", "D1"), "Ev" + by)
                .replace("\"team_id\":\"T1\"", "\"team_id\":\"" + by.team() + "\"");
    }

    private static ObjectNode command(Somebody by) {
        return JSON.createObjectNode()
                .put("command", "/outsourcing-admin")
                .put("text", "rollback 1")
                .put("team_id", by.team())
                .put("channel_id", "C1")
                .put("user_id", by.user())
                .put("user_name", "ada")
                .put("response_url", fake.responseUrl() + "/socket" + envelopes)
                .put("trigger_id", "socket" + envelopes);
    }

    /** Sends a delivery through the socket; what it was acknowledged with. */
    private static JsonNode throughSocket(String type, ObjectNode payload) throws Exception {
        ObjectNode envelope = JSON.createObjectNode().put("type", type).put("envelope_id", "e" + envelopes++);
        envelope.set("payload", payload);
        socket.send(envelope.toString());
        return JSON.readTree(socket.text());
    }

    private static long served() throws IOException, InterruptedException {
        return Long.parseLong(service.get("/health/ready").body().replaceAll("\\D", ""));
    }

    private static String lastRun() throws IOException {
        return Files.readString(folder.resolve("state/reindex.json"));
    }

    private static JsonNode message(Map<String, String> posted) throws IOException {
        return JSON.readTree("{\"blocks\":" + posted.get("blocks") + "}");
    }
}
