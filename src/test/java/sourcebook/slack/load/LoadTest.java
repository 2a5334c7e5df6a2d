package sourcebook.slack.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.Eventually;
import sourcebook.app.ServerProcess;
import sourcebook.app.SmallCorpus;
import sourcebook.slack.FakeSlack;

/** A real process under load: everybody is told something at once, and gets the answer that was promised. */
@SuppressWarnings("NullAway.Init")
final class LoadTest {
    private static final int PER_SECOND = 50;
    private static final Duration HOW_LONG = Duration.ofSeconds(Form.LONG ? 120 : 3);
    private static final int CLIENTS = Form.LONG ? 500 : 200;

    /** The threads of HTTP and of answers, which come as they are needed. */
    private static final int POOLS = 64 + 16;

    /** Jars, the index, the journal, a few connections. */
    private static final int FILES = 260;

    @TempDir
    Path folder;

    private FakeSlack fake;
    private SmallCorpus corpus;
    private ServerProcess server;
    private Crowd crowd;

    @BeforeEach
    void start() throws Exception {
        fake = new FakeSlack();
        corpus = Form.corpus(folder);
        server = ServerProcess.start(corpus, fake.settingsWithToken(), List.of(), Form.arguments());
        crowd = new Crowd(server.at("/slack/events"), fake.responseUrl(), Form.questions());
    }

    @AfterEach
    void stop() {
        crowd.close();
        server.close();
        fake.close();
    }

    @Test
    void whileItReindexesEveryRequestIsAcknowledgedAndAnswered() throws Exception {
        int before = warm();
        int threads = server.threads();
        List<Process> reindexing = new ArrayList<>();

        Told told = crowd.openLoop(
                PER_SECOND, HOW_LONG, () -> reindexing.add(ServerProcess.reindex(corpus, Form.arguments())));

        assertThat(told.refused()).isEmpty();
        assertThat(told.hurried()).isZero();
        assertThat(told.answered() + told.later() + told.busy()).isEqualTo(told.all());
        assertPosted(told, before);
        assertThat(reindexing.getFirst().waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(reindexing.getFirst().exitValue()).isZero();
        Form.tell("open loop, " + PER_SECOND + " a second: " + told);
        if (Form.LONG) {
            assertThat(told.quantile(0.99)).isLessThan(500);
            assertThat(told.quantile(1)).isLessThan(3_000);
        }
        assertFlat(threads);
    }

    @Test
    void ofAllWhoComeAtOnceTheExcessIsToldThatWeAreBusy() throws Exception {
        int before = warm();
        int threads = server.threads();

        Told told = crowd.together(CLIENTS);

        assertThat(told.refused()).isEmpty();
        assertThat(told.answered() + told.later() + told.busy()).isEqualTo(CLIENTS);
        assertPosted(told, before);
        Form.tell("at once: " + told);
        if (Form.LONG) {
            assertThat(told.quantile(1)).isLessThan(3_000);
            assertThat(told.busy()).isPositive();
        }
        assertFlat(threads);
    }

    /** Asks for a while, and waits until everything that was promised was posted; how much that was. */
    private int warm() throws Exception {
        Told told = crowd.openLoop(PER_SECOND, Duration.ofSeconds(1), () -> {});
        Eventually.become(() -> fake.posts() == told.later());
        return fake.posts();
    }

    /** As many were posted as were promised, and no more. */
    private void assertPosted(Told told, int before) throws Exception {
        try {
            Eventually.become(() -> fake.posts() - before >= told.later());
        } finally {
            assertThat(fake.posts() - before)
                    .as("%s; it printed %s", told, server.printed())
                    .isEqualTo(told.later());
        }
    }

    /** Pools have grown at most to their limits, and connections are gone when the clients are. */
    private void assertFlat(int threadsBefore) throws Exception {
        int most = server.descriptors();
        crowd.close();
        assertThat(server.threads()).isLessThanOrEqualTo(threadsBefore + POOLS);
        Eventually.become(() -> server.descriptors() <= FILES);
        Form.tell("threads " + threadsBefore + " before, " + server.threads() + " after; descriptors " + most
                + " at the end, " + server.descriptors() + " when the clients had gone");
    }
}
