package sourcebook.library.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Generation;

/**
 * A generation on the disk, as it describes itself; its checksums were not looked at.
 *
 * @param generation null where it cannot be read
 * @param live whether it is the one that is to be served
 * @param told its report; null where it has none
 */
public record KeptGeneration(
        long number,
        @Nullable Generation generation,
        boolean live,
        @Nullable Report told) {

    /** Who had it built. */
    public String by() {
        return told == null ? "unknown" : told.by();
    }

    public Optional<Report> report() {
        return Optional.ofNullable(told);
    }
}
