package sourcebook.corpus.sandbox;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a child is started and what it may use.
 *
 * @param main the class that runs in it
 * @param maxHeapMegabytes its memory; when it asks for more, it ends
 * @param maxTime for one file, not counting the start
 * @param ownNetwork whether the system can give it an empty network of its own
 */
record Bounds(Class<?> main, int maxHeapMegabytes, Duration maxTime, boolean ownNetwork) {
    static final int OUT_OF_MEMORY = 3;
    private static final List<String> UNSHARE = List.of("unshare", "--map-root-user", "--net");

    static Bounds usual() {
        return new Bounds(ParserMain.class, 256, Duration.ofSeconds(9), NetworkOfItsOwn.POSSIBLE);
    }

    /** Starts a child that has nothing of this process's environment, so that there are no secrets in it. */
    Process start() throws IOException {
        List<String> command = new ArrayList<>(ownNetwork ? UNSHARE : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + maxHeapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djdk.net.hosts.file=" + nothing(),
                "-Djava.nio.channels.spi.SelectorProvider=" + NoNetwork.class.getName(),
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        String path = builder.environment().getOrDefault("PATH", "");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        return builder.start();
    }

    private static File nothing() {
        return Redirect.DISCARD.file();
    }

    /** Tried once, for it starts a process. */
    private static final class NetworkOfItsOwn {
        static final boolean POSSIBLE = possible();

        private static boolean possible() {
            List<String> command = new ArrayList<>(UNSHARE);
            command.add("true");
            try {
                Process tried = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start();
                boolean ended = tried.waitFor(5, TimeUnit.SECONDS);
                tried.destroyForcibly();
                return ended && tried.exitValue() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
