package sourcebook.text.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sentence is searched for speakers only if somebody in it may speak. */
final class SpeechVerbsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Example said it works.",
                "According to Anna Example, it works.",
                "It works, according to her.",
                "“It works,” added Anna Example.",
                "She protested."
            })
    void aVerbOfSpeechIsFoundWhereverItStands(String sentence) {
        assertThat(SpeechVerbs.isIn(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"The unsaid things.", "A saidler.", "", "Nobody spoke.", "SAID"})
    void partsOfOtherWordsAreNoVerb(String sentence) {
        assertThat(SpeechVerbs.isIn(sentence)).isFalse();
    }
}
