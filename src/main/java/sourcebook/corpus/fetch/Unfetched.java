package sourcebook.corpus.fetch;

import java.io.IOException;

/** Something outside could not be had, or was not to be asked for; the message is the reason, without a full stop. */
final class Unfetched extends IOException {
    private final String reason;

    Unfetched(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
