package sourcebook.library;

import java.util.List;
import sourcebook.model.Generation;
import sourcebook.model.Problem;

/** How a reindex ended. */
public sealed interface Reindex {

    /** A new generation is served. */
    record Published(Generation generation, List<Problem> problems) implements Reindex {
        public Published {
            problems = List.copyOf(problems);
        }
    }

    /** The draft did not pass its checks; what was served before still is. */
    record Refused(List<String> reasons, List<Problem> problems) implements Reindex {
        public Refused {
            reasons = List.copyOf(reasons);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Another reindex is running in the same state folder.
     *
     * @param holder the process, and since when
     */
    record Busy(String holder) implements Reindex {}

    /** Told about a running reindex, on its own thread. */
    interface Progress {
        Progress NONE = (stage, done, all) -> {};

        /**
         * Something moved on.
         *
         * @param stage what is being done, one word for people
         * @param all how many files there are; 0 where the stage does not count
         */
        void at(String stage, int done, int all);

        /** So many sentences were embedded anew since the start. */
        default void embedded(long sentences) {}
    }
}
