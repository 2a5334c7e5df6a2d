package sourcebook.corpus.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Asks servers outside, and none inside: each connection's own address is judged as it is made, so that neither a redirect
 * nor a name that is looked up twice leads to another one. Answers are bounded in size and time. For one thread.
 */
final class Web implements Closeable {
    /** What servers are told of us, and whom their robots.txt may name. */
    static final String AGENT = "Sourcebook";

    private static final int MAX_REDIRECTS = 5;
    private static final long LOOK_MILLIS = 250;

    private final Terms terms;
    private final OkHttpClient client;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * What may be asked for.
     *
     * @param names how names become addresses
     * @param allowed which addresses may be connected to
     */
    record Terms(Dns names, Predicate<InetAddress> allowed, int maxBytes, Duration maxTime) {
        /** The public internet; 10 MB and 20 s an answer. */
        static Terms usual() {
            return new Terms(Dns.SYSTEM, PublicAddresses::has, 10 << 20, Duration.ofSeconds(20));
        }
    }

    /**
     * What a server answered.
     *
     * @param from the address after redirects
     */
    record Answer(int status, HttpUrl from, Headers headers, byte[] body) {}

    Web(Terms terms) {
        this.terms = terms;
        this.client = new OkHttpClient.Builder()
                .dns(terms.names())
                .socketFactory(new Sockets(terms.allowed()))
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(terms.maxTime())
                .build();
    }

    /** An address that could be asked. */
    static HttpUrl url(String written, @Nullable HttpUrl base) throws Unfetched {
        HttpUrl url = base == null ? HttpUrl.parse(written) : base.resolve(written);
        if (url == null) {
            throw new Unfetched(written + " is no address that begins with http:// or https://");
        }
        return url;
    }

    /**
     * Asks for something, following redirects.
     *
     * @param look asked again and again while waiting
     * @throws Unfetched if there is no answer within the bounds, or none may be asked for
     */
    Answer get(HttpUrl url, Map<String, String> headers, Look look) throws IOException {
        HttpUrl next = url;
        for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
            Answer answer = waited(client.newCall(request(next, headers)), look);
            String location = answer.headers().get("Location");
            if (answer.status() / 100 != 3 || answer.status() == 304 || location == null) {
                return answer;
            }
            next = url(location, next);
        }
        throw new Unfetched(url.host() + " redirects more than " + MAX_REDIRECTS + " times");
    }

    private static Request request(HttpUrl url, Map<String, String> headers) {
        return new Request.Builder()
                .url(url)
                .headers(Headers.of(headers))
                .header("User-Agent", AGENT)
                .build();
    }

    /** In a thread of its own, so that it can be called off at any moment. */
    private Answer waited(Call call, Look look) throws IOException {
        Future<Answer> answer = workers.submit(() -> answer(call));
        try {
            while (true) {
                try {
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    look.now();
                }
            }
        } catch (ExecutionException e) {
            throw new Unfetched(reason(call.request().url(), e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("fetching was interrupted", e);
        } finally {
            call.cancel();
        }
    }

    private Answer answer(Call call) throws IOException {
        try (Response response = call.execute();
                ResponseBody body = response.body()) {
            byte[] bytes = body == null ? new byte[0] : body.byteStream().readNBytes(terms.maxBytes() + 1);
            if (bytes.length > terms.maxBytes()) {
                throw new Unfetched(
                        call.request().url().host() + " sends more than " + (terms.maxBytes() >> 20) + " MB");
            }
            return new Answer(response.code(), call.request().url(), response.headers(), bytes);
        }
    }

    private String reason(HttpUrl url, @Nullable Throwable e) {
        return switch (e) {
            case Unfetched refused -> refused.reason();
            case InterruptedIOException late ->
                url.host() + " did not answer within " + terms.maxTime().toSeconds() + " s";
            case UnknownHostException unknown -> "the name " + url.host() + " is not known";
            case null, default -> url.host() + " cannot be asked: " + (e == null ? "no reason" : e.getMessage());
        };
    }

    @Override
    public void close() {
        workers.shutdownNow();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** Sockets that connect only where it is allowed. */
    private static final class Sockets extends SocketFactory {
        private final Predicate<InetAddress> allowed;

        Sockets(Predicate<InetAddress> allowed) {
            this.allowed = allowed;
        }

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress to, int timeout) throws IOException {
                    if (!(to instanceof InetSocketAddress address)
                            || address.isUnresolved()
                            || !allowed.test(address.getAddress())) {
                        throw new Unfetched(to + " is not an address of the public internet");
                    }
                    super.connect(to, timeout);
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw unused();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            throw unused();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw unused();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            throw unused();
        }

        private static UnsupportedOperationException unused() {
            return new UnsupportedOperationException("sockets are made first and connected then");
        }
    }
}
