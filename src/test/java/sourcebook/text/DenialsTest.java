package sourcebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DenialsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When was the police contract signed? | No contract was ever signed for the programme.",
                "Why did the county extend the contract past 2020? | The contract would not be extended beyond ten years.",
                "Why did shareholders vote for the rescue plan? | Holders of half of the votes cast rejected the plan.",
                "Who won the contract for catering? | The catering contract wasn't won by anybody.",
            })
    void aSentenceThatDeniesWhatIsTakenForGrantedIsTold(String question, String sentence) {
        assertThat(Denials.in(sentence, question)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When was the police contract signed? | The police contract was signed in May.",
                "When was the police contract signed? | Nobody had expected it, and no rain fell that day.",
                "When was the police contract signed? | The contract was signed, and it was never in doubt.",
                "Where is Example City? | Example City is not far away.",
                "Why did the contract end early? | The break was not complete, because a contract stayed with an end in 2021.",
            })
    void aSentenceThatDeniesSomethingElseIsNot(String question, String sentence) {
        assertThat(Denials.in(sentence, question)).isFalse();
    }

    @Test
    void aQuestionMayDenyToo() {
        assertThat(Denials.in("Why does the rule not apply?")).isTrue();
        assertThat(Denials.in("Why didn't the rule apply?")).isTrue();
        assertThat(Denials.in("Why does the rule apply?")).isFalse();
    }
}
