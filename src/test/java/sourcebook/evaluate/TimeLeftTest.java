package sourcebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimeLeftTest {
    @Test
    void whatIsLeftGoesOnAtTheSamePace() {
        assertThat(TimeLeft.told(100, 300, Duration.ofSeconds(20))).isEqualTo("100 of 300 questions, 40 s left");
        assertThat(TimeLeft.told(1, 11, Duration.ofMillis(6_510))).isEqualTo("1 of 11 questions, 1 min 6 s left");
        assertThat(TimeLeft.told(300, 300, Duration.ofSeconds(20))).isEqualTo("300 of 300 questions, 0 s left");
    }
}
