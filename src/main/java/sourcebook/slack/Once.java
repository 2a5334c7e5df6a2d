package sourcebook.slack;

import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import sourcebook.journal.Deliveries;
import sourcebook.slack.delivery.Origin;

/** Tells what came before from what is new, whichever way it came. Safe for many threads. */
final class Once {
    private static final System.Logger LOG = System.getLogger(Once.class.getName());

    private final Deliveries deliveries;

    Once(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Whether this id is seen for the first time; what has no id is always new, and so is all if the journal fails. */
    boolean first(String kind, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            return true;
        }
        try {
            return deliveries.first(Origin.PLATFORM + ":" + kind + ":" + id);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "A delivery cannot be told from one that came before: " + e.getMessage());
            return true;
        }
    }
}
