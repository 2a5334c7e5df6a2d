package sourcebook.corpus.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Problem;

/**
 * The feeds of {@code feeds.csv}: each entry becomes an article in a file of a folder that is read with the corpus. A feed
 * that fails keeps what it brought before. Fetching is for one thread, and for one process at a time.
 */
public final class Feeds {
    /** A feed is not asked more often, whoever wants it. */
    private static final Duration SHORTEST_TIME = Duration.ofMinutes(5);

    private static final long SLICE_MILLIS = 200;

    private final Path file;
    private final Path fetched;
    private final Clock clock;
    private final Outside outside;

    /**
     * The feeds of a corpus.
     *
     * @param corpus its folder
     * @param fetched where articles go, which need not exist
     */
    public Feeds(Path corpus, Path fetched, Clock clock) {
        this(corpus, fetched, clock, new Outside(Web.Terms.usual(), Feeds::sleep, Parser::sandboxed));
    }

    Feeds(Path corpus, Path fetched, Clock clock, Outside outside) {
        this.file = corpus.resolve(FeedsFile.NAME);
        this.fetched = fetched;
        this.clock = clock;
        this.outside = outside;
    }

    /** How servers are asked, waited for, and read. */
    record Outside(Web.Terms terms, PoliteWeb.Waiting waiting, Supplier<Parser> parsers) {}

    /**
     * How a feed stands.
     *
     * @param lookedAt when it was asked last; null where it was not yet
     * @param articles how many it has brought
     * @param problems what was wrong when it was asked last
     */
    public record Status(String name, String url, @Nullable Instant lookedAt, int articles, List<String> problems) {
        public Status {
            problems = List.copyOf(problems);
        }
    }

    /** Told how many feeds of how many are done; may stop by an exception. */
    public interface Step {
        void done(int feeds, int all) throws IOException;
    }

    /**
     * Asks every feed that was not asked just before, and takes away what feeds brought that are no longer named.
     *
     * @param problems told what is wrong with the file and with each feed, under {@code fetched/} and its name
     * @param look asked again and again, also while nothing else happens
     */
    public void fetch(Consumer<Problem> problems, Step step, Look look) throws IOException {
        FeedsFile.Read read = FeedsFile.read(file, problems);
        if (read.whole()) {
            forgetOthers(read);
        }
        if (read.feeds().isEmpty()) {
            return;
        }
        try (Web web = new Web(outside.terms());
                Parser parser = outside.parsers().get()) {
            PoliteWeb polite = new PoliteWeb(web, outside.waiting(), look);
            int done = 0;
            for (Feed feed : read.feeds()) {
                look.now();
                fetched(feed, polite, parser)
                        .told()
                        .forEach(what -> problems.accept(Problem.warning("fetched/" + feed.name(), 0, what)));
                step.done(++done, read.feeds().size());
            }
        }
    }

    private FeedMemory fetched(Feed feed, PoliteWeb web, Parser parser) throws IOException {
        FeedFolder folder = folder(feed);
        FeedMemory memory = folder.memory(feed.url());
        Instant now = clock.instant();
        boolean justNow = lookedAt(memory)
                .filter(at -> Duration.between(at, now).compareTo(SHORTEST_TIME) < 0)
                .isPresent();
        return justNow && memory.url().equals(feed.url()) ? memory : new Fetching(feed, folder, web, parser).at(now);
    }

    /** How each feed stands, as of the last time that it was asked. */
    public List<Status> status() throws IOException {
        List<Status> all = new ArrayList<>();
        for (Feed feed : FeedsFile.read(file, problem -> {}).feeds()) {
            FeedMemory memory = folder(feed).memory(feed.url());
            all.add(new Status(
                    feed.name(), feed.url(), lookedAt(memory).orElse(null), memory.articles(), memory.told()));
        }
        return all;
    }

    private static Optional<Instant> lookedAt(FeedMemory memory) {
        return memory.lookedAt().isEmpty() ? Optional.empty() : Optional.of(Instant.parse(memory.lookedAt()));
    }

    private FeedFolder folder(Feed feed) {
        return new FeedFolder(fetched.resolve(feed.name()));
    }

    private void forgetOthers(FeedsFile.Read read) throws IOException {
        if (!Files.isDirectory(fetched)) {
            return;
        }
        try (Stream<Path> folders = Files.list(fetched)) {
            for (Path folder : folders.toList()) {
                if (!read.names().contains(folder.getFileName().toString())) {
                    new FeedFolder(folder).delete();
                }
            }
        }
    }

    /** In slices, so that it can be called off. */
    private static void sleep(Duration time, Look look) throws IOException {
        try {
            for (long left = time.toMillis(); left > 0; left -= SLICE_MILLIS) {
                look.now();
                Thread.sleep(Math.min(left, SLICE_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("fetching was interrupted", e);
        }
    }
}
