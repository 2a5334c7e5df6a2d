package sourcebook.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** Runs commands as a shell does, and keeps what they print. */
final class Commands {
    private final Map<String, String> environment;

    Commands(Map<String, String> environment) {
        this.environment = environment;
    }

    static Commands over(SmallCorpus corpus) {
        return new Commands(RunningService.environment(corpus, Map.of()));
    }

    /** How a command ended. */
    record Outcome(int status, String out, String err) {}

    Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(printing(out), printing(err), false, false);
        int status = new Cli(terminal, environment, Clock.systemUTC()).run(arguments);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
