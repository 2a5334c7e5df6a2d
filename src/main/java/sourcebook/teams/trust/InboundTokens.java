package sourcebook.teams.trust;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Believes the Bot Connector's tokens and no others, by Microsoft's rules for connector-to-bot calls
 * (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication). There is no
 * way to turn it off, and none for the Emulator's tokens. Safe for many threads.
 */
public final class InboundTokens {
    static final Duration SKEW = Duration.ofMinutes(5);

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);
    private static final Pattern HEADER = Pattern.compile("Bearer ([\\w-]+\\.[\\w-]+\\.[\\w-]+)");
    private static final int MAX_HEADER = 16 << 10;

    private final String appId;
    private final SigningKeys keys;
    private final Clock clock;

    public InboundTokens(String appId, SigningKeys keys, Clock clock) {
        this.appId = appId;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Who sent a request with that Authorization header.
     *
     * @throws Refused if the token is not one of the Bot Connector's for us, now
     * @throws IOException if the Bot Connector's keys cannot be had
     */
    public Caller caller(@Nullable String header) throws Refused, IOException {
        SignedJWT token = parsed(header);
        SigningKeys.Key key = key(token.getHeader());
        if (!signed(token, key)) {
            throw new Refused("the signature does not fit");
        }
        JWTClaimsSet claims = claims(token);
        check(claims);
        if (!appId.equals(audience(token))) {
            throw new Refused("for another app");
        }
        return new Caller(text(claims, "serviceurl"), key.endorsements());
    }

    private static SignedJWT parsed(@Nullable String header) throws Refused {
        var matcher = HEADER.matcher(header == null || header.length() > MAX_HEADER ? "" : header);
        if (!matcher.matches()) {
            throw new Refused("no bearer token");
        }
        try {
            return SignedJWT.parse(matcher.group(1));
        } catch (ParseException e) {
            throw new Refused("not a signed token");
        }
    }

    private SigningKeys.Key key(JWSHeader header) throws Refused, IOException {
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw new Refused("the algorithm is not allowed");
        }
        String kid = header.getKeyID();
        if (kid == null) {
            throw new Refused("the token names no key");
        }
        return keys.key(kid).orElseThrow(() -> new Refused("the key is not one of the Bot Connector's"));
    }

    private static boolean signed(SignedJWT token, SigningKeys.Key key) {
        try {
            return token.verify(new RSASSAVerifier(key.key()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private static JWTClaimsSet claims(SignedJWT token) throws Refused {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new Refused("the claims cannot be read");
        }
    }

    private void check(JWTClaimsSet claims) throws Refused, IOException {
        if (!keys.issuer().equals(claims.getIssuer())) {
            throw new Refused("another issuer");
        }
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        if (expires == null || !now.isBefore(expires.toInstant().plus(SKEW))) {
            throw new Refused("expired");
        }
        Date from = claims.getNotBeforeTime();
        if (from != null && now.isBefore(from.toInstant().minus(SKEW))) {
            throw new Refused("not yet valid");
        }
    }

    /** As it is written: the library makes a list of it, and the Bot Connector never sends one. */
    private static @Nullable Object audience(SignedJWT token) {
        return token.getPayload().toJSONObject().get("aud");
    }

    private static String text(JWTClaimsSet claims, String name) throws Refused {
        if (claims.getClaim(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new Refused("the token names no " + name);
    }
}
