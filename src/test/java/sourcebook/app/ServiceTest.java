package sourcebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.settings.Settings;

/** The life of a server process. */
final class ServiceTest {

    @Test
    void whatAnotherProcessPublishesIsServedWithinSeconds(@TempDir Path folder) throws Exception {
        SmallCorpus corpus = SmallCorpus.in(folder);
        try (RunningService service = RunningService.over(corpus)) {
            corpus.article("new/bridge", "Bridge", "The bridge contract of Span Builders cost £7m.");

            service.reindex();

            assertThat(service.get("/articles/new/bridge").statusCode()).isEqualTo(200);
            assertThat(service.get("/health/ready").body()).isEqualTo("{\"ready\":true,\"generation\":2}\n");
        }
    }

    @Test
    void whatHasChangedIsIndexedAfterTheStart(@TempDir Path folder) throws Exception {
        SmallCorpus corpus = SmallCorpus.in(folder);
        Commands.over(corpus).run("reindex");
        corpus.article("new/bridge", "Bridge", "The bridge contract of Span Builders cost £7m.");

        try (RunningService service = RunningService.over(corpus)) {
            Eventually.become(() -> service.get("/articles/new/bridge").statusCode() == 200);
        }
    }

    @Test
    void whatHasNotChangedIsNotIndexedAgain(@TempDir Path folder) throws Exception {
        SmallCorpus corpus = SmallCorpus.in(folder);
        Commands.over(corpus).run("reindex");

        try (RunningService service = RunningService.over(corpus)) {
            assertThat(service.get("/health/ready").body()).isEqualTo("{\"ready\":true,\"generation\":1}\n");
        }
        assertThat(Commands.over(corpus).run("status").out()).startsWith("Generation 1,");
    }

    @Test
    void aCorpusThatBreaksWhileServingIsRefusedAndTheEarlierIndexIsServed(@TempDir Path folder) throws Exception {
        SmallCorpus corpus = SmallCorpus.in(folder);
        try (RunningService service = RunningService.over(corpus)) {
            SmallCorpus broken = new SmallCorpus(folder.resolve("broken"));
            broken.write("articles/broken.jsonl", "{");

            int status = Commands.over(corpus)
                    .run("reindex", "--corpus", broken.root().toString())
                    .status();

            assertThat(status).isEqualTo(1);
            assertThat(service.get("/articles/police/met").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aFirstStartIsLiveAtOnceAndReadyWhenTheIndexIsBuilt(@TempDir Path folder) throws Exception {
        SmallCorpus corpus = SmallCorpus.in(folder);
        int port = freePort();
        Held err = new Held();
        Terminal terminal = new Terminal(RunningService.silent().out(), err.stream(), false, true);
        Settings settings = Settings.read(RunningService.environment(corpus, Map.of("PORT", Integer.toString(port))));
        try (Service service = new Service(settings, terminal, null, Clock.systemUTC())) {
            CompletableFuture<Integer> started = CompletableFuture.supplyAsync(() -> start(service));
            err.reached.await();

            assertThat(get(port, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(port, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get(port, "/health/ready").body()).contains("\"ready\":false");
            assertThat(get(port, "/").statusCode()).isEqualTo(200);
            assertThat(get(port, "/").body()).contains("The first index is being built.");
            assertThat(get(port, "/?q=worth").statusCode()).isEqualTo(503);
            assertThat(get(port, "/articles/police/met").statusCode()).isEqualTo(503);

            err.goOn.countDown();
            assertThat(started.join()).isEqualTo(Cli.DONE);
            assertThat(get(port, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(port, "/articles/police/met").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closingTwiceIsClosingOnce(@TempDir Path folder) throws Exception {
        RunningService service = RunningService.over(SmallCorpus.in(folder));

        service.close();
        service.close();

        assertThat(service.port()).isNotPositive();
    }

    /** Standard error that holds whoever writes to it: here the indexing, which shows its progress there. */
    private static final class Held extends OutputStream {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        PrintStream stream() {
            return new PrintStream(this, true, StandardCharsets.UTF_8);
        }

        @Override
        public void write(int b) throws IOException {
            reached.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private static int start(Service service) {
        try {
            return service.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
