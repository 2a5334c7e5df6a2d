package sourcebook.model.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import sourcebook.model.PartialDate;

/**
 * When something held, and when it was on record that it did. What is not stated is null.
 *
 * @param from first day on which it held
 * @param to last day on which it held
 * @param recordedOn when the source said so
 * @param replacedOn when the same source said otherwise; null while it stands
 */
public record Held(
        @Nullable PartialDate from,
        @Nullable PartialDate to,
        @Nullable PartialDate recordedOn,
        @Nullable PartialDate replacedOn) {
    /** Nothing is stated of its time. */
    public static final Held UNDATED = new Held(null, null, null, null);

    public static Held recorded(@Nullable PartialDate on) {
        return new Held(null, null, on, null);
    }

    /** Whether it can have held on that day; an open side does not rule it out. */
    public boolean at(LocalDate day) {
        return (from == null || !from.earliest().isAfter(day))
                && (to == null || !to.latest().isBefore(day));
    }

    /** Whether it was on record on that day and not yet replaced; what has no date of record never was. */
    public boolean knownOn(LocalDate day) {
        return recordedOn != null
                && !recordedOn.earliest().isAfter(day)
                && (replacedOn == null || replacedOn.earliest().isAfter(day));
    }

    /** Whether no later word of the same source stands against it. */
    public boolean stands() {
        return replacedOn == null;
    }

    /** Whether both can have held on one day. */
    public boolean overlaps(Held other) {
        return startsBy(other.to) && other.startsBy(to);
    }

    private boolean startsBy(@Nullable PartialDate end) {
        return from == null || end == null || !from.earliest().isAfter(end.latest());
    }

    public Held replaced(@Nullable PartialDate on) {
        return new Held(from, to, recordedOn, on);
    }
}
