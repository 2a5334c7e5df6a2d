package sourcebook.teams.playground;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import sourcebook.teams.trust.FakeMicrosoft;

/**
 * Microsoft's login over https, as far as the Playground needs it. The token that it gets there is one of the Bot
 * Connector's, so that nothing in us has to believe anything else.
 */
final class FakeLogin implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "changeit";
    private static final String NAMES =
            "san=dns:login.microsoftonline.com,dns:login.botframework.com,dns:api.botframework.com";

    private final HttpsServer server;
    private final FakeMicrosoft microsoft;
    private final String serviceUrl;
    private final Path certificate;

    FakeLogin(FakeMicrosoft microsoft, String serviceUrl, Path folder) throws Exception {
        this.microsoft = microsoft;
        this.serviceUrl = serviceUrl;
        this.certificate = folder.resolve("login.pem");
        Path store = folder.resolve("login.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "login",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "2",
                "-dname",
                "CN=login",
                "-ext",
                NAMES,
                "-ext",
                "bc=ca:true",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "login",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                certificate.toString());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What a client must trust. */
    Path certificate() {
        return certificate;
    }

    private static void keytool(String... arguments) throws Exception {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool failed");
        }
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = answer(exchange, form).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String answer(HttpExchange exchange, String form) {
        String path = exchange.getRequestURI().getPath();
        String host = "https://" + exchange.getRequestHeaders().getFirst("Host");
        if (path.endsWith("/keys")) {
            return microsoft.keySet();
        }
        if (path.endsWith("/token")) {
            String token = form.contains("api.botframework.com")
                    ? microsoft.ownToken()
                    : microsoft.header(serviceUrl).substring("Bearer ".length());
            return JSON.createObjectNode()
                    .put("token_type", "Bearer")
                    .put("expires_in", 3_599)
                    .put("ext_expires_in", 3_599)
                    .put("access_token", token)
                    .toString();
        }
        return path.contains("discovery/instance") ? instances() : openId(host, path.split("/")[1]);
    }

    private static String openId(String host, String tenant) {
        ObjectNode json = JSON.createObjectNode()
                .put("issuer", host.contains("botframework") ? FakeMicrosoft.ISSUER : host + "/" + tenant + "/v2.0")
                .put("jwks_uri", host + "/" + tenant + "/discovery/v2.0/keys")
                .put("token_endpoint", host + "/" + tenant + "/oauth2/v2.0/token")
                .put("authorization_endpoint", host + "/" + tenant + "/oauth2/v2.0/authorize");
        json.putArray("id_token_signing_alg_values_supported").add("RS256");
        json.putArray("response_types_supported").add("code");
        json.putArray("subject_types_supported").add("pairwise");
        return json.toString();
    }

    private static String instances() {
        String login = "login.microsoftonline.com";
        ObjectNode json = JSON.createObjectNode()
                .put(
                        "tenant_discovery_endpoint",
                        "https://" + login + "/" + FakeMicrosoft.TENANT + "/v2.0/.well-known/openid-configuration")
                .put("api-version", "1.1");
        ObjectNode metadata = json.putArray("metadata").addObject();
        metadata.put("preferred_network", login).put("preferred_cache", "login.windows.net");
        metadata.putArray("aliases")
                .add(login)
                .add("login.windows.net")
                .add("login.microsoft.com")
                .add("sts.windows.net");
        return json.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
