package sourcebook.app;

import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sourcebook.app.settings.Settings;
import sourcebook.library.Librarian;
import sourcebook.library.Library;

/** {@code rollback}: serve an earlier generation that is kept. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Serves an earlier index that is kept, at once; a running server takes it over.")
final class RollbackCommand implements Callable<Integer> {
    private final Cli cli;

    @Parameters(
            arity = "0..1",
            paramLabel = "N",
            description = "The generation to serve; the one before the served one if not given.")
    private @Nullable Long number;

    RollbackCommand(Cli cli) {
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
