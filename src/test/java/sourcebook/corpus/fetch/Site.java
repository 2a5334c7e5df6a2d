package sourcebook.corpus.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A server of this machine that feeds are fetched from, at an address of its own. */
public final class Site implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** What is answered to a path. */
    interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    public Site(String address) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        try (exchange) {
            pages.getOrDefault(path, other -> send(other, 404, "Nothing here.")).answer(exchange);
        }
    }

    /** Feeds of a corpus that may ask 127.0.0.1 alone, whatever name it has, and wait for nothing. */
    public static Feeds feeds(Path corpus, Path state, Clock clock) {
        return new Feeds(
                corpus,
                state.resolve("fetched"),
                clock,
                new Feeds.Outside(terms(), (time, look) -> {}, Parser::sandboxed));
    }

    static Web.Terms terms() {
        return new Web.Terms(
                name -> List.of(InetAddress.getByName(name.startsWith("inside") ? "127.0.0.2" : "127.0.0.1")),
                address -> address.getHostAddress().equals("127.0.0.1"),
                1 << 20,
                Duration.ofSeconds(20));
    }

    public String url(String path) {
        return "http://news.example:" + port() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    void page(String path, Page page) {
        pages.put(path, page);
    }

    public void text(String path, String body) {
        pages.put(path, exchange -> send(exchange, 200, body));
    }

    void status(String path, int status) {
        pages.put(path, exchange -> send(exchange, status, ""));
    }

    void redirect(String path, String to) {
        pages.put(path, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            send(exchange, 302, "");
        });
    }

    /** The paths that were asked for since the last time, in their order. */
    List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
