package sourcebook.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import sourcebook.app.settings.Settings;

/** The real service on a free port of this machine, over a small corpus. */
public final class RunningService implements AutoCloseable {
    /** What links in answers begin with; nothing is there. */
    public static final String PUBLIC = "https://quotes.test";

    private final SmallCorpus corpus;
    private final Service service;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningService(SmallCorpus corpus, Service service) {
        this.corpus = corpus;
        this.service = service;
    }

    /** Starts the service over a corpus, its state beside it, with settings besides those of every test. */
    public static RunningService over(SmallCorpus corpus, Map<String, String> settings, Clock clock)
            throws IOException {
        Service service = new Service(Settings.read(environment(corpus, settings)), silent(), null, clock);
        RunningService running = new RunningService(corpus, service);
        if (service.start() != Cli.DONE) {
            running.close();
            throw new IOException("the corpus of the test cannot be served");
        }
        return running;
    }

    /** The service without Slack. */
    public static RunningService over(SmallCorpus corpus) throws IOException {
        return over(corpus, Map.of(), Clock.systemUTC());
    }

    /** Environment variables of a service over the corpus. */
    static Map<String, String> environment(SmallCorpus corpus, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("PORT", "0");
        environment.putIfAbsent("SOURCEBOOK_URL", PUBLIC);
        environment.put("SOURCEBOOK_CORPUS", corpus.root().toString());
        environment.put("SOURCEBOOK_STATE", state(corpus).toString());
        return environment;
    }

    static Path state(SmallCorpus corpus) {
        return corpus.root().resolveSibling("state");
    }

    /** An address of the service, by its path. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** The port of this machine that it serves on. */
    public int port() {
        return URI.create(service.address()).getPort();
    }

    /** What a browser gets. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    /** The answer to any request. */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    /** Indexes the corpus as the command does, and waits until this service has taken the new generation over. */
    public void reindex() throws IOException, InterruptedException {
        long before = generation();
        int status = new Cli(silent(), environment(corpus, Map.of()), Clock.systemUTC())
                .run("reindex", "--force", "the test changes what was answered");
        if (status != Cli.DONE) {
            throw new IOException("the corpus of the test cannot be indexed");
        }
        Eventually.become(() -> generation() > before);
    }

    private long generation() throws IOException, InterruptedException {
        return Long.parseLong(get("/health/ready").body().replaceAll("\\D", ""));
    }

    @Override
    public void close() {
        http.close();
        service.close();
    }

    /** A terminal that nobody reads. */
    static Terminal silent() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, false, false);
    }
}
