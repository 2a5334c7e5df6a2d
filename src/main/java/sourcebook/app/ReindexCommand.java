package sourcebook.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import sourcebook.embed.Embedder;
import sourcebook.library.Library;

/** {@code reindex}: build, verify and publish a new generation. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description = "Builds a new index from the corpus, checks it, and serves it; a running server takes it over.")
final class ReindexCommand implements Callable<Integer> {
    private final Cli cli;

    ReindexCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = cli.settings();
        try (Embedder embedder = cli.embedder();
                Library library = new Library(settings.corpus(), settings.state(), embedder, cli.clock())) {
            return new Indexing(cli.terminal()).run(library);
        }
    }
}
