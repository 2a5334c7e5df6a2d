package sourcebook.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import sourcebook.answer.contract.Contracts;
import sourcebook.app.contract.ContractCommands;
import sourcebook.app.doctor.DoctorCommand;
import sourcebook.app.settings.Setting;
import sourcebook.app.settings.Settings;
import sourcebook.embed.Embedder;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.render.Links;

/** The command line: what all commands share, and what their exit status means. */
@Command(
        name = "bin/sourcebook",
        version = "Sourcebook 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Answers questions about outsourcing with the exact words of its sources.",
        footer = {"", "Exit status: 0 answered or done, 3 no answer found, 2 bad usage, 1 failure."})
final class Cli implements Runnable {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NO_ANSWER = 3;

    /** Whoever can run commands on this machine. */
    static final Actor OPERATOR = Actor.operator("the command line");

    private final Terminal terminal;
    private final Map<String, String> environment;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the corpus; SOURCEBOOK_CORPUS or index-data if not given.")
    private @Nullable Path corpus;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder for built indexes; SOURCEBOOK_STATE or state if not given.")
    private @Nullable Path state;

    @Option(
            names = "--no-embeddings",
            scope = ScopeType.INHERIT,
            description = "Go by words alone, without the embedding model.")
    private boolean wordsAlone;

    Cli(Terminal terminal, Map<String, String> environment, Clock clock) {
        this.terminal = terminal;
        this.environment = environment;
        this.clock = clock;
    }

    /** Runs one command and returns the exit status. Every failure is one or a few lines on standard error. */
    int run(String... arguments) {
        CommandLine line = new CommandLine(this)
                .addSubcommand("serve", new ServeCommand(this))
                .addSubcommand("ask", new AskCommand(this))
                .addSubcommand("said", new TalkCommand.Said(this))
                .addSubcommand("source", new TalkCommand.Source(this))
                .addSubcommand("verify", new TalkCommand.Verify(this))
                .addSubcommand("reindex", new ReindexCommand(this))
                .addSubcommand("rollback", new ReindexCommand.Rollback(this))
                .addSubcommand("status", new StatusCommand(this))
                .addSubcommand("evaluate", new EvaluateCommand(this))
                .addSubcommand("manifest", new ManifestCommand(this))
                .addSubcommand("doctor", new DoctorCommand(new DoctorWorld()))
                .addSubcommand("help", new HelpCommand())
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e));
        new ContractCommands(new ContractWorld()).addTo(line);
        return line.execute(arguments);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Name a command.");
        }
    }

    Terminal terminal() {
        return terminal;
    }

    Clock clock() {
        return clock;
    }

    /** The settings, with the folders that were named on the command line in place of the environment's. */
    Settings settings() {
        Map<String, String> merged = new HashMap<>(environment);
        if (corpus != null) {
            merged.put(Setting.SOURCEBOOK_CORPUS.name(), corpus.toString());
        }
        if (state != null) {
            merged.put(Setting.SOURCEBOOK_STATE.name(), state.toString());
        }
        return Settings.read(merged);
    }

    /** The model, or none where words alone were asked for. The caller closes it. */
    @Nullable
    Embedder embedder() throws IOException {
        return wordsAlone ? null : Embedder.load();
    }

    /** What the commands for contracts work with. */
    private final class ContractWorld implements ContractCommands.World {
        @Override
        public int with(ContractCommands.Work work) throws IOException {
            Settings settings = settings();
            try (Embedder embedder = embedder();
                    Library library = new Library(settings.corpus(), settings.state(), embedder, clock)) {
                int indexed = new Indexing(terminal).runIfNone(library, OPERATOR);
                return indexed == DONE ? work.on(new Contracts(library::lease)) : indexed;
            }
        }

        @Override
        public PrintStream out() {
            return terminal.out();
        }

        @Override
        public Clock clock() {
            return clock;
        }

        @Override
        public Links links() {
            return settings().links();
        }
    }

    /** What {@code doctor} works with. */
    private final class DoctorWorld implements DoctorCommand.World {
        @Override
        public Settings settings() {
            return Cli.this.settings();
        }

        @Override
        public PrintStream out() {
            return terminal.out();
        }

        @Override
        public Clock clock() {
            return clock;
        }
    }

    private int failed(Exception e) {
        terminal.endProgress();
        if (e instanceof FileSystemException file) {
            terminal.err().println(told(file));
        } else if (e instanceof Settings.Faulty || e instanceof IOException || e instanceof UncheckedIOException) {
            terminal.err().println(e.getMessage());
        } else {
            e.printStackTrace(terminal.err());
        }
        return FAILED;
    }

    /** What is wrong with which file: Java's own message is often the name of the file alone. */
    private static String told(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException none -> none.getFile() + ": there is no such file";
            case AccessDeniedException denied -> denied.getFile() + ": this user may not read or write it";
            default -> String.valueOf(e.getMessage());
        };
    }
}
