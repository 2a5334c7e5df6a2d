package sourcebook.teams.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sourcebook.NodePeers;

/**
 * Tokens good and bad, judged by us and by Microsoft's own validator at once. Ours never believes what that one does
 * not; where ours alone refuses, the reason stands here.
 */
final class TokenVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVICE = "https://smba.trafficmanager.net/emea/";

    /** What we refuse and Microsoft's validator takes, and why. */
    private static final Map<String, String> STRICTER = new TreeMap<>(Map.ofEntries(
            Map.entry("no exp", "a token that never expires could be used for ever"),
            Map.entry("no exp, and not valid before now", "the same"),
            Map.entry("activity without serviceUrl", "an answer would have no address"),
            Map.entry("serviceUrl null in the activity", "the same"),
            Map.entry("key without endorsements", "a key that may speak for no channel speaks for none"),
            Map.entry("key with empty endorsements", "the same"),
            Map.entry("empty channelId", "what cannot be compared with the endorsements is not endorsed"),
            Map.entry("critical header that nobody knows", "RFC 7515 4.1.11: it must be understood or refused"),
            Map.entry("key of 1024 bits", "RFC 7518 3.3: RSA keys have 2048 bits or more"),
            Map.entry("key for encryption", "RFC 7517 4.2: a key for encryption signs nothing")));

    private final Map<String, Vector> vectors = new LinkedHashMap<>();
    private final RSAKey teams = FakeMicrosoft.teamsKey();

    private record Vector(String header, Map<String, Object> activity) {
        String line() {
            try {
                return JSON.writeValueAsString(Map.of("header", header, "activity", activity));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void oursNeverBelievesWhatMicrosoftsValidatorRefuses() throws Exception {
        NodePeers peers = NodePeers.of("teams");
        try (FakeMicrosoft microsoft = new FakeMicrosoft()) {
            make(microsoft);

            List<String> theirs = peers.run(
                    vectors.values().stream().map(Vector::line).toList(),
                    "tokens.cjs",
                    FakeMicrosoft.APP,
                    microsoft.openId().toString());
            List<String> ours = judged(microsoft.openId());

            assertThat(vectors).hasSizeGreaterThanOrEqualTo(44);
            assertThat(theirs).hasSameSizeAs(vectors.keySet()).contains("accept", "reject");
            assertThat(differences(ours, theirs, "accept"))
                    .as("believed by us alone")
                    .isEmpty();
            assertThat(differences(ours, theirs, "reject"))
                    .as("refused by us alone")
                    .isEqualTo(STRICTER.keySet().stream().toList());
        }
    }

    /** Where we say this and they say otherwise. */
    private List<String> differences(List<String> ours, List<String> theirs, String said) {
        List<String> names = new ArrayList<>(vectors.keySet());
        List<String> different = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (ours.get(i).equals(said) && !theirs.get(i).equals(said)) {
                different.add(names.get(i));
            }
        }
        return different.stream().sorted().toList();
    }

    private List<String> judged(URI openId) throws IOException {
        try (Http http = new Http(Duration.ofSeconds(10), 1 << 20)) {
            SigningKeys keys = new SigningKeys(openId, http, Clock.systemUTC());
            InboundTokens tokens = new InboundTokens(FakeMicrosoft.APP, keys, Clock.systemUTC());
            List<String> verdicts = new ArrayList<>();
            for (Vector vector : vectors.values()) {
                verdicts.add(believed(tokens, vector) ? "accept" : "reject");
            }
            return verdicts;
        }
    }

    private static boolean believed(InboundTokens tokens, Vector vector) throws IOException {
        try {
            return tokens.caller(vector.header())
                    .refusal((String) vector.activity().get("channelId"), (String)
                            vector.activity().get("serviceUrl"))
                    .isEmpty();
        } catch (Refused e) {
            return false;
        }
    }

    private void make(FakeMicrosoft microsoft) throws Exception {
        headers();
        times();
        audiencesAndIssuers();
        serviceUrls();
        endorsements(microsoft);
        algorithms(microsoft);
        forgeries();
    }

    private void headers() {
        String good = token(claims -> claims);
        add("valid", "Bearer " + good);
        add("no header", "");
        add("lower-case bearer", "bearer " + good);
        add("basic scheme", "Basic " + good);
        add("no scheme", good);
        add("extra part", "Bearer " + good + " x");
        add("two spaces after Bearer", "Bearer  " + good);
        add("space at the end", "Bearer " + good + " ");
        add("garbage", "Bearer abc.def.ghi");
        add("empty bearer", "Bearer ");
        add("two parts", "Bearer " + good.substring(0, good.lastIndexOf('.')));
        add("four parts", "Bearer " + good + ".x");
        add("padding in the signature", "Bearer " + good + "==");
    }

    private void times() {
        Instant now = Instant.now();
        add("expired 6 min ago", bearer(c -> c.expirationTime(Date.from(now.minusSeconds(360)))));
        add("expired 4 min ago", bearer(c -> c.expirationTime(Date.from(now.minusSeconds(240)))));
        add("valid in 6 min", bearer(c -> c.notBeforeTime(Date.from(now.plusSeconds(360)))));
        add("valid in 4 min", bearer(c -> c.notBeforeTime(Date.from(now.plusSeconds(240)))));
        add("no nbf", bearer(c -> c.notBeforeTime(null)));
        add("no exp", bearer(c -> c.expirationTime(null)));
        add(
                "no exp, and not valid before now",
                bearer(c -> c.expirationTime(null).notBeforeTime(Date.from(now))));
        add("exp is a word", bearer(c -> c.claim("exp", "later")));
        add("exp long ago", bearer(c -> c.expirationTime(new Date(0))));
    }

    private void audiencesAndIssuers() {
        String other = "99999999-2222-3333-4444-555555555555";
        add("another aud", bearer(c -> c.audience(other)));
        add("aud in capitals", bearer(c -> c.audience("11111111-2222-3333-4444-55555555555A")));
        add("aud and another", bearer(c -> c.audience(List.of(FakeMicrosoft.APP, other))));
        add("another and aud", bearer(c -> c.audience(List.of(other, FakeMicrosoft.APP))));
        add("aud array of one", raw(Map.of("aud", List.of(FakeMicrosoft.APP))));
        add("no aud", bearer(c -> c.audience((String) null)));
        add("empty aud", bearer(c -> c.audience("")));
        add("another iss", bearer(c -> c.issuer("https://evil.test")));
        add("iss with a slash", bearer(c -> c.issuer(FakeMicrosoft.ISSUER + "/")));
        add("iss over http", bearer(c -> c.issuer("http://api.botframework.com")));
        add("no iss", bearer(c -> c.issuer(null)));
        String emulator = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0";
        add(
                "the Emulator's token",
                bearer(c -> c.issuer(emulator).claim("ver", "2.0").claim("azp", FakeMicrosoft.APP)));
    }

    private void serviceUrls() {
        add("serviceurl of another", bearer(c -> c.claim("serviceurl", "https://evil.test/")));
        add("no serviceurl", bearer(c -> c.claim("serviceurl", null)));
        add("claim written serviceUrl", bearer(c -> c.claim("serviceurl", null).claim("serviceUrl", SERVICE)));
        add("no slash in the activity", bearer(c -> c), "serviceUrl", "https://smba.trafficmanager.net/emea");
        add("capitals in the activity's host", bearer(c -> c), "serviceUrl", "https://SMBA.trafficmanager.net/emea/");
        add("another serviceUrl in the activity", bearer(c -> c), "serviceUrl", "https://evil.test/");
        add("activity without serviceUrl", bearer(c -> c), "serviceUrl", null);
        add("serviceUrl null in the activity", bearer(c -> c.claim("x", 1)), "serviceUrl", null);
        add("serviceurl is a number", bearer(c -> c.claim("serviceurl", 7)));
    }

    private void endorsements(FakeMicrosoft microsoft) {
        RSAKey skype = published(microsoft, "k-skype", List.of("skype"));
        add("key for skype, activity of msteams", bearer(skype));
        add("key for skype, activity of skype", bearer(skype), "channelId", "skype");
        add("key for msteams, activity of skype", bearer(c -> c), "channelId", "skype");
        add("channel in capitals", bearer(c -> c), "channelId", "MSTEAMS");
        add("key without endorsements", bearer(published(microsoft, "k-none", null)));
        add("key with empty endorsements", bearer(published(microsoft, "k-empty", List.of())));
        add("no channelId", bearer(c -> c), "channelId", null);
        add("empty channelId", bearer(c -> c), "channelId", "");
        RSAKey encrypting = FakeMicrosoft.rsa("k-enc", 2_048);
        Map<String, Object> jwk = new HashMap<>(encrypting.toPublicJWK().toJSONObject());
        microsoft.publish(write(jwk), List.of("msteams"), "enc");
        add("key for encryption", bearer(encrypting));
        RSAKey small = FakeMicrosoft.rsa("k-small", 1_024);
        microsoft.publish(small, List.of("msteams"));
        add("key of 1024 bits", bearer(small));
    }

    private void algorithms(FakeMicrosoft microsoft) throws JOSEException {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            add("alg " + algorithm, "Bearer " + FakeMicrosoft.sign(teams, algorithm, claims(c -> c)));
        }
        ECKey ec = new ECKeyGenerator(Curve.P_256).keyID("k-ec").generate();
        microsoft.publish(ec.toPublicJWK().toJSONString(), List.of("msteams"));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k-ec").build(), claims(c -> c));
        token.sign(new ECDSASigner(ec));
        add("alg ES256", "Bearer " + token.serialize());
        add("alg none", "Bearer " + encoded("{\"alg\":\"none\",\"kid\":\"k-teams\"}") + "." + payload(c -> c) + ".");
        add(
                "alg none with a signature",
                "Bearer " + encoded("{\"alg\":\"none\",\"kid\":\"k-teams\"}") + "." + payload(c -> c) + ".AAAA");
        JWSHeader critical = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("k-teams")
                .criticalParams(Set.of("unheard-of"))
                .customParam("unheard-of", true)
                .build();
        add("critical header that nobody knows", "Bearer " + FakeMicrosoft.sign(teams, critical, claims(c -> c)));
    }

    private void forgeries() throws Exception {
        RSAKey rogue = FakeMicrosoft.rsa("k-rogue", 2_048);
        add("unknown kid", bearer(rogue));
        JWSHeader known =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k-teams").build();
        add("another's key under a known kid", "Bearer " + FakeMicrosoft.sign(rogue, known, claims(c -> c)));
        JWSHeader none = new JWSHeader(JWSAlgorithm.RS256);
        add("no kid", "Bearer " + FakeMicrosoft.sign(teams, none, claims(c -> c)));
        JWSHeader jku = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("k-teams")
                .jwkURL(URI.create("http://127.0.0.1:9/keys"))
                .build();
        add("jku of another", "Bearer " + FakeMicrosoft.sign(rogue, jku, claims(c -> c)));
        JWSHeader own = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("k-teams")
                .jwk(rogue.toPublicJWK())
                .build();
        add("key in its own header", "Bearer " + FakeMicrosoft.sign(rogue, own, claims(c -> c)));
        String head = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"k-teams\"}") + "." + payload(c -> c);
        add("HS256 with the public key", "Bearer " + head + "." + hmac(pem(), head));
        String[] parts = token(c -> c).split("\\.");
        String altered = payload(c -> c.claim("serviceurl", "https://evil.test/"));
        add(
                "altered claims",
                "Bearer " + parts[0] + "." + altered + "." + parts[2],
                "serviceUrl",
                "https://evil.test/");
        add("shortened signature", "Bearer " + parts[0] + "." + parts[1] + "." + parts[2].substring(8));
        add("empty signature", "Bearer " + parts[0] + "." + parts[1] + ".");
    }

    private void add(String name, String header) {
        add(name, header, "type", "message");
    }

    /** A vector whose activity has that value in one place, or not that field at all. */
    private void add(String name, String header, String field, @Nullable String value) {
        Map<String, Object> activity =
                new HashMap<>(Map.of("type", "message", "channelId", "msteams", "serviceUrl", SERVICE));
        activity.remove(field);
        if (value != null) {
            activity.put(field, value);
        }
        assertThat(vectors.put(name, new Vector(header, activity))).as(name).isNull();
    }

    private static RSAKey published(FakeMicrosoft microsoft, String kid, @Nullable List<String> endorsements) {
        RSAKey key = FakeMicrosoft.rsa(kid, 2_048);
        microsoft.publish(key, endorsements);
        return key;
    }

    private String bearer(UnaryOperator<JWTClaimsSet.Builder> change) {
        return "Bearer " + token(change);
    }

    private static String bearer(RSAKey key) {
        return "Bearer " + FakeMicrosoft.sign(key, JWSAlgorithm.RS256, claims(c -> c));
    }

    private String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return FakeMicrosoft.sign(teams, JWSAlgorithm.RS256, claims(change));
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(FakeMicrosoft.claims(SERVICE)).build();
    }

    private static String payload(UnaryOperator<JWTClaimsSet.Builder> change) {
        return encoded(claims(change).toString());
    }

    /** A token whose claims are written by us, for the library makes a word of a list of one. */
    private String raw(Map<String, Object> changed) {
        try {
            Map<String, Object> claims = new HashMap<>(claims(c -> c).toJSONObject());
            claims.putAll(changed);
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k-teams").build(), new Payload(write(claims)));
            token.sign(new RSASSASigner(teams));
            return "Bearer " + token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Map<String, Object> json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String pem() throws JOSEException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(teams.toRSAPublicKey().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    private static String hmac(String key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
