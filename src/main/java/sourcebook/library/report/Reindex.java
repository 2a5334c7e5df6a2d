package sourcebook.library.report;

import java.util.List;
import sourcebook.model.Generation;

/** How a reindex ended. */
public sealed interface Reindex {

    /** A new generation is served. */
    record Published(Generation generation, Report report) implements Reindex {}

    /** Nothing has changed since the generation that is served was built; it stays. */
    record Unchanged(Generation generation) implements Reindex {}

    /** The draft did not pass its checks; what was served before still is. */
    record Refused(Report report) implements Reindex {}

    /**
     * Somebody called it off; what was served before still is.
     *
     * @param by who did
     */
    record Cancelled(String by) implements Reindex {}

    /**
     * Files could not be read or written; what was served before still is.
     *
     * @param reason what happened, to what, and what to do
     */
    record Failed(String reason) implements Reindex {}

    /** Another reindex is running in the same state folder. */
    record Busy(String holder) implements Reindex {}

    /** Why it ended so, in whole sentences; none where it went well. */
    default List<String> reasons() {
        return switch (this) {
            case Published published -> List.of();
            case Unchanged unchanged ->
                List.of("Nothing has changed since generation "
                        + unchanged.generation().number() + " was built.");
            case Refused refused -> refused.report().reasons();
            case Cancelled cancelled -> List.of("Cancelled by " + cancelled.by() + ".");
            case Failed failed -> List.of(failed.reason());
            case Busy busy -> List.of("A reindex is running already: " + busy.holder() + ".");
        };
    }
}
