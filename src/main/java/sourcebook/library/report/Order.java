package sourcebook.library.report;

import org.jspecify.annotations.Nullable;

/**
 * A reindex as it was ordered.
 *
 * @param full whether every file is to be read again, changed or not
 * @param force why a drop of articles or a lost golden answer is to be passed over; null where they refuse
 */
public record Order(Actor by, boolean full, @Nullable String force) {
    public Order {
        if (force != null && force.isBlank()) {
            throw new IllegalArgumentException("a forced reindex needs a reason");
        }
    }

    /** The usual: what has changed, and every check. */
    public static Order by(Actor by) {
        return new Order(by, false, null);
    }
}
