package sourcebook.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real server in a process of its own on a free port, over a corpus; what it prints is kept in a file. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Sourcebook is ready at http://localhost:(\\d+)");
    private static final long STOP_SECONDS = 30;

    /** A connection of ours in Linux's table: its port, and how many bytes wait to be read. */
    private static final Pattern SOCKET = Pattern.compile(
            "^\\s*\\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} [0-9A-F]{2} [0-9A-F]{8}:([0-9A-F]{8})");

    private final Process process;
    private final Path printed;
    private int port;

    private ServerProcess(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /**
     * Starts it, and waits until it serves.
     *
     * @param arguments of the program before {@code serve}, such as {@code --no-embeddings}
     * @param jvm options of the JVM
     */
    public static ServerProcess start(
            SmallCorpus corpus, Map<String, String> settings, List<String> jvm, List<String> arguments)
            throws IOException, InterruptedException {
        Path printed = Files.createTempFile(corpus.root().getParent(), "printed", ".txt");
        List<String> command = java(jvm);
        command.addAll(arguments);
        command.add("serve");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().putAll(RunningService.environment(corpus, settings));
        ServerProcess server = new ServerProcess(builder.start(), printed);
        try {
            Eventually.become(server::ready);
        } catch (AssertionError | IOException e) {
            server.close();
            throw new IOException("the server did not start: " + server.printed(), e);
        }
        return server;
    }

    /** Runs the reindex command beside a server, as an operator does. */
    public static Process reindex(SmallCorpus corpus, List<String> arguments) throws IOException {
        List<String> command = java(List.of());
        command.addAll(arguments);
        command.addAll(List.of("reindex", "--full"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(RunningService.environment(corpus, Map.of()));
        return builder.start();
    }

    private static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=" + Integer.getInteger("tier", 1),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return command;
    }

    private boolean ready() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("it ended with " + process.exitValue());
        }
        Matcher line = READY.matcher(printed());
        if (!line.find()) {
            return false;
        }
        port = Integer.parseInt(line.group(1));
        return true;
    }

    /** What it has printed until now. */
    public String printed() throws IOException {
        return new String(Files.readAllBytes(printed), StandardCharsets.UTF_8);
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public int port() {
        return port;
    }

    /** Asks it to stop, as systems do; returns at once. */
    public void terminate() {
        process.destroy();
    }

    /** Waits until it has ended; its exit status. */
    public int ended() throws InterruptedException {
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not stop within " + STOP_SECONDS + " seconds");
        }
        return process.exitValue();
    }

    /** How many threads it has, as Linux counts them. */
    public int threads() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("Threads:"))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** How many files and connections it has open. */
    public int descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return (int) open.count();
        }
    }

    /** How many bytes were sent to its port that it has not read yet. */
    public long unread() throws IOException {
        long unread = 0;
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                Matcher socket = SOCKET.matcher(line);
                if (socket.find() && Integer.parseInt(socket.group(1), 16) == port) {
                    unread += Long.parseLong(socket.group(2), 16);
                }
            }
        }
        return unread;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            ended();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
