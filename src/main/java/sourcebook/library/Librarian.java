package sourcebook.library;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sourcebook.library.report.Actor;
import sourcebook.library.report.KeptFeed;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.library.run.Run;
import sourcebook.model.Problem;

/**
 * What admins do with a library: start a reindex and watch it, call it off, go back, and look. Every operation sees what
 * other processes do in the same state folder. Safe for many threads.
 */
public final class Librarian implements Closeable {
    private static final System.Logger LOG = System.getLogger(Librarian.class.getName());
    private static final long STOP_SECONDS = 8;

    private final Library library;
    private final Set<String> admins;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("reindex").daemon().factory());
    private volatile @Nullable Run running;

    /**
     * A librarian; the library stays the caller's.
     *
     * @param admins team and user ids of those on chat platforms who may do any of this, joined by a colon
     */
    public Librarian(Library library, Set<String> admins) {
        this.library = library;
        this.admins = Set.copyOf(admins);
    }

    /** Somebody asked for what only admins may do. */
    public static final class NotAdmin extends RuntimeException {
        private NotAdmin(Actor actor) {
            super(actor.name() + " is not an admin; SOURCEBOOK_ADMINS names who is");
        }
    }

    /** Whether a reindex was started. */
    public sealed interface Start {
        /** It goes; {@code first} names it. */
        record Started(Progress first) implements Start {}

        /** Another one is running; {@code holder} says whose, and since when. */
        record Busy(String holder) implements Start {}
    }

    /** Whether the library went back. */
    public sealed interface Back {
        /** Another generation is served now than before. */
        record Served(KeptGeneration generation) implements Back {}

        /** What was served still is; {@code reason} is a whole sentence. */
        record Refused(String reason) implements Back {}
    }

    /** Told how a reindex ended, on its own thread. */
    public interface Ending {
        void ended(Reindex outcome);
    }

    /**
     * Starts a reindex and returns at once.
     *
     * @param watcher told where it stands, some times a second and at the end
     * @param ending told how it ended, after the last word to the watcher
     * @throws NotAdmin if whoever ordered it may not
     */
    public Start start(Order order, Progress.Watcher watcher, Ending ending) throws IOException {
        check(order.by());
        Optional<Run> begun = library.begin(order, watcher);
        if (begun.isEmpty()) {
            return new Start.Busy(library.holder());
        }
        Run run = begun.get();
        running = run;
        Progress first = run.progress();
        background.execute(() -> go(run, ending));
        return new Start.Started(first);
    }

    private void go(Run run, Ending ending) {
        try (run) {
            Reindex outcome = library.go(run);
            running = null;
            ending.ended(outcome);
        } catch (IOException | RuntimeException e) {
            running = null;
            LOG.log(Level.ERROR, "A reindex broke off", e);
        }
    }

    /** Where the reindex stands that is running, in whichever process, or how the last one ended. */
    public Optional<Progress> progress() throws IOException {
        Run mine = running;
        return mine == null ? library.runFile().progress() : Optional.of(mine.progress());
    }

    /**
     * Calls off the reindex that is running, in whichever process; it stops within some seconds.
     *
     * @return whether one was running
     */
    public boolean cancel(Actor by) throws IOException {
        check(by);
        Optional<Progress> now = library.runFile()
                .progress()
                .filter(progress -> !progress.stage().ended());
        if (now.isPresent()) {
            library.runFile().cancel(now.get().run(), by.name());
        }
        Run mine = running;
        if (mine != null) {
            mine.cancel(by.name());
        }
        return now.isPresent() || mine != null;
    }

    /** Calls off the reindex that this process runs, if it does, for the process itself. */
    public void cancelOwn(String why) throws IOException {
        library.stopFetching();
        Optional<Progress> now = library.runFile()
                .progress()
                .filter(progress -> !progress.stage().ended()
                        && progress.process() == ProcessHandle.current().pid());
        if (now.isPresent()) {
            library.runFile().cancel(now.get().run(), why);
        }
    }

    /**
     * Serves another generation that is kept, at once; other processes follow within a second.
     *
     * @param number which; empty for the newest that is older than the one served
     */
    public Back rollBack(OptionalLong number, Actor by) throws IOException {
        check(by);
        List<KeptGeneration> kept = library.generations();
        long live = kept.stream()
                .filter(KeptGeneration::live)
                .mapToLong(KeptGeneration::number)
                .findFirst()
                .orElse(0);
        OptionalLong chosen = number.isPresent()
                ? number
                : kept.stream()
                        .mapToLong(KeptGeneration::number)
                        .filter(n -> n < live)
                        .findFirst();
        Optional<KeptGeneration> goal = kept.stream()
                .filter(generation -> chosen.equals(OptionalLong.of(generation.number())))
                .findFirst();
        if (goal.isEmpty()) {
            return new Back.Refused("There is no such generation to go back to; kept are "
                    + kept.stream().map(KeptGeneration::number).toList() + ".");
        }
        if (goal.get().live()) {
            return new Back.Refused("Generation " + live + " is the one that is served already.");
        }
        return library.alone(() -> back(goal.get(), by))
                .orElseGet(() -> new Back.Refused("A reindex is running: " + holder() + ". Cancel it first."));
    }

    private Back back(KeptGeneration goal, Actor by) {
        try {
            library.rollBack(goal.number());
        } catch (IOException e) {
            return new Back.Refused("Generation " + goal.number() + " cannot be served: " + e.getMessage());
        }
        LOG.log(Level.INFO, by.name() + " went back to generation " + goal.number());
        return new Back.Served(goal);
    }

    /** Every generation that is kept, newest first. */
    public List<KeptGeneration> generations() throws IOException {
        return library.generations();
    }

    /** How each feed stands, in the order of {@code feeds.csv}. */
    public List<KeptFeed> feeds() throws IOException {
        return library.feeds();
    }

    /** What came of the last reindex that was checked, whether it was published or refused. */
    public Optional<Report> report() throws IOException {
        return library.runFile().report();
    }

    /** What is wrong with the files of the generation that is served. */
    public List<Problem> problems() throws IOException {
        return library.generations().stream()
                .filter(KeptGeneration::live)
                .flatMap(generation -> generation.report().stream())
                .flatMap(report -> report.problems().stream())
                .toList();
    }

    private String holder() {
        try {
            return library.holder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Actor actor) {
        String id = actor.chatId();
        if (id != null && !admins.contains(id)) {
            throw new NotAdmin(actor);
        }
    }

    /** Calls off what this process runs, and waits some seconds for its end. */
    @Override
    public void close() {
        Run mine = running;
        if (mine != null) {
            mine.cancel("the end of the server");
        }
        background.shutdown();
        try {
            if (!background.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "A reindex was still running when the server stopped; it is discarded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
