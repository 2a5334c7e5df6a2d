package sourcebook.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import sourcebook.answer.Answering;
import sourcebook.dialogue.Audiences;
import sourcebook.dialogue.Dialogue;
import sourcebook.dialogue.Register;
import sourcebook.dialogue.Subjects;
import sourcebook.library.Librarian;

/** The HTTP server: our pages, and the chat platforms' endpoints that are mounted before it starts. */
public final class WebServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WebServer.class.getName());
    private static final int THREADS = 64;
    private static final long IDLE_MILLIS = 15_000;
    private static final long STOP_MILLIS = 3_000;

    /** A percent sign may stand in the name of an article; it leads nowhere but to a look-up. */
    private static final UriCompliance PERCENT_SIGNS =
            UriCompliance.DEFAULT.with("SOURCEBOOK", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    private final Server server;
    private final ServerConnector connector;
    private final Pages pages;
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();

    /** A server for which nobody keeps what was spoken of, nor lists of contracts. */
    public WebServer(String bind, int port, Answering answering) {
        this(bind, port, answering, new Dialogue(answering, Subjects.NONE, Audiences.PUBLIC, Register.NONE));
    }

    /**
     * A server, not yet started.
     *
     * @param port 0 for any free one
     */
    public WebServer(String bind, int port, Answering answering, Dialogue dialogue) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("http");
        server = new Server(threads);
        connector = new ServerConnector(server, new HttpConnectionFactory(quiet()));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setErrorHandler(WebServer::error);
        pages = new Pages(answering, dialogue);
        contexts.addHandler(new ContextHandler(pages, "/"));
        server.setHandler(new GracefulHandler(contexts));
        server.setStopTimeout(STOP_MILLIS);
    }

    /** Adds the pages of contracts, before the server is started. */
    public void contracts(ContractPages pages) {
        for (String folder : ContractPages.FOLDERS) {
            ContextHandler context = new ContextHandler(pages, folder);
            context.setAllowNullPathInContext(true);
            contexts.addHandler(context);
        }
    }

    /** While there is such a reason, the health check tells it instead of being ready. */
    public void readyUnless(Supplier<Optional<String>> reason) {
        pages.readyUnless(reason);
    }

    /** Puts a servlet behind a filter at a path such as {@code /slack/events}, before the server is started. */
    public void mount(String folder, String name, Filter filter, HttpServlet servlet) {
        ServletContextHandler context = new ServletContextHandler(folder, ServletContextHandler.NO_SESSIONS);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(servlet, name);
        contexts.addHandler(context);
    }

    /** Puts a servlet at one path, such as {@code /slack/install}, before the server is started. */
    public void mount(String path, HttpServlet servlet) {
        ServletContextHandler context = new ServletContextHandler(path, ServletContextHandler.NO_SESSIONS);
        context.setAllowNullPathInContext(true);
        context.addServlet(servlet, "/*");
        contexts.addHandler(context);
    }

    /** Adds the admin page, before the server is started; {@code https} where people reach it by https alone. */
    public void administer(Librarian librarian, AdminToken token, boolean https, Clock clock) {
        ContextHandler context =
                new ContextHandler(new AdminPages(librarian, token, new Sessions(clock), https), "/admin");
        context.setAllowNullPathInContext(true);
        contexts.addHandler(context);
    }

    /**
     * Starts to serve.
     *
     * @throws IOException if the port cannot be had
     */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the server could not be started", e);
        }
    }

    /** The port in use, once started. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Takes no new requests, lets those in hand finish for some seconds, and stops. */
    @Override
    public void close() {
        pages.readyUnless(() -> Optional.of("the server is stopping"));
        try {
            server.stop();
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "Some requests were still in hand when the server stopped");
        } catch (Exception e) {
            LOG.log(Level.ERROR, "The server did not stop well", e);
        }
    }

    private static HttpConfiguration quiet() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setSendDateHeader(true);
        configuration.setUriCompliance(PERCENT_SIGNS);
        return configuration;
    }

    /** Tells the status and nothing of what is inside. */
    private static boolean error(Request request, Response response, Callback callback) {
        response.getHeaders().put(new HttpField(HttpHeader.CONTENT_TYPE, MimeTypes.Type.TEXT_PLAIN_UTF_8.asString()));
        Pages.protect(response);
        Content.Sink.write(
                response, true, "The request could not be served (" + response.getStatus() + ").\n", callback);
        return true;
    }
}
