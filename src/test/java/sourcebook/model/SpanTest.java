package sourcebook.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({"-1, 3", "7, 3", "0, -1"})
    void aSpanNeverEndsBeforeItStarts(int start, int end) {
        assertThatThrownBy(() -> new Span(start, end))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("span must satisfy 0 <= start <= end, got [" + start + ", " + end + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 5, true, true",
        "3, 4, true, true",
        "1, 5, false, true",
        "2, 6, false, true",
        "5, 6, false, false",
        "0, 2, false, false",
        "5, 5, true, false"
    })
    void aSpanIsHalfOpen(int start, int end, boolean contained, boolean overlapping) {
        Span span = new Span(2, 5);
        Span other = new Span(start, end);

        assertThat(span.contains(other)).isEqualTo(contained);
        assertThat(span.overlaps(other)).isEqualTo(overlapping);
        assertThat(other.overlaps(span)).isEqualTo(overlapping);
    }

    @Test
    void aSpanCutsMovesAndMeasures() {
        Span span = new Span(2, 5);

        assertThat(span.in("abcdefg")).isEqualTo("cde");
        assertThat(span.length()).isEqualTo(3);
        assertThat(span.shifted(-2)).isEqualTo(new Span(0, 3));
        assertThat(span).hasToString("2-5");
    }

    @Test
    void aSpanReachesNeitherBehindTheTextNorBeforeIt() {
        assertThatThrownBy(() -> new Span(2, 5).in("abc")).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Span(2, 5).shifted(-3)).isInstanceOf(IllegalArgumentException.class);
    }
}
