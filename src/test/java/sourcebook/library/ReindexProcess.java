package sourcebook.library;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;

/** A reindex in a process of its own, which says where it stands, a stage a line. */
final class ReindexProcess {
    private ReindexProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (Library library = new Library(Path.of(arguments[0]), Path.of(arguments[1]), null, Clock.systemUTC())) {
            Order order = Order.by(Actor.operator("a process to be killed"));
            System.out.println(library.reindex(order, progress -> System.out.println(progress.stage())));
        }
    }

    /** Starts one. */
    static Process start(Path corpus, Path state) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReindexProcess.class.getName(),
                        corpus.toString(),
                        state.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
