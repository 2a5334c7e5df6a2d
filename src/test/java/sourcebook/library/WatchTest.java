package sourcebook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a server reindexes by itself. */
final class WatchTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void filesThatChangedAreIndexedOnceTheyAreAtRest() throws Exception {
        try (Shelf shelf = new Shelf(folder)) {
            shelf.write("articles/payroll.txt", "The payroll contract runs for seven years.");
            shelf.published();
            Watch watch = new Watch(shelf.library(), true, null, NOON);

            assertThat(watch.due(NOON)).isFalse();
            shelf.write("articles/payroll.txt", "The payroll contract runs for eleven years.");
            assertThat(watch.due(NOON)).as("just changed").isFalse();
            assertThat(watch.due(NOON)).as("at rest").isTrue();
            shelf.published();
            assertThat(watch.due(NOON)).as("indexed").isFalse();
        }
    }

    @Test
    void theScheduleLooksAtItsTimeAndIsQuietWhereNothingChanged() throws Exception {
        try (Shelf shelf = new Shelf(folder)) {
            shelf.write("articles/payroll.txt", "The payroll contract runs for seven years.");
            shelf.published();
            Schedule hourly = new Schedule.Every(Duration.ofHours(1));
            Watch watch = new Watch(shelf.library(), false, hourly, NOON);

            assertThat(watch.due(NOON.plusSeconds(3_600))).as("nothing changed").isFalse();
            shelf.write("articles/payroll.txt", "The payroll contract runs for eleven years.");
            assertThat(watch.due(NOON.plusSeconds(3_700))).as("not yet").isFalse();
            assertThat(watch.due(NOON.plusSeconds(7_200))).as("the next time").isTrue();
            assertThat(watch.due(NOON.plusSeconds(7_201))).as("only once").isFalse();
        }
    }

    @Test
    void aTimeOfDayIsTheNextOne() {
        Schedule daily = Schedule.read("daily at 02:00").orElseThrow();

        assertThat(daily).isEqualTo(new Schedule.Daily(LocalTime.of(2, 0)));
        assertThat(daily.next(NOON)).isEqualTo(Instant.parse("2026-01-03T02:00:00Z"));
        assertThat(daily.next(Instant.parse("2026-01-03T01:59:00Z"))).isEqualTo(Instant.parse("2026-01-03T02:00:00Z"));
        assertThat(daily.next(Instant.parse("2026-01-03T02:00:00Z"))).isEqualTo(Instant.parse("2026-01-04T02:00:00Z"));
    }

    @Test
    void aPauseIsSoManyMinutes() {
        assertThat(Schedule.read("every 15 minutes")).contains(new Schedule.Every(Duration.ofMinutes(15)));
        assertThat(Schedule.read("every minute")).contains(new Schedule.Every(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "daily", "daily at 25:00", "daily at 2:00", "every 0 minutes", "every -1 minutes", "hourly"})
    void whatIsNoScheduleIsNone(String written) {
        assertThat(Schedule.read(written)).isEmpty();
    }
}
