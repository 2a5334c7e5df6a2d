package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.answer.Answering;
import sourcebook.answer.contract.ContractViews;
import sourcebook.app.Eventually;
import sourcebook.app.SmallCorpus;
import sourcebook.dialogue.Dialogue;
import sourcebook.dialogue.Register;
import sourcebook.journal.ChannelRules;
import sourcebook.journal.Journal;
import sourcebook.library.Librarian;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.KeptQuotes;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.model.audience.Clearance;
import sourcebook.render.Links;
import sourcebook.render.slack.SlackResponse;
import sourcebook.web.WebServer;

/** A reindex that stands still in the middle until the test lets it go on. */
@SuppressWarnings("NullAway.Init")
final class LiveReindexTest {
    private static final Set<String> ADMINS = Set.of("T1:UADMIN");

    @TempDir
    Path folder;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile boolean held;

    @Test
    void theMessageFollowsTheReindexAndItsButtonCallsItOff() throws Exception {
        SmallCorpus corpus = SmallCorpus.in(folder);
        try (FakeSlack fake = new FakeSlack();
                Library library =
                        new Library(corpus.root(), folder.resolve("state"), null, this::keptQuotes, Clock.systemUTC());
                Librarian librarian = new Librarian(library, ADMINS);
                Journal journal = Journal.open(
                        new Journal.Terms(folder.resolve("journal.db"), null, Duration.ZERO), Clock.systemUTC());
                SlackEndpoint endpoint = endpoint(fake, library, librarian, journal);
                WebServer web = new WebServer("127.0.0.1", 0, new Answering(library::lease))) {
            library.reindex(Order.by(Actor.operator("a test")), Progress.Watcher.NONE);
            web.mount("/slack", "/events", endpoint.gate().orElseThrow(), endpoint.servlet());
            web.start();
            SlackClient slack =
                    new SlackClient(URI.create("http://127.0.0.1:" + web.port() + "/slack/events"), fake.responseUrl());
            corpus.article("it/ferry", "Ferry", "The ferry contract of Example Lines is worth £3m.");
            held = true;

            slack.administer("T1", "UADMIN", "reindex");
            fake.called("chat.postMessage");
            Map<String, String> during = fake.called("chat.update");
            while (!text(during).contains("checking")) {
                during = fake.called("chat.update");
            }
            int shown = fake.calls("chat.update");
            String status = Blocks.words(slack.administer("T1", "UADMIN", "status"));
            String busy = Blocks.words(slack.administer("T1", "UADMIN", "reindex"));
            slack.press(
                    new SlackClient.Somebody("T1", "UADMIN"),
                    "C1",
                    "admin_cancel",
                    FakeSlack.seal(new SlackClient.Somebody("T1", "UADMIN"), "C1", "admin_cancel", "another reindex"));
            String another = Blocks.words(fake.message());
            String cancel = during.getOrDefault("blocks", "").replaceAll("(?s).*\"value\":\"(p[^\"]*)\".*", "$1");
            slack.press(new SlackClient.Somebody("T1", "UADMIN"), "C1", "admin_cancel", cancel);
            String calledOff = Blocks.words(fake.message());
            goOn.countDown();
            Map<String, String> end = fake.called("chat.update");
            while (!text(end).contains("was cancelled")) {
                end = fake.called("chat.update");
            }

            assertThat(shown).as("nothing changes while it stands still").isLessThanOrEqualTo(1);
            assertThat(status).contains("A reindex is running: checking", "ada in Slack");
            assertThat(busy).contains("A reindex is running already: ada in Slack began it");
            assertThat(another).contains("This button was used already");
            assertThat(calledOff).contains("The reindex is called off");
            assertThat(end.get("blocks")).doesNotContain("admin_cancel");
            assertThat(fake.calls("chat.postMessage")).isZero();
            Eventually.become(() -> library.lease()
                    .map(lease -> {
                        try (lease) {
                            return lease.generation().number() == 1;
                        }
                    })
                    .orElse(false));
            slack.close();
        }
    }

    private List<KeptQuotes.Kept> keptQuotes() throws IOException {
        try {
            if (held && !goOn.await(30, TimeUnit.SECONDS)) {
                throw new IOException("the test forgot to let it go on");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return List.of();
    }

    private static String text(Map<String, String> call) {
        return call.getOrDefault("text", "");
    }

    private static SlackEndpoint endpoint(FakeSlack fake, Library library, Librarian librarian, Journal journal) {
        Answering answering = new Answering(library::lease);
        ChannelRules rules = new ChannelRules(journal.rules());
        Dialogue dialogue = new Dialogue(answering, journal.subjects(), rules, Register.NONE);
        SlackSettings settings = new SlackSettings(
                FakeSlack.SECRET,
                FakeSlack.TOKEN,
                null,
                FakeSlack.SECRET,
                URI.create(fake.address("/api/")),
                Set.of("127.0.0.1"),
                ADMINS);
        return new SlackEndpoint(
                settings,
                new SlackEndpoint.Parts(
                        answering,
                        dialogue,
                        rules,
                        journal,
                        librarian,
                        new Links("https://quotes.test"),
                        new ContractViews(library::lease, Clearance.PUBLIC),
                        new SlackResponse(new Links("https://quotes.test"))),
                Clock.systemUTC(),
                new SlackEndpoint.Tempo(Duration.ofSeconds(2), Duration.ofMillis(50)));
    }
}
