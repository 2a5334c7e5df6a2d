package sourcebook.library;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a server looks by itself whether there is something to reindex. Times of day are in UTC. */
public sealed interface Schedule {
    /** The first time after a moment. */
    Instant next(Instant after);

    /** Every day at one time. */
    record Daily(LocalTime at) implements Schedule {
        @Override
        public Instant next(Instant after) {
            ZonedDateTime today = after.atZone(ZoneOffset.UTC).with(at);
            return (today.toInstant().isAfter(after) ? today : today.plusDays(1)).toInstant();
        }
    }

    /** Again and again, so long after the last time. */
    record Every(Duration pause) implements Schedule {
        public Every {
            if (pause.toMinutes() < 1) {
                throw new IllegalArgumentException("a schedule must leave a minute or more, got " + pause);
            }
        }

        @Override
        public Instant next(Instant after) {
            return after.plus(pause);
        }
    }

    /** What is written as {@code daily at 02:00} or {@code every 15 minutes}; empty where it is neither. */
    static Optional<Schedule> read(String written) {
        Matcher daily = Pattern.compile("daily at (\\d\\d:\\d\\d)").matcher(written);
        if (daily.matches()) {
            return time(daily.group(1)).map(Daily::new);
        }
        Matcher every = Pattern.compile("every (?:(\\d{1,5}) )?minutes?").matcher(written);
        if (!every.matches()) {
            return Optional.empty();
        }
        long minutes = every.group(1) == null ? 1 : Long.parseLong(every.group(1));
        return minutes == 0 ? Optional.empty() : Optional.of(new Every(Duration.ofMinutes(minutes)));
    }

    private static Optional<LocalTime> time(String written) {
        try {
            return Optional.of(LocalTime.parse(written));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
