package sourcebook.app;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.app.settings.Settings;
import sourcebook.embed.Embedder;
import sourcebook.library.Librarian;
import sourcebook.library.Library;
import sourcebook.library.report.Order;

/** {@code reindex}: build, verify and publish a new generation. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description = "Reads what changed in the corpus into a new index, checks it, and serves it; a running server"
                + " takes it over.")
final class ReindexCommand implements Callable<Integer> {
    private final Cli cli;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--full", description = "Read every file again, changed or not.")
    private boolean full;

    @Option(
            names = "--force",
            paramLabel = "REASON",
            description = "Serve the new index although a fifth of the articles is gone or a golden question has lost"
                    + " its answer; the reason is kept.")
    private @Nullable String force;

    @Option(names = "--cancel", description = "Call off the reindex that is running, in whichever process.")
    private boolean cancel;

    ReindexCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() throws Exception {
        if (spec != null && force != null && force.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--force needs a reason.");
        }
        return cancel ? cancelled() : reindexed();
    }

    private int reindexed() throws IOException {
        Settings settings = cli.settings();
        try (Embedder embedder = cli.embedder();
                Library library = new Library(settings.corpus(), settings.state(), embedder, cli.clock())) {
            Indexing indexing = new Indexing(cli.terminal());
            indexing.open(library);
            return indexing.run(library, new Order(Cli.OPERATOR, full, force));
        }
    }

    private int cancelled() throws IOException {
        Settings settings = cli.settings();
        try (Library library = new Library(settings.corpus(), settings.state(), null, cli.clock());
                Librarian librarian = new Librarian(library, settings.admins())) {
            boolean running = librarian.cancel(Cli.OPERATOR);
            cli.terminal()
                    .out()
                    .println(
                            running ? "The reindex is called off; it stops within seconds." : "No reindex is running.");
            return running ? Cli.DONE : Cli.FAILED;
        }
    }

    /** {@code rollback}: serve an earlier generation that is kept. */
    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Serves an earlier index that is kept, at once; a running server takes it over.")
    static final class Rollback implements Callable<Integer> {
        private final Cli cli;

        @Parameters(
                arity = "0..1",
                paramLabel = "N",
                description = "The generation to serve; the one before the served one if not given.")
        private @Nullable Long number;

        Rollback(Cli cli) {
            this.cli = cli;
        }

        @Override
        public Integer call() throws Exception {
            Settings settings = cli.settings();
            OptionalLong chosen = number == null ? OptionalLong.empty() : OptionalLong.of(number);
            try (Library library = new Library(settings.corpus(), settings.state(), null, cli.clock());
                    Librarian librarian = new Librarian(library, settings.admins())) {
                return switch (librarian.rollBack(chosen, Cli.OPERATOR)) {
                    case Librarian.Back.Served served -> {
                        cli.terminal()
                                .out()
                                .println("Generation " + served.generation().number() + " is served.");
                        yield Cli.DONE;
                    }
                    case Librarian.Back.Refused refused -> {
                        cli.terminal().err().println(refused.reason());
                        yield Cli.FAILED;
                    }
                };
            }
        }
    }
}
