package sourcebook.library;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.Corpus;
import sourcebook.corpus.Golden;
import sourcebook.corpus.fetch.Feeds;
import sourcebook.embed.Embedder;
import sourcebook.index.Generations;
import sourcebook.index.Lease;
import sourcebook.library.report.Json;
import sourcebook.library.report.KeptFeed;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.KeptQuotes;
import sourcebook.library.report.Listener;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.library.report.Stage;
import sourcebook.library.run.Run;
import sourcebook.library.run.RunFile;
import sourcebook.library.run.Workplace;
import sourcebook.model.Generation;

/**
 * A corpus and the generations built from it. Safe for many threads: leases can be taken while a reindex runs, and one
 * reindex runs at a time, whichever process started it. What admins do goes through the {@link Librarian}.
 */
public final class Library implements Closeable {
    private static final System.Logger LOG = System.getLogger(Library.class.getName());

    private final Workplace workplace;
    private final RunFile runFile;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile String lastTold = "";
    private volatile boolean stopped;

    /**
     * A library.
     *
     * @param embedder the model to find meaning with, null to go by words alone; it stays the caller's
     * @param kept quotes whose loss a reindex reports
     */
    public Library(Path corpus, Path state, @Nullable Embedder embedder, KeptQuotes kept, Clock clock) {
        this(corpus, state, embedder, kept, new Feeds(corpus, fetched(state), clock), clock);
    }

    Library(Path corpus, Path state, @Nullable Embedder embedder, KeptQuotes kept, Feeds feeds, Clock clock) {
        this.workplace = new Workplace(
                new Corpus(corpus, fetched(state)),
                feeds,
                state,
                new Generations(state, embedder),
                embedder,
                kept,
                clock);
        this.runFile = new RunFile(state);
    }

    /** Where the articles of feeds lie. */
    static Path fetched(Path state) {
        return state.resolve("fetched");
    }

    /** A library without kept answers. */
    public Library(Path corpus, Path state, @Nullable Embedder embedder, Clock clock) {
        this(corpus, state, embedder, KeptQuotes.NONE, clock);
    }

    /** Serves the generation that is current on the disk now; another process may have published one. */
    public boolean refresh() throws IOException {
        return workplace.generations().refresh();
    }

    /** Has somebody told how reindexes end from now on. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Like {@link #refresh}; what another process published meanwhile is told to those who listen. */
    public boolean follow() throws IOException {
        boolean moved = refresh();
        if (moved) {
            Optional<Progress> last = runFile.progress().filter(run -> run.stage() == Stage.LIVE);
            try (Lease lease = lease().orElse(null)) {
                if (last.isPresent() && lease != null && !ours(last.get())) {
                    Generation generation = lease.generation();
                    report(generation.number())
                            .ifPresent(report -> tell(last.get(), new Reindex.Published(generation, report)));
                }
            }
        }
        return moved;
    }

    private boolean ours(Progress run) {
        return run.process() == ProcessHandle.current().pid() || run.run().equals(lastTold);
    }

