package sourcebook.index;

import java.util.List;

/** What verifying a draft came to. Only {@link Verified} can be published, and only verifying makes one. */
public sealed interface Verdict {

    /** A draft that passed every check. */
    final class Verified implements Verdict {
        private final Draft draft;

        Verified(Draft draft) {
            this.draft = draft;
        }

        public Draft draft() {
            return draft;
        }
    }

    /**
     * A draft that must not be served.
     *
     * @param reasons in whole sentences, one or more
     */
    record Refused(List<String> reasons) implements Verdict {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
