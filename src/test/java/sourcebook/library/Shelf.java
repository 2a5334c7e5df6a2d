package sourcebook.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import sourcebook.Fixture;
import sourcebook.answer.Answering;
import sourcebook.corpus.fetch.Feeds;
import sourcebook.index.Lease;
import sourcebook.library.report.Actor;
import sourcebook.library.report.KeptQuotes;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.render.JsonAnswer;
import sourcebook.render.Links;

/** A library over a small corpus in a folder, which tests write to and ask. */
final class Shelf implements AutoCloseable {
    static final Order ORDER = Order.by(Actor.operator("a test"));
    private static final Clock CLOCK = Clock.fixed(Fixture.BUILT, ZoneOffset.UTC);

    private final Path folder;
    private final Library library;

    Shelf(Path folder, KeptQuotes kept) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("corpus/articles"));
        this.library = new Library(folder.resolve("corpus"), folder.resolve("state"), null, kept, CLOCK);
    }

    Shelf(Path folder, Feeds feeds) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("corpus/articles"));
        this.library =
                new Library(folder.resolve("corpus"), folder.resolve("state"), null, KeptQuotes.NONE, feeds, CLOCK);
    }

    Shelf(Path folder) throws IOException {
        this(folder, KeptQuotes.NONE);
    }

    /** The same corpus with a state of its own, where all is built at once. */
    Shelf anew(Path state) {
        return new Shelf(folder, new Library(folder.resolve("corpus"), state, null, CLOCK));
    }

    private Shelf(Path folder, Library library) {
        this.folder = folder;
        this.library = library;
    }

    Library library() {
        return library;
    }

    Path state() {
        return folder.resolve("state");
    }

    void write(String name, String content) throws IOException {
        Path file = folder.resolve("corpus").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    void delete(String name) throws IOException {
        Files.delete(folder.resolve("corpus").resolve(name));
    }

    Reindex reindex() throws IOException {
        return library.reindex(ORDER, Progress.Watcher.NONE);
    }

    Reindex reindex(Order order, Progress.Watcher watcher) {
        try {
            return library.reindex(order, watcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reindexes, and expects a new generation of it. */
    Report published() throws IOException {
        Reindex outcome = reindex();
        if (outcome instanceof Reindex.Published published) {
            return published.report();
        }
        throw new IllegalStateException("expected a new generation, got " + outcome);
    }

    long served() throws IOException {
        try (Lease lease = library.lease().orElseThrow()) {
            return lease.generation().number();
        }
    }

    /** What is answered to a question, but for the time that it took and the generation's number. */
    String answer(String question) throws IOException {
        return new JsonAnswer(new Links("https://quotes.test"))
                .render("", new Answering(library::lease).ask(question, null, 5))
                .replaceAll("\"(millis|generation)\":\\d+", "");
    }

    /** Every article with all that is known of it, and the hashes that the index remembers. */
    Map<String, String> documents() throws IOException {
        Map<String, String> documents = new TreeMap<>();
        try (Lease lease = library.lease().orElseThrow()) {
            documents.put("holdings", lease.generation().holdings().toString());
            lease.files().forEach((name, file) -> documents.put(name, file.toString()));
            for (var file : lease.files().values()) {
                for (var article : file.articles()) {
                    documents.put(
                            "article " + article.id(),
                            lease.article(article.id()).orElseThrow().toString());
                }
            }
        }
        return documents;
    }

    List<String> entries(String name) throws IOException {
        try (Stream<Path> entries = Files.list(state().resolve(name))) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        library.close();
    }
}
