package sourcebook.corpus.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a feed between two times that it was asked.
 *
 * @param url that was asked
 * @param etag of the answer, to be sent back; null where it had none, or where entries are still to be fetched
 * @param lastModified likewise
 * @param lookedAt when it was asked last
 * @param failed why it could not be had then; empty where it could
 * @param entries by a hash of what tells each from the others
 */
record FeedMemory(
        String url,
        @Nullable String etag,
        @Nullable String lastModified,
        String lookedAt,
        String failed,
        Map<String, Entry> entries) {
    private static final int MAX_TOLD = 20;

    FeedMemory {
        entries = new TreeMap<>(entries);
    }

    /**
     * An entry that was seen.
     *
     * @param file with its article; empty where it has none yet
     * @param hash of what the feed said of it
     * @param failed why it has no article, or an old one; empty where it has
     * @param tries how often that was found
     */
    record Entry(String file, String hash, String failed, int tries) {
        private static final int MAX_TRIES = 3;

        /** Whether it is to be tried again. */
        boolean pending() {
            return !failed.isEmpty() && tries < MAX_TRIES;
        }

        /** Whether there is nothing to do for an entry of which the feed says this. */
        boolean settled(String now) {
            return hash.equals(now) && !pending();
        }
    }

    static FeedMemory none(String url) {
        return new FeedMemory(url, null, null, "", "", Map.of());
    }

    /** What is wrong with the feed and its entries; the first of it. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        if (!failed.isEmpty()) {
            told.add(failed);
        }
        entries.values().stream()
                .map(Entry::failed)
                .filter(why -> !why.isEmpty())
                .limit(MAX_TOLD)
                .forEach(told::add);
        return told;
    }

    /** How many articles came of it. */
    int articles() {
        return (int) entries.values().stream()
                .filter(entry -> !entry.file().isEmpty())
                .count();
    }
}
