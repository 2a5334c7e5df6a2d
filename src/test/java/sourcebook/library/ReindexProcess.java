package sourcebook.library;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import sourcebook.embed.Embedder;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;

/** A reindex in a process of its own, which says where it stands, a stage a line. */
final class ReindexProcess {
    private ReindexProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (Embedder embedder = Boolean.getBoolean("meaning") ? Embedder.load() : null;
                Library library =
                        new Library(Path.of(arguments[0]), Path.of(arguments[1]), embedder, Clock.systemUTC())) {
            library.refresh();
            Order order = Order.by(Actor.operator("a process to be killed"));
            System.out.println(library.reindex(order, progress -> System.out.println(progress.stage())));
        }
    }

    /** Starts one that goes by words alone. */
    static Process start(Path corpus, Path state) throws IOException {
        return start(ReindexProcess.class.getName(), false, List.of(corpus.toString(), state.toString()));
    }

    /** Starts one that embeds as well. */
    static Process embedding(Path corpus, Path state) throws IOException {
        return start(ReindexProcess.class.getName(), true, List.of(corpus.toString(), state.toString()));
    }

    /** Starts a server over a state folder, which indexes what has changed in the background. */
    static Process server(Path corpus, Path state) throws IOException {
        return start(
                "sourcebook.app.Main",
                false,
                List.of("--corpus", corpus.toString(), "--state", state.toString(), "--no-embeddings", "serve"));
    }

    private static Process start(String main, boolean meaning, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dmeaning=" + meaning,
                main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PORT", "0");
        return builder.start();
    }
}
