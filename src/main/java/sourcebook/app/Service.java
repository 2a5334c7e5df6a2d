package sourcebook.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Answering;
import sourcebook.answer.contract.ContractViews;
import sourcebook.answer.contract.Contracts;
import sourcebook.app.chat.InSlack;
import sourcebook.app.chat.InTeams;
import sourcebook.app.contract.ChartKey;
import sourcebook.app.settings.Settings;
import sourcebook.dialogue.Audiences;
import sourcebook.dialogue.ContractRegister;
import sourcebook.dialogue.Dialogue;
import sourcebook.dialogue.Register;
import sourcebook.dialogue.Subjects;
import sourcebook.embed.Embedder;
import sourcebook.journal.Journal;
import sourcebook.library.Librarian;
import sourcebook.library.Library;
import sourcebook.library.Watch;
import sourcebook.library.report.Actor;
import sourcebook.library.report.KeptQuotes;
import sourcebook.model.audience.Clearance;
import sourcebook.render.chart.SignedLinks;
import sourcebook.slack.SlackEndpoint;
import sourcebook.slack.install.OAuth;
import sourcebook.teams.TeamsEndpoint;
import sourcebook.web.ContractPages;
import sourcebook.web.WebServer;

/** Everything that one server process runs, wired together. Closing it twice is closing it once. */
final class Service implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Service.class.getName());

    private static final Actor WATCH = Actor.operator("the server by itself");
    private static final Actor START = Actor.operator("the start of the server");

    private static final long STOP_SECONDS = 8;
    private static final String HELPFUL = "an answer that helped";
    private static final int MOST_OPINIONS = 2_000;

    private final Settings settings;
    private final Terminal terminal;
    private final Clock clock;
    private final Library library;
    private final Librarian librarian;
    private final boolean watching;
    private final WebServer web;
    private final WarmUp warmUp;
    private final @Nullable Journal journal;
    private final @Nullable SlackEndpoint slack;
    private final @Nullable TeamsEndpoint teams;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("background").daemon().factory());

    /** Apart from the other work, which must go on while it builds. */
    private final ScheduledExecutorService reindexing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch").daemon().factory());

    private final AtomicBoolean closed = new AtomicBoolean();

    Service(Settings settings, Terminal terminal, @Nullable Embedder embedder, Clock clock) throws IOException {
        this(settings, terminal, embedder, clock, false);
    }

    /**
     * A service, not yet started.
     *
     * @param watching whether it reindexes when files of the corpus change
     */
    Service(Settings settings, Terminal terminal, @Nullable Embedder embedder, Clock clock, boolean watching)
            throws IOException {
        this.settings = settings;
        this.watching = watching;
        this.clock = clock;
        this.terminal = terminal;
        this.library = new Library(settings.corpus(), settings.state(), embedder, this::helpful, clock);
        Answering answering = new Answering(library::lease);
        this.librarian = new Librarian(library, settings.admins());
        Dialogue pages = new Dialogue(answering, Subjects.NONE, Audiences.PUBLIC, register());
        this.web = new WebServer(settings.bind(), settings.port(), answering, pages);
        this.warmUp = new WarmUp(answering);
        web.readyUnless(warmUp::pending);
        if (settings.adminToken() != null) {
            web.administer(
                    librarian, settings.adminToken(), settings.links().base().startsWith("https:"), clock);
        }
        boolean inTeams = settings.teams() != null || settings.webhook() != null;
        this.journal = inTeams || settings.slack() != null ? Journal.open(terms(settings), clock) : null;
        this.slack = slack();
        this.teams =
                !inTeams || journal == null ? null : InTeams.endpoint(settings, library, librarian, journal, clock);
        if (teams != null) {
            web.mount("/api", "/*", teams.gate(), teams.servlet());
        }
    }

    private @Nullable SlackEndpoint slack() throws IOException {
        if (settings.slack() == null || journal == null) {
            return null;
        }
        SlackEndpoint endpoint =
                InSlack.endpoint(new InSlack.Around(settings.slack(), settings, journal, clock), library, librarian);
        endpoint.gate().ifPresent(gate -> web.mount("/slack", "/events", gate, endpoint.servlet()));
        endpoint.installer().ifPresent(servlet -> {
            web.mount(OAuth.INSTALL, servlet);
            web.mount(OAuth.REDIRECT, servlet);
        });
        web.readyUnless(endpoint::unreachable);
        return endpoint;
    }

    private Register register() {
        return new ContractRegister(new Contracts(library::lease), clock);
    }

    private List<KeptQuotes.Kept> helpful() throws IOException {
        return KeptQuotes.of(
                HELPFUL, journal == null ? List.of() : journal.feedback().helpful(MOST_OPINIONS));
    }

    /** Forgets what has grown too old. */
    private void prune() {
        try {
            if (journal != null) {
                journal.prune();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The journal could not be pruned: " + e.getMessage());
        }
    }

    private static Journal.Terms terms(Settings settings) {
        return new Journal.Terms(settings.state().resolve("journal.db"), settings.secret(), settings.questionsKept());
    }

    /**
     * Starts to serve. A first index is built before this returns, while the server answers that it is not ready; if
     * there is one, it is served at once and what has changed is indexed in the background. Ready when it is warm.
     *
     * @return an exit status, not done if there is no index and none could be built
     */
    int start() throws IOException {
        new Indexing(terminal).open(library);
        web.contracts(contractPages());
        boolean first = nothingServed();
        web.start();
        if (first) {
            int status = new Indexing(terminal).run(library, START);
            if (status != Cli.DONE) {
                return status;
            }
        } else {
            reindexing.execute(this::catchUp);
        }
        warmUp.run();
        if (slack != null) {
            report(slack); // What has ended before this is old.
        }
        background.scheduleWithFixedDelay(this::follow, 1, 1, TimeUnit.SECONDS);
        if (watching || settings.reindex() != null) {
            Watch watch = new Watch(library, watching, settings.reindex(), clock.instant());
            reindexing.scheduleWithFixedDelay(() -> look(watch), 1, 1, TimeUnit.SECONDS);
        }
        background.scheduleWithFixedDelay(this::prune, 1, 1, TimeUnit.HOURS);
        if (slack != null) {
            slack.start();
            background.execute(() -> LOG.log(Level.INFO, slack.checkToken()));
            background.scheduleWithFixedDelay(() -> report(slack), 1, 1, TimeUnit.SECONDS);
        }
        if (teams != null) {
            background.execute(() -> LOG.log(Level.INFO, teams.checkToken()));
        }
        return Cli.DONE;
    }

    private ContractPages contractPages() throws IOException {
        SignedLinks signed = new SignedLinks(ChartKey.in(settings.state(), new SecureRandom()));
        return new ContractPages(
                new Contracts(library::lease),
                new ContractViews(library::lease, Clearance.PUBLIC),
                signed,
                settings.links(),
                clock);
    }

    /** Where a person on this machine opens it. */
    String address() {
        return "http://localhost:" + web.port();
    }

    private boolean nothingServed() throws IOException {
        try (var lease = library.lease().orElse(null)) {
            return lease == null;
        }
    }

    private void catchUp() {
        try {
            if (library.due()) {
                new Indexing(terminal).run(library, START);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "The corpus could not be indexed; the earlier index is still served", e);
        }
    }

    /** Reindexes where the watch says so, and says nothing where it does not. */
    private void look(Watch watch) {
        try {
            if (watch.due(clock.instant())) {
                new Indexing(terminal).run(library, WATCH);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "The corpus could not be watched; the earlier index is still served: " + e.getMessage());
        }
    }

    /** Takes over what another process, such as the reindex command, has published. */
    private void follow() {
        try {
            library.follow();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "A new index cannot be served; the earlier one still is: " + e.getMessage());
        }
    }

    private static void report(SlackEndpoint slack) {
        try {
            slack.report();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "How a reindex ended could not be told in Slack: " + e.getMessage());
        }
    }

    /** Calls off what this process builds: the index must not be closed under it. */
    private void stopReindexing() {
        try {
            if (!reindexing.awaitTermination(0, TimeUnit.SECONDS)) {
                librarian.cancelOwn("the end of the server");
                if (!reindexing.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                    LOG.log(Level.WARNING, "A reindex was still running when the server stopped; it is discarded");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A reindex could not be called off: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        background.shutdownNow();
        reindexing.shutdown();
        stopReindexing();
        librarian.close();
        web.close();
        if (slack != null) {
            slack.close();
        }
        if (teams != null) {
            teams.close();
        }
        closeJournal();
        try {
            library.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The index did not close well", e);
        }
    }

    private void closeJournal() {
        try {
            if (journal != null) {
                journal.close();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The journal did not close well", e);
        }
    }
}
