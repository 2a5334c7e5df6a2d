package sourcebook.slack.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.Eventually;
import sourcebook.app.ServerProcess;
import sourcebook.app.SmallCorpus;
import sourcebook.slack.FakeSlack;
import sourcebook.slack.SlackClient;

/** A real process that is told to stop while people wait: each of them hears of it. */
@SuppressWarnings("NullAway.Init")
final class StopTest {
    private static final int COMMANDS = 12;
    private static final int MENTIONS = 8;

    @TempDir
    Path folder;

    private record Waiting(Socket socket, boolean command) {}

    @RepeatedTest(2)
    void whoeverWaitsWhenItStopsIsAnsweredOrTold() throws Exception {
        stopped();
    }

    @RepeatedTest(18)
    void andSoInTheLongForm() throws Exception {
        assumeTrue(Form.LONG, "only with -Dload=long");
        stopped();
    }

    private void stopped() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        SmallCorpus corpus = SmallCorpus.in(folder);
        try (FakeSlack fake = new FakeSlack();
                ServerProcess server =
                        ServerProcess.start(corpus, fake.settingsWithToken(), List.of(), List.of("--no-embeddings"));
                Crowd crowd = new Crowd(server.at("/slack/events"), fake.responseUrl(), List.of())) {
            CountDownLatch until = fake.holds("conversations.info");
            List<Waiting> waiting = open(server);
            for (int i = 0; i < waiting.size(); i++) {
                send(waiting.get(i), body(crowd, waiting.get(i), i));
            }
            Eventually.become(() -> server.unread() == 0);
            Thread.sleep(new Random(seed).nextInt(200));

            server.terminate();
            Thread.sleep(new Random(seed).nextInt(500));
            until.countDown();
            Told told = new Told();
            for (Waiting one : waiting) {
                String response = rest(one.socket());
                assertThat(response).as("seed %d", seed).startsWith("HTTP/1.1 200");
                if (one.command()) {
                    told.add(200, response.substring(response.indexOf("\r\n\r\n") + 4), 0);
                }
            }
            server.ended();

            assertThat(told.all()).isEqualTo(COMMANDS);
            assertThat(fake.posts()).as("seed %d, %s", seed, told).isEqualTo(told.later());
            assertThat(fake.calls("chat.postMessage") + fake.calls("chat.postEphemeral"))
                    .as("seed %d", seed)
                    .isEqualTo(MENTIONS);
            Form.tell("stopped with 20 in hand: " + told);
        }
    }

    /** The mentions first: they wait for Slack to tell of their channels, and all others behind them. */
    private static List<Waiting> open(ServerProcess server) throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        for (int i = 0; i < COMMANDS + MENTIONS; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.setSoTimeout(30_000);
            waiting.add(new Waiting(socket, i >= MENTIONS));
        }
        return waiting;
    }

    private static String body(Crowd crowd, Waiting one, int i) {
        return one.command()
                ? crowd.command(i, SmallCorpus.WORTH_QUESTION)
                : SlackClient.eventBody(
                        SlackClient.message("app_mention", "C" + i, "", "<@UBOT> " + SmallCorpus.TAGGING_QUESTION)
                                .put("user", "U" + i),
                        "EvStop" + i);
    }

    private static void send(Waiting one, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        long now = Instant.now().getEpochSecond();
        String head = "POST /slack/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + (one.command() ? SlackClient.FORM : "application/json") + "\r\nContent-Length: " + bytes.length
                + "\r\nX-Slack-Request-Timestamp: " + now + "\r\nX-Slack-Signature: "
                + SlackClient.signature(FakeSlack.SECRET, now, body) + "\r\n\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(bytes);
        one.socket().getOutputStream().write(whole.toByteArray());
        one.socket().getOutputStream().flush();
    }

    /** All that comes until the other side closes. */
    private static String rest(Socket socket) throws IOException {
        try (socket;
                InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
