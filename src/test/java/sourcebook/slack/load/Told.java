package sourcebook.slack.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sourcebook.slack.Blocks;
import sourcebook.slack.delivery.Delivery;

/** What came back at once to many requests: how soon, and what of it. Not for many threads. */
final class Told {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Long> millis = new ArrayList<>();
    private final List<Integer> refused = new ArrayList<>();
    private int answered;
    private int later;
    private int busy;
    private int hurried;

    /** One acknowledgement, so long after the request was due. */
    void add(int status, String body, long tookMillis) throws IOException {
        millis.add(tookMillis);
        if (status / 100 != 2) {
            refused.add(status);
            return;
        }
        JsonNode message = JSON.readTree(body);
        String words = Blocks.words(message);
        if (words.startsWith("Searching…")) {
            later++;
        } else if (words.startsWith(Delivery.BUSY)) {
            busy++;
        } else if (words.startsWith(Delivery.HURRIED)) {
            hurried++;
        } else if (!Blocks.quotes(message).isEmpty() || words.contains("Nothing in the corpus")) {
            answered++;
        }
    }

    int all() {
        return millis.size();
    }

    List<Integer> refused() {
        return refused;
    }

    int answered() {
        return answered;
    }

    /** Whose answers were to be posted. */
    int later() {
        return later;
    }

    int busy() {
        return busy;
    }

    int hurried() {
        return hurried;
    }

    long quantile(double share) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d requests: %d answered at once, %d later, %d told busy, %d told to wait, not 2xx %s;"
                        + " acknowledged within p50 %d ms, p99 %d ms, at most %d ms",
                all(),
                answered,
                later,
                busy,
                hurried,
                Arrays.toString(refused.toArray()),
                quantile(0.5),
                quantile(0.99),
                quantile(1));
    }
}
