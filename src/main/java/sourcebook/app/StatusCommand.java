package sourcebook.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import sourcebook.app.settings.Settings;
import sourcebook.index.Lease;
import sourcebook.library.Librarian;
import sourcebook.library.Library;
import sourcebook.library.report.KeptFeed;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Progress;
import sourcebook.model.Generation;
import sourcebook.render.PlainProgress;
import sourcebook.render.Wording;

/** {@code status}: what is served, what else is kept, and whether the corpus has changed since. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells what is served and kept, whether a reindex is running, and whether the corpus has changed"
                + " since it was indexed.")
final class StatusCommand implements Callable<Integer> {
    private final Cli cli;

    StatusCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = cli.settings();
        PrintStream out = cli.terminal().out();
        try (Library library = new Library(settings.corpus(), settings.state(), null, cli.clock());
                Librarian librarian = new Librarian(library, settings.admins())) {
            library.refresh();
            try (Lease lease = library.lease().orElse(null)) {
                if (lease == null) {
                    out.println("Nothing is indexed yet in " + settings.state() + "; run 'bin/sourcebook reindex'.");
                } else {
                    served(lease.generation(), library.changed(), out);
                }
            }
            kept(librarian, out);
            librarian.feeds().forEach(feed -> feed(feed, out));
            running(librarian.progress(), out);
        }
        return Cli.DONE;
    }

    private static void served(Generation generation, boolean changed, PrintStream out) {
        out.println("Generation " + generation.number() + ", built " + generation.builtAt());
        out.println(Indexing.counts(generation.holdings()));
        out.println(
                generation.embedded()
                        ? "Found by words and by meaning (" + generation.model() + ")"
                        : "Found by words alone: it was indexed with --no-embeddings");
        out.println(
                changed
                        ? "The corpus has changed since; run 'bin/sourcebook reindex'."
                        : "The corpus has not changed since.");
    }

    private static void kept(Librarian librarian, PrintStream out) throws IOException {
        for (KeptGeneration kept : librarian.generations()) {
            out.println((kept.live() ? "* " : "  ") + line(kept));
        }
    }

    private static void feed(KeptFeed feed, PrintStream out) {
        out.println("Feed " + feed.name() + ": " + Wording.count(feed.articles(), "article") + ", "
                + (feed.lookedAt() == null ? "not asked yet" : "asked " + feed.lookedAt()));
        feed.problems().forEach(problem -> out.println("  " + problem));
    }

    /** A generation in a line: when, by whom, how much, by which model. */
    static String line(KeptGeneration kept) {
        Generation generation = kept.generation();
        return generation == null
                ? kept.number() + "  cannot be read: it is damaged, or of another version"
                : kept.number() + "  " + generation.builtAt() + "  by " + kept.by() + "  "
                        + generation.holdings().articles() + " articles  model " + generation.model()
                        + (kept.live() ? "  live" : "");
    }

    private static void running(Optional<Progress> last, PrintStream out) {
        last.filter(progress -> !progress.stage().ended())
                .ifPresent(progress -> out.println("A reindex is running: " + progress.by() + " began it at "
                        + progress.since() + ". " + PlainProgress.of(progress)));
        last.filter(progress -> progress.stage().ended() && !progress.reasons().isEmpty())
                .ifPresent(progress -> out.println(
                        "The last reindex: " + progress.stage() + ". " + String.join(" ", progress.reasons())));
    }
}
