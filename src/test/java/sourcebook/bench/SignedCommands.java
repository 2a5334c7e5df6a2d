package sourcebook.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Slash commands as Slack sends them, whole HTTP requests, no two alike. Safe for many threads. */
final class SignedCommands {
    static final String SECRET = "a-secret-for-measuring";
    private final AtomicLong number;
    private final Clock clock;

    /** Numbers go on from the time, for the service remembers what it saw in an earlier run. */
    SignedCommands(Clock clock) {
        this.clock = clock;
        this.number = new AtomicLong(clock.millis() * 1_000);
    }

    /**
     * {@code /outsourcing} with that text, signed now, from a person and a workspace of its own: nobody's allowance is
     * used up, and no question follows another. No response address is given: nothing may be posted later.
     */
    byte[] command(String text) {
        long one = number.incrementAndGet();
        String body = "token=unused&team_id=T" + one + "&team_domain=example&channel_id=C0000001&channel_name=general"
                + "&user_id=U" + one + "&user_name=asker&command=%2Foutsourcing&text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&api_app_id=A0000001&is_enterprise_install=false"
                + "&trigger_id=" + one;
        String time = Long.toString(clock.instant().getEpochSecond());
        return ("POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "X-Slack-Request-Timestamp: " + time + "\r\nX-Slack-Signature: " + signature(time, body)
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String signature(String time, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] signed = ("v0:" + time + ":" + body).getBytes(StandardCharsets.US_ASCII);
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
