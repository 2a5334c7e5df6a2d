package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.answer.Answering;
import sourcebook.app.SmallCorpus;
import sourcebook.index.Lease;
import sourcebook.journal.Journal;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.web.WebServer;

/** What happens when an answer takes longer than Slack waits: here it waits until the test lets it go on. */
@SuppressWarnings("NullAway.Init")
final class LateAnswersTest {
    @TempDir
    Path folder;

    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<AutoCloseable> open = new ArrayList<>();
    private FakeSlack fake;
    private Library library;
    private volatile boolean broken;

    @BeforeEach
    void start() throws IOException {
        fake = opened(new FakeSlack());
        library = opened(new Library(SmallCorpus.in(folder).root(), folder.resolve("state"), null, Clock.systemUTC()));
        library.reindex(Order.by(Actor.operator("a test")), Progress.Watcher.NONE);
    }

    @AfterEach
    void stop() throws Exception {
        gate.countDown();
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
    }

    @Test
    void aSlowAnswerIsAcknowledgedAndPostedWhenItIsThere() throws Exception {
        SlackClient slack = client(Duration.ZERO, fake.responseUrl());

        JsonNode now = slack.command(SmallCorpus.WORTH_QUESTION);
        gate.countDown();
        JsonNode later = fake.message();

        assertThat(Blocks.words(now)).startsWith("Searching… the answer comes in a moment.");
        assertThat(Blocks.quotes(later)).contains(SmallCorpus.WORTH);
        assertThat(later.path("response_type").asText()).isEqualTo("ephemeral");
    }

    @Test
    void aSlowAnswerWithoutAnAddressToPostItAtIsToldSo() throws Exception {
        SlackClient slack = client(Duration.ZERO, "https://hooks.slack.com.evil.test/late");

        JsonNode now = slack.command(SmallCorpus.WORTH_QUESTION);
        gate.countDown();

        assertThat(Blocks.words(now)).startsWith("This takes longer than Slack waits");
        assertThat(fake.posts()).isZero();
    }

    @Test
    void aFailureIsToldTheAskerWithoutItsCause() throws Exception {
        SlackClient slack = client(Duration.ofSeconds(30), fake.responseUrl());
        broken = true;
        gate.countDown();

        JsonNode now = slack.command(SmallCorpus.WORTH_QUESTION);
        slack.press("ask_0", FakeSlack.sealed("ask", SmallCorpus.WORTH_QUESTION));
        JsonNode later = fake.message();

        assertThat(Blocks.words(now))
                .startsWith("Something went wrong on our side")
                .doesNotContain("secret cause");
        assertThat(Blocks.words(later)).isEqualTo(Blocks.words(now));
        assertThat(later.path("replace_original").asBoolean(true)).isFalse();
    }

    @Test
    void whoeverAsksWhenAllWorkersAreBusyIsToldAtOnce() throws Exception {
        SlackClient slack = client(Duration.ZERO, fake.responseUrl());
        int room = Math.max(2, Runtime.getRuntime().availableProcessors()) + 64;
        for (int i = 0; i < room; i++) {
            assertThat(Blocks.words(slack.command("question " + i))).startsWith("Searching…");
        }

        JsonNode refused = slack.command(SmallCorpus.WORTH_QUESTION);
        slack.press("ask_0", FakeSlack.sealed("ask", SmallCorpus.WORTH_QUESTION));
        JsonNode pressed = fake.message();

        assertThat(Blocks.words(refused)).startsWith("Too many questions are being answered right now");
        assertThat(Blocks.words(pressed)).isEqualTo(Blocks.words(refused));
    }

    @Test
    void allThatWereWaitingAreAnsweredInTheEnd() throws Exception {
        SlackClient slack = client(Duration.ZERO, fake.responseUrl());
        for (int i = 0; i < 40; i++) {
            slack.command(SmallCorpus.WORTH_QUESTION);
        }

        gate.countDown();

        for (int i = 0; i < 40; i++) {
            assertThat(Blocks.quotes(fake.message())).contains(SmallCorpus.WORTH);
        }
    }

    @Test
    void aLateAnswerThatSlackDidNotTakeIsSentOnceMore() throws Exception {
        SlackClient slack = client(Duration.ZERO, fake.responseUrl());
        fake.answersLateWith(503);

        slack.command(SmallCorpus.WORTH_QUESTION);
        gate.countDown();
        JsonNode first = fake.message();
        JsonNode second = fake.message();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void closingLetsAnAnswerInHandFinish() throws Exception {
        SlackClient slack = client(Duration.ZERO, fake.responseUrl());
        slack.command(SmallCorpus.WORTH_QUESTION);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(this::closeEndpoint);
        gate.countDown();

        assertThat(Blocks.quotes(fake.message())).contains(SmallCorpus.WORTH);
        closed.join();
    }

    private void closeEndpoint() {
        open.stream()
                .filter(SlackEndpoint.class::isInstance)
                .map(SlackEndpoint.class::cast)
                .forEach(SlackEndpoint::close);
    }

    /** A server whose answers wait at the gate, and a client of it. */
    private SlackClient client(Duration patience, String responseUrl) throws IOException {
        Answering answering = new Answering(this::lease);
        SlackSettings settings = FakeSlack.endpoint(fake.address("/api/"), null);
        Journal journal = opened(
                Journal.open(new Journal.Terms(folder.resolve("journal.db"), null, Duration.ZERO), Clock.systemUTC()));
        SlackEndpoint endpoint =
                new SlackEndpoint(settings, FakeSlack.parts(answering, journal), Clock.systemUTC(), patience);
        open.add(endpoint);
        WebServer web = opened(new WebServer("127.0.0.1", 0, answering));
        web.mount("/slack", "/events", endpoint.gate().orElseThrow(), endpoint.servlet());
        web.start();
        return opened(new SlackClient(URI.create("http://127.0.0.1:" + web.port() + "/slack/events"), responseUrl));
    }

    private Optional<Lease> lease() throws IOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (broken) {
            throw new IOException("secret cause");
        }
        return library.lease();
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }
}
