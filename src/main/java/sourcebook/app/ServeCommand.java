package sourcebook.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sourcebook.app.settings.Settings;
import sourcebook.embed.Embedder;

/** {@code serve}: the pages, and the chat platforms whose settings are there, until the process is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the pages, health checks, and Slack if it is set up. Indexes what has changed first.")
final class ServeCommand implements Callable<Integer> {
    private final Cli cli;

    @Option(names = "--watch", description = "Reindex when files of the corpus change.")
    private boolean watch;

    ServeCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        Settings settings = cli.settings();
        try (Embedder embedder = cli.embedder();
                Service service = new Service(settings, cli.terminal(), embedder, cli.clock(), watch)) {
            Thread closing = new Thread(service::close, "stop");
            Runtime.getRuntime().addShutdownHook(closing);
            start(service);
            stop.await();
        }
        return Cli.DONE;
    }

    private void start(Service service) throws IOException {
        int status = service.start();
        if (status != Cli.DONE) {
            throw new IOException("There is nothing to serve yet: mend what is named above and start again.");
        }
        cli.terminal().out().println("Sourcebook is ready at " + service.address());
    }
}
