package sourcebook.library.run;

import java.io.IOException;

/** Somebody called the reindex off. */
final class Cancelled extends IOException {
    private final String by;

    Cancelled(String by) {
        super("cancelled by " + by);
        this.by = by;
    }

    String by() {
        return by;
    }
}
