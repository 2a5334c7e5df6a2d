package sourcebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypographyTest {
    @ParameterizedTest
    @CsvSource({
        "“Ten years”, \"Ten years\"",
        "the Met’s – 2015, the Met's - 2015",
        "a soft\u00adware, a software",
        "caf\u00e9 in 2015, cafe\u0301 in 2015",
        "\u00c9lan, E\u0301lan",
        "two  spaces, two spaces",
    })
    void marksAloneMakeNoDifference(String one, String other) {
        assertThat(Typography.same(one, other)).isTrue();
        assertThat(Typography.same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "£175m, £176m",
        "not ten years, ten years",
        "ten years, ten years more",
        "cafe\u0301, cafe",
        "cafe, café",
        "THE MET, the Met",
    })
    void otherWordsDo(String one, String other) {
        assertThat(Typography.same(one, other)).isFalse();
        assertThat(Typography.same(other, one)).isFalse();
    }

    @Test
    void nothingIsTheSameAsNothing() {
        assertThat(Typography.same("", "\u200b")).isTrue();
    }
}
