package sourcebook.index.format;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import sourcebook.model.Generation;
import sourcebook.model.PartialDate;

/** A generation's description as Lucene's commit data, so that it is written with the index or not at all. */
public final class Stamp {
    private Stamp() {}

    /** The commit data for a generation. */
    public static Map<String, String> write(Generation generation) {
        Generation.Holdings holdings = generation.holdings();
        Map<String, String> data = new HashMap<>();
        data.put("format", Fields.FORMAT);
        data.put("number", Long.toString(generation.number()));
        data.put("builtAt", generation.builtAt().toString());
        data.put("corpus", generation.corpus());
        data.put("model", generation.model());
        data.put("articles", Integer.toString(holdings.articles()));
        data.put("passages", Integer.toString(holdings.passages()));
        data.put("sentences", Integer.toString(holdings.sentences()));
        data.put("contracts", Integer.toString(holdings.contracts()));
        data.put("examples", String.join("\n", generation.examples()));
        PartialDate newest = holdings.newest();
        if (newest != null) {
            data.put("newest", newest.iso());
        }
        return data;
    }

    /**
     * The generation that commit data describe.
     *
     * @throws IOException if they were written by a version with another format, or are not whole
     */
    public static Generation read(Map<String, String> data) throws IOException {
        String format = data.getOrDefault("format", "none");
        if (!format.equals(Fields.FORMAT)) {
            throw new IOException("the index has format " + format + ", this version reads format " + Fields.FORMAT
                    + "; run 'bin/sourcebook reindex'");
        }
        return new Generation(
                Long.parseLong(value(data, "number")),
                Instant.parse(value(data, "builtAt")),
                value(data, "corpus"),
                value(data, "model"),
                new Generation.Holdings(
                        count(data, "articles"),
                        count(data, "passages"),
                        count(data, "sentences"),
                        data.containsKey("newest") ? new PartialDate(value(data, "newest")) : null,
                        data.containsKey("contracts") ? count(data, "contracts") : 0),
                value(data, "examples").lines().toList());
    }

    private static int count(Map<String, String> data, String key) throws IOException {
        return Integer.parseInt(value(data, key));
    }

    private static String value(Map<String, String> data, String key) throws IOException {
        String value = data.get(key);
        if (value == null) {
            throw new IOException("the index does not state its " + key + "; run 'bin/sourcebook reindex'");
        }
        return value;
    }
}
