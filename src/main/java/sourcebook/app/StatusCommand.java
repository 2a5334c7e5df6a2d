package sourcebook.app;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import sourcebook.index.Lease;
import sourcebook.library.Library;
import sourcebook.model.Generation;

/** {@code status}: what is served, and whether the corpus has changed since. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells what is served, and whether the corpus has changed since it was indexed.")
final class StatusCommand implements Callable<Integer> {
    private final Cli cli;

    StatusCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = cli.settings();
        PrintStream out = cli.terminal().out();
        try (Library library = new Library(settings.corpus(), settings.state(), null, cli.clock())) {
            library.refresh();
            try (Lease lease = library.lease().orElse(null)) {
                if (lease == null) {
                    out.println("Nothing is indexed yet in " + settings.state() + "; run 'bin/sourcebook reindex'.");
                } else {
                    Generation generation = lease.generation();
                    out.println("Generation " + generation.number() + ", built " + generation.builtAt());
                    out.println(Indexing.counts(generation.holdings()));
                    out.println(
                            generation.embedded()
                                    ? "Found by words and by meaning (" + generation.model() + ")"
                                    : "Found by words alone: it was indexed with --no-embeddings");
                    out.println(
                            library.changed()
                                    ? "The corpus has changed since; run 'bin/sourcebook reindex'."
                                    : "The corpus has not changed since.");
                }
            }
        }
        return Cli.DONE;
    }
}
