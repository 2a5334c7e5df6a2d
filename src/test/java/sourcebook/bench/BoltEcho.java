package sourcebook.bench;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The least that Bolt can do: verify a command, and acknowledge it with its own text. */
final class BoltEcho implements AutoCloseable {
    private static final int THREADS = 64;

    private final Server server = new Server(new QueuedThreadPool(THREADS));
    private final ServerConnector connector = new ServerConnector(server);

    BoltEcho(String signingSecret) throws Exception {
        AppConfig config = AppConfig.builder().signingSecret(signingSecret).build();
        config.setSingleTeamBotToken(null);
        config.setClientId(null);
        config.setClientSecret(null);
        App app = new App(config);
        app.command(
                "/outsourcing",
                (request, context) ->
                        context.ack("echo: " + request.getPayload().getText()));
        ServletContextHandler context = new ServletContextHandler("/slack", ServletContextHandler.NO_SESSIONS);
        context.addServlet(new SlackAppServlet(app), "/events");
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
