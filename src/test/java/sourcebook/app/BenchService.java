package sourcebook.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import sourcebook.app.settings.Setting;
import sourcebook.app.settings.Settings;

/** The real service, as {@code serve} runs it, for measuring from outside of this package. */
public final class BenchService implements AutoCloseable {
    private final Service service;

    /** Starts on any free port. */
    public BenchService(Path corpus, Path state, String signingSecret) throws IOException {
        Settings settings = Settings.read(Map.of(
                Setting.PORT.name(),
                "0",
                Setting.SOURCEBOOK_CORPUS.name(),
                corpus.toString(),
                Setting.SOURCEBOOK_STATE.name(),
                state.toString(),
                Setting.SLACK_SIGNING_SECRET.name(),
                signingSecret));
        service = new Service(settings, new Terminal(System.out, System.err, false, false), null, Clock.systemUTC());
        if (service.start() != Cli.DONE) {
            throw new IOException("the service has nothing to serve");
        }
    }

    public int port() {
        return URI.create(service.address()).getPort();
    }

    @Override
    public void close() {
        service.close();
    }
}
