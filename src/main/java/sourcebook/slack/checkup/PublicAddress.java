package sourcebook.slack.checkup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sourcebook.model.check.Finding;

/** Whether our public address leads to us: what Slack would find there, as far as it is seen from this machine. */
public final class PublicAddress {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int REFUSED = 401;

    private final String base;

    /** The address without a slash at its end. */
    public PublicAddress(String base) {
        this.base = base;
    }

    /**
     * What there is to say.
     *
     * @param posted whether Slack posts to the address; by a socket it does not, and only links lead there
     */
    public List<Finding> findings(boolean posted) throws InterruptedException {
        if (!base.startsWith("https://")) {
            String what = "Address: links lead to " + base + ", which other machines may not reach";
            return List.of(
                    posted
                            ? Finding.bad(
                                    what + ", and Slack posts to https addresses alone.",
                                    "Put a reverse proxy with https before port PORT and set SOURCEBOOK_URL to its"
                                            + " address; or use Socket Mode, which needs none.")
                            : Finding.note(what + ".", "Set SOURCEBOOK_URL to an address that people reach."));
        }
        return reached(posted);
    }

    List<Finding> reached(boolean posted) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            findings.add(alive(http));
            if (posted) {
                findings.add(gate(http));
            }
        }
        return findings;
    }

    private Finding alive(HttpClient http) throws InterruptedException {
        String address = base + "/health/live";
        return asked(http, HttpRequest.newBuilder(URI.create(address)), address, 200, "");
    }

    /** Without a signature Slack's endpoint refuses, in words of ours: so the proxy leads to it and leaves it as it is. */
    private Finding gate(HttpClient http) throws InterruptedException {
        String address = base + "/slack/events";
        return asked(
                http,
                HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.ofString("doctor=1")),
                address,
                REFUSED,
                "not signed");
    }

    private static Finding asked(HttpClient http, HttpRequest.Builder request, String address, int status, String words)
            throws InterruptedException {
        String mend = "Start the server if it does not run, and let the reverse proxy lead " + address
                + " to it. Seen from elsewhere it may be otherwise.";
        try {
            HttpResponse<String> answer = http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
            return answer.statusCode() == status && answer.body().contains(words)
                    ? Finding.good("Address: " + address + " leads here.")
                    : Finding.bad(
                            "Address: " + address + " answers " + answer.statusCode() + ", which is not ours.", mend);
        } catch (IOException e) {
            return Finding.bad(
                    "Address: " + address + " cannot be reached from this machine ("
                            + e.getClass().getSimpleName() + ").",
                    mend);
        }
    }
}
