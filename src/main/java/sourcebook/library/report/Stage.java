package sourcebook.library.report;

import java.util.Locale;

/** Where a reindex stands; its name in lower case is what people read. */
public enum Stage {
    /** Files are compared by hash with those indexed before, and those that changed are read. */
    READING,
    /** Sentences that have no vector yet get one. */
    EMBEDDING,
    /** What was read is written into the draft. */
    BUILDING,
    /** The draft is checked: checksums, counts, golden questions. */
    CHECKING,
    PUBLISHING,
    /** The new generation is served, or the old one was found to be up to date. */
    LIVE,
    /** The draft did not pass its checks; what was served before still is. */
    REFUSED,
    /** Something outside went wrong; what was served before still is. */
    FAILED,
    CANCELLED;

    /** Whether nothing comes after it. */
    public boolean ended() {
        return compareTo(LIVE) >= 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
