package sourcebook.library.report;

import java.time.Instant;
import java.util.List;

/**
 * Where a reindex stands at one moment.
 *
 * @param run names this reindex among all
 * @param by who ordered it
 * @param process the id of the process that does it
 * @param done how much of the stage is done, in its {@code unit}; 0 where the stage does not count
 * @param all how much there is; 0 where the stage does not count
 * @param secondsLeft until the end at the rates seen, {@link #UNKNOWN} before they are
 * @param reasons why it ended as it did, in whole sentences; none while it runs
 */
public record Progress(
        String run,
        String by,
        long process,
        Instant since,
        Stage stage,
        long done,
        long all,
        String unit,
        long secondsLeft,
        Work work,
        List<String> reasons) {
    public static final long UNKNOWN = -1;

    public Progress {
        reasons = List.copyOf(reasons);
    }

    /**
     * What was done so far.
     *
     * @param filesKept files that did not change, and were not read
     * @param articles articles read anew
     * @param embedded sentences that got a new vector
     */
    public record Work(int filesRead, int filesKept, int articles, long embedded, int problems) {
        public static final Work NONE = new Work(0, 0, 0, 0, 0);
    }

    /** How much of the stage is done, from 0 to 1; 0 where it does not count. */
    public double share() {
        return all == 0 ? 0 : Math.clamp((double) done / all, 0, 1);
    }

    /** The same, ended by something that nobody could tell of. */
    public Progress ended(String why) {
        return new Progress(run, by, process, since, Stage.FAILED, done, all, unit, UNKNOWN, work, List.of(why));
    }

    /** Told about a running reindex, on its own thread, some times a second and at the end. */
    public interface Watcher {
        Watcher NONE = progress -> {};

        void at(Progress progress);
    }
}
