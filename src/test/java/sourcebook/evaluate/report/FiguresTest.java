package sourcebook.evaluate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static sourcebook.evaluate.Outcomes.RIGHT;
import static sourcebook.evaluate.Outcomes.WRONG;
import static sourcebook.evaluate.Outcomes.answered;
import static sourcebook.evaluate.Outcomes.invented;
import static sourcebook.evaluate.Outcomes.lasting;
import static sourcebook.evaluate.Outcomes.refused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sourcebook.evaluate.Outcome;

/** What the charts are drawn from. */
final class FiguresTest {
    @Test
    void confidenceIsHeldAgainstTheShareRightBinByBin() {
        Calibration calibration =
                Calibration.of(List.of(answered(0.82, RIGHT), answered(0.88, WRONG), refused(true, 0.1, RIGHT)));

        assertThat(calibration.bins()).hasSize(10);
        assertThat(calibration.bins().get(8)).isEqualTo(new Calibration.Bin(2, 0.85, 0.5));
        assertThat(calibration.bins().get(1)).isEqualTo(new Calibration.Bin(1, 0.1, 1));
        assertThat(calibration.expectedError()).isCloseTo((2 * 0.35 + 0.9) / 3, within(1e-9));
    }

    @Test
    void certaintyItselfIsInTheLastBin() {
        assertThat(Calibration.of(List.of(answered(1, RIGHT))).bins().getLast().count())
                .isEqualTo(1);
        assertThat(Calibration.of(List.of()).expectedError()).isZero();
    }

    @Test
    void aHigherThresholdAnswersFewerQuestions() {
        List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(10, answered(0.9, RIGHT)));
        outcomes.addAll(Collections.nCopies(5, invented(0.5)));
        outcomes.addAll(Collections.nCopies(5, refused(true, 0.1, RIGHT)));

        assertThat(Coverage.curve(outcomes))
                .containsExactly(
                        new Coverage.Point(0.5, 1), new Coverage.Point(0.75, 10.0 / 15), new Coverage.Point(1, 0.75));
        assertThat(Coverage.given(outcomes)).isEqualTo(new Coverage.Point(0.75, 10.0 / 15));
    }

    @Test
    void theWorstMissIsTheSurestWrongAnswer() {
        Outcome sure = invented(0.9);
        Outcome lessSure = answered(0.6, WRONG, RIGHT);
        Outcome heldBack = refused(true, 0.15, RIGHT);
        Outcome missed = refused(true, 0.05, WRONG);

        List<Outcome> worst = Misses.worst(
                List.of(missed, refused(false, 0.1, WRONG), heldBack, answered(0.99, RIGHT), lessSure, sure));

        assertThat(worst).containsExactly(sure, lessSure, heldBack, missed);
    }

    @Test
    void twentyMissesAreShown() {
        assertThat(Misses.worst(Collections.nCopies(30, invented(0.5)))).hasSize(20);
    }

    @Test
    void everyAnswerStandsInOneBar() {
        List<Outcome> outcomes =
                Stream.of(1L, 2L, 7L, 9L, 12L).map(millis -> lasting(millis)).toList();

        assertThat(Latency.bars(outcomes))
                .containsExactly(
                        new Latency.Bar("1", 1),
                        new Latency.Bar("2", 1),
                        new Latency.Bar("3–4", 0),
                        new Latency.Bar("5–9", 2),
                        new Latency.Bar("10–19", 1));
        assertThat(Latency.bars(List.of(lasting(0), lasting(9_000))).getFirst().label())
                .isEqualTo("<1");
        assertThat(Latency.bars(List.of(lasting(9_000)))).containsExactly(new Latency.Bar("2000+", 1));
        assertThat(Latency.bars(List.of())).isEmpty();
    }
}
