package sourcebook.render.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.Quote;
import sourcebook.render.Samples;

final class SharedTest {
    private static final Quote TEN_YEARS = Samples.quote(Samples.MET, "It runs for ten years.", null);
    private static final Quote SIX_YEARS = Samples.quote(Samples.MET, "It runs for six years.", null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "{",
                "[",
                "{}",
                "[]",
                "null",
                "true",
                "1",
                "\"x\"",
                "{\"p\":{}}",
                "{\"p\":[]}",
                "{\"p\":[[\"a\",-1,5]]}",
                "{\"p\":[[\"a\",5,1]]}",
                "{\"q\":1,\"p\":1}",
                "\u0000",
                "\ud83d"
            })
    void whatIsNotOursIsNothing(String value) {
        assertThat(Shared.fromValue(value)).isEmpty();
    }

    @Test
    void garbageIsNeverThrownAt() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String good = Shared.value("how long?", List.of(TEN_YEARS));
        for (int round = 0; round < 20_000; round++) {
            String garbage = damaged(good, random);

            assertThatCode(() -> Shared.fromValue(garbage))
                    .as("seed %d, %s", seed, garbage)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void deepNestingIsNeverThrownAt() {
        String deep = "{\"p\":" + "[".repeat(100_000);

        assertThat(Shared.fromValue(deep)).isEmpty();
    }

    @Test
    void quotesFitOnlyIfTheirWordsAreThoseSeen() {
        Shared shared =
                Shared.fromValue(Shared.value("how long?", List.of(TEN_YEARS))).orElseThrow();

        assertThat(shared.fits(List.of(TEN_YEARS))).isTrue();
        assertThat(shared.fits(List.of(SIX_YEARS))).isFalse();
        assertThat(shared.fits(List.of())).isFalse();
        assertThat(shared.fits(List.of(TEN_YEARS, TEN_YEARS))).isFalse();
    }

    private static String damaged(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(0x2_00));
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, "[]{}\",:-1e999".charAt(random.nextInt(13)));
            }
        }
        return text.toString();
    }
}
