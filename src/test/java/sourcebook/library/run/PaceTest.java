package sourcebook.library.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Stage;

/** What is left is told from rates that were seen. */
final class PaceTest {
    private long nanos;

    private Pace pace(Map<Stage, Double> secondsEach) {
        return new Pace(() -> nanos, secondsEach);
    }

    private void pass(double seconds) {
        nanos += (long) (seconds * 1e9);
    }

    @Test
    void beforeAnyRateIsKnownNothingIsTold() {
        Pace pace = pace(Map.of());
        pace.begin(Stage.EMBEDDING, 100);

        assertThat(pace.secondsLeft(0)).isEqualTo(Progress.UNKNOWN);
        pass(0.4);
        assertThat(pace.secondsLeft(40)).as("too early").isEqualTo(Progress.UNKNOWN);
    }

    @Test
    void whatIsLeftGoesByTheRateOfThisRun() {
        Pace pace = pace(Map.of(Stage.EMBEDDING, 100.0));
        pace.begin(Stage.EMBEDDING, 100);
        pass(10);

        assertThat(pace.secondsLeft(20)).isEqualTo(40);
    }

    @Test
    void untilThatIsSeenItGoesByTheRateOfTheLastRun() {
        Pace pace = pace(Map.of(Stage.EMBEDDING, 0.5));
        pace.begin(Stage.EMBEDDING, 100);

        assertThat(pace.secondsLeft(0)).isEqualTo(50);
    }

    @Test
    void laterStagesCountAsTheyWereSeenToTake() {
        Pace pace = pace(Map.of(Stage.EMBEDDING, 0.5, Stage.BUILDING, 2.0));
        pace.begin(Stage.EMBEDDING, 10);
        pace.expect(Stage.BUILDING, 30);

        assertThat(pace.secondsLeft(0)).isEqualTo(5 + 60);
        pace.begin(Stage.BUILDING, 30);
        assertThat(pace.secondsLeft(0)).as("the earlier one is done").isEqualTo(60);
    }

    @Test
    void theRatesOfARunAreKeptForTheNext() {
        Pace pace = pace(Map.of(Stage.READING, 7.0));
        pace.begin(Stage.READING, 4);
        pass(8);
        pace.begin(Stage.PUBLISHING, 0);
        pass(5);

        assertThat(pace.secondsEach()).isEqualTo(Map.of(Stage.READING, 2.0));
    }

    @Test
    void moreThanThereWasToDoLeavesNothing() {
        Pace pace = pace(Map.of());
        pace.begin(Stage.READING, 10);
        pass(10);

        assertThat(pace.secondsLeft(12)).isZero();
    }
}