    private void tell(Progress run, Reindex outcome) {
        lastTold = run.run();
        for (Listener listener : listeners) {
            try {
                listener.ended(run.by(), outcome);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "What came of a reindex could not be told", e);
            }
        }
    }

    /** The generation being served; empty until one was published and {@link #refresh}ed. */
    public Optional<Lease> lease() throws IOException {
        return workplace.generations().lease();
    }

    /** The corpus's golden questions; what is wrong with their files is told by a reindex. */
    public List<Golden> goldens() throws IOException {
        return workplace.corpus().goldens(problem -> {});
    }

    /**
     * Whether a reindex would give another generation: the corpus changed, vectors can be made now, or what is served
     * stands in for one that is damaged.
     */
    public boolean changed() throws IOException {
        try (Lease lease = lease().orElse(null)) {
            return lease == null
                    || workplace.embedder() != null && !lease.generation().embedded()
                    || !workplace.generations().current().equals(OptionalLong.of(number(lease)))
                    || !lease.generation().corpus().equals(workplace.corpus().fingerprint());
        }
    }

    /**
     * Whether a reindex that nobody ordered should be run: something changed, and it is not what was refused, called off
     * or rolled back before.
     */
    public boolean due() throws IOException {
        return changed()
                && !runFile.leftAlone().equals(Optional.of(workplace.corpus().fingerprint()));
    }

    /** Asks the feeds for what is new, unless a reindex is running, which does so itself. */
    void fetch() throws IOException {
        try {
            alone(() -> fetched());
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private boolean fetched() {
        try {
            workplace.feeds().fetch(problem -> {}, (done, all) -> {}, this::goOn);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void goOn() throws IOException {
        if (stopped) {
            throw new IOException("the server ends");
        }
    }

    /** Has a fetching that no reindex does end soon. */
    void stopFetching() {
        stopped = true;
    }

    /** How each feed stands. */
    List<KeptFeed> feeds() throws IOException {
        return workplace.feeds().status().stream()
                .map(feed -> new KeptFeed(feed.name(), feed.url(), feed.lookedAt(), feed.articles(), feed.problems()))
                .toList();
    }

    /** Changes when files of the corpus do; nothing is read for it. */
    String glance() throws IOException {
        return workplace.corpus().glance();
    }

    private static long number(Lease lease) {
        return lease.generation().number();
    }

    /** Builds a generation in this thread, verifies it and, if it passes, serves it. */
    public Reindex reindex(Order order, Progress.Watcher watcher) throws IOException {
        Optional<Run> begun = begin(order, watcher);
        if (begun.isEmpty()) {
            return new Reindex.Busy(holder());
        }
        try (Run run = begun.get()) {
            return go(run);
        }
    }

    /** Does what was begun, and tells how it ended. */
    Reindex go(Run run) {
        Reindex outcome = run.go();
        tell(run.progress(), outcome);
        return outcome;
    }

    Optional<Run> begin(Order order, Progress.Watcher watcher) throws IOException {
        takeOver();
        return Run.begin(workplace, order, watcher);
    }

    /** Serves what is current; what cannot be served counts as not being there, for the run replaces it. */
    private void takeOver() {
        try {
            refresh();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "All is indexed anew, for " + e.getMessage());
        }
    }

    RunFile runFile() {
        return runFile;
    }

    /** Who runs a reindex, and since when. */
    String holder() throws IOException {
        return runFile.progress()
                .map(now -> now.by() + " began it at " + now.since() + " (process " + now.process() + ")")
                .orElse("it began a moment ago");
    }

    /** Does something while no reindex runs in any process; empty where one does. */
    <T> Optional<T> alone(Supplier<T> work) throws IOException {
        return Run.alone(workplace.state(), work);
    }

    /** Every generation on the disk, newest first. */
    List<KeptGeneration> generations() throws IOException {
        OptionalLong live = workplace.generations().current();
        List<KeptGeneration> kept = new ArrayList<>();
        for (long number : workplace.generations().published()) {
            boolean current = live.equals(OptionalLong.of(number));
            kept.add(new KeptGeneration(
                    number, described(number), current, report(number).orElse(null)));
        }
        return kept;
    }

    /** Serves another generation on the disk, if it is whole; the caller has seen to it that no reindex runs. */
    void rollBack(long number) throws IOException {
        OptionalLong left = workplace.generations().current();
        workplace.generations().rollBack(number);
        if (left.isPresent()) {
            runFile.leaveAlone(
                    workplace.generations().described(left.getAsLong()).corpus());
        }
    }

    private @Nullable Generation described(long number) {
        try {
            return workplace.generations().described(number);
        } catch (IOException e) {
            return null;
        }
    }

    private Optional<Report> report(long number) throws IOException {
        return workplace.generations().kept(number, Run.REPORT).flatMap(text -> Json.read(text, Report.class));
    }

    @Override
    public void close() throws IOException {
        workplace.generations().close();
    }
}
