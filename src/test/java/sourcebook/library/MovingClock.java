package sourcebook.library;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that tests move on. */
final class MovingClock extends Clock {
    private Instant now;

    MovingClock(Instant now) {
        this.now = now;
    }

    Instant move(Duration time) {
        now = now.plus(time);
        return now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
