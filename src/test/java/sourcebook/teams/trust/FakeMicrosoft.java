package sourcebook.teams.trust;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Microsoft's two services that say who is who: the Bot Connector's OpenID document with its keys, and the login. */
public final class FakeMicrosoft implements AutoCloseable {
    public static final String ISSUER = "https://api.botframework.com";
    public static final String APP = "11111111-2222-3333-4444-555555555555";
    public static final String TENANT = "22222222-3333-4444-5555-666666666666";
    public static final String PASSWORD = "canary~app+password&";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RSAKey TEAMS = rsa("k-teams", 2_048);

    private final HttpServer server;
    private final Map<String, ObjectNode> keys = new LinkedHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final Queue<String> forms = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile @Nullable String keysAddress;
    private volatile int status = 200;
    private volatile long loginMillis;
    private volatile long expiresIn = 3_599;
    private volatile int loginStatus = 200;
    private volatile boolean signedTokens;

    public FakeMicrosoft() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/.well-known/openidconfiguration", this::document);
        server.createContext("/v1/.well-known/keys", this::keySet);
        server.createContext("/" + TENANT + "/oauth2/v2.0/token", this::login);
        server.start();
        publish(TEAMS, List.of("msteams", "webchat"));
    }

    static RSAKey rsa(String kid, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the service must be told to believe this Microsoft and to log in there. */
    public Map<String, String> settings() {
        return Map.of(
                "TEAMS_APP_ID",
                APP,
                "TEAMS_APP_PASSWORD",
                PASSWORD,
                "TEAMS_TENANT_ID",
                TENANT,
                "TEAMS_OPENID_URL",
                openId().toString(),
                "TEAMS_LOGIN_URL",
                address("/"),
                "TEAMS_SERVICE_HOSTS",
                "127.0.0.1");
    }

    public URI openId() {
        return URI.create(address("/v1/.well-known/openidconfiguration"));
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** One more key; {@code endorsements} null leaves the property out. */
    void publish(RSAKey key, @Nullable List<String> endorsements) {
        publish(key.toPublicJWK().toJSONString(), endorsements);
    }

    void publish(String jwk, @Nullable List<String> endorsements) {
        publish(jwk, endorsements, "sig");
    }

    void publish(String jwk, @Nullable List<String> endorsements, String use) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(jwk);
            json.put("use", use);
            if (endorsements != null) {
                endorsements.forEach(json.putArray("endorsements")::add);
            }
            keys.put(json.path("kid").asText(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document names its keys there. */
    void keysAt(String address) {
        keysAddress = address;
    }

    /** The document and the keys are answered with this status. */
    void answersWith(int code) {
        status = code;
    }

    /** How often the document was read. */
    int reads() {
        return reads.get();
    }

    /** What was posted to log in. */
    public Queue<String> forms() {
        return forms;
    }

    void loginTakes(long millis) {
        loginMillis = millis;
    }

    void loginAnswers(int code) {
        loginStatus = code;
    }

    void tokensLast(long seconds) {
        expiresIn = seconds;
    }

    /** An Authorization header of the Bot Connector's, for answers to that address. */
    public String header(String serviceUrl) {
        return "Bearer " + sign(TEAMS, JWSAlgorithm.RS256, claims(serviceUrl).build());
    }

    static RSAKey teamsKey() {
        return TEAMS;
    }

    static JWTClaimsSet.Builder claims(String serviceUrl) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(APP)
                .claim("serviceurl", serviceUrl)
                .issueTime(Date.from(now.minusSeconds(10)))
                .notBeforeTime(Date.from(now.minusSeconds(10)))
                .expirationTime(Date.from(now.plusSeconds(3_600)));
    }

    static String sign(RSAKey key, JWSAlgorithm algorithm, JWTClaimsSet claims) {
        return sign(key, new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    }

    static String sign(RSAKey key, JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void document(HttpExchange exchange) throws IOException {
        reads.incrementAndGet();
        String at = keysAddress;
        ObjectNode json = JSON.createObjectNode()
                .put("issuer", ISSUER)
                .put("authorization_endpoint", "https://invalid.botframework.com")
                .put("jwks_uri", at == null ? address("/v1/.well-known/keys") : at);
        json.putArray("id_token_signing_alg_values_supported").add("RS256");
        answer(exchange, status, json.toString());
    }

    private void keySet(HttpExchange exchange) throws IOException {
        answer(exchange, status, keySet());
    }

    private void login(HttpExchange exchange) throws IOException {
        forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try {
            Thread.sleep(loginMillis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        ObjectNode json = JSON.createObjectNode();
        if (loginStatus == 200) {
            json.put("token_type", "Bearer")
                    .put("expires_in", expiresIn)
                    .put("access_token", signedTokens ? ownToken() : "own-token-" + tokens.incrementAndGet());
        } else {
            json.put("error", "invalid_client").put("error_description", "AADSTS7000215 " + PASSWORD);
        }
        answer(exchange, loginStatus, json.toString());
    }

    /** Those who log in get tokens that others can check, as from Microsoft's own login. */
    public void givesSignedTokens() {
        signedTokens = true;
    }

    /** A token for calls to the Bot Connector, signed. */
    public String ownToken() {
        return sign(
                TEAMS,
                JWSAlgorithm.RS256,
                claims("")
                        .issuer("https://sts.windows.net/" + TENANT + "/")
                        .audience(ISSUER)
                        .claim("appid", APP)
                        .claim("tid", TENANT)
                        .claim("ver", "1.0")
                        .build());
    }

    /** The keys, as their address tells them. */
    public String keySet() {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode array = json.putArray("keys");
        keys.values().forEach(array::add);
        return json.toString();
    }

    /** Whether a token is one that was given here. */
    public boolean gave(@Nullable String authorization) {
        return authorization != null
                && authorization.matches("Bearer own-token-\\d+")
                && Integer.parseInt(authorization.replaceAll("\\D", "")) <= tokens.get();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
