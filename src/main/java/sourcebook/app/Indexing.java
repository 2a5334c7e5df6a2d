package sourcebook.app;

import java.io.IOException;
import java.util.List;
import sourcebook.library.Library;
import sourcebook.library.Reindex;
import sourcebook.model.Generation;
import sourcebook.model.Problem;

/** Runs a reindex and tells how it went. */
final class Indexing {
    private static final int SHOWN = 20;

    private final Terminal terminal;

    Indexing(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Reindexes, prints the report on standard error, and returns an exit status. */
    int run(Library library) throws IOException {
        Reindex outcome;
        try {
            outcome = library.reindex(terminal.progress());
        } finally {
            terminal.endProgress();
        }
        return switch (outcome) {
            case Reindex.Published published -> published(published);
            case Reindex.Refused refused -> refused(refused);
            case Reindex.Busy busy -> {
                terminal.err()
                        .println("A reindex is running already: " + busy.holder() + ". Try again when it is done.");
                yield Cli.FAILED;
            }
        };
    }

    /** Serves what is there. What no longer can be, such as an index of an earlier version, counts as not being there. */
    void open(Library library) {
        try {
            library.refresh();
        } catch (IOException e) {
            terminal.err().println("The index is built anew: " + e.getMessage());
        }
    }

    /** Builds the first generation where there is none; what is there is served as it is. */
    int runIfNone(Library library) throws IOException {
        open(library);
        try (var lease = library.lease().orElse(null)) {
            if (lease != null) {
                return Cli.DONE;
            }
        }
        return run(library);
    }

    private int published(Reindex.Published published) {
        problems(published.problems());
        Generation generation = published.generation();
        terminal.err().println("Generation " + generation.number() + ": " + counts(generation.holdings()) + ".");
        return Cli.DONE;
    }

    static String counts(Generation.Holdings holdings) {
        return holdings.articles() + " articles, " + holdings.passages() + " passages, " + holdings.sentences()
                + " sentences" + (holdings.newest() == null ? "" : ", newest of " + holdings.newest());
    }

    private int refused(Reindex.Refused refused) {
        problems(refused.problems());
        terminal.err().println("The new index was refused; what was served before still is.");
        refused.reasons().forEach(reason -> terminal.err().println("  - " + reason));
        return Cli.FAILED;
    }

    private void problems(List<Problem> problems) {
        problems.stream()
                .limit(SHOWN)
                .forEach(problem -> terminal.err()
                        .println((problem.level() == Problem.Level.ERROR ? "not read: " : "note: ") + problem));
        if (problems.size() > SHOWN) {
            terminal.err().println("… and " + (problems.size() - SHOWN) + " more problems.");
        }
    }
}
