package sourcebook.app;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Where the program starts: the only place that reads the environment and the clock. */
public final class Main {
    /** Jetty's finer logs hold whole requests, and with them the admin token; kept, so that its level is. */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        if (Main.class.getResource("/logging.properties") != null
                && System.getProperty("java.util.logging.config.file") == null) {
            LogManager.getLogManager().readConfiguration(Main.class.getResourceAsStream("/logging.properties"));
        }
        if (JETTY.isLoggable(Level.CONFIG)) {
            JETTY.setLevel(Level.INFO);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (!Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
            err.println("Start Java with -Dfile.encoding=UTF-8: messages from Slack cannot be verified otherwise.");
            System.exit(Cli.FAILED);
        }
        Terminal terminal = new Terminal(
                out,
                err,
                Boolean.getBoolean("sourcebook.out.tty") && System.getenv("NO_COLOR") == null,
                Boolean.getBoolean("sourcebook.err.tty"));
        int status = new Cli(terminal, Map.copyOf(System.getenv()), Clock.systemUTC()).run(arguments);
        System.exit(status);
    }
}
