package sourcebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sourcebook.model.AnswerKind;

class AnswerKindsTest {
    @ParameterizedTest
    @CsvSource({
        "MONEY, It cost £1.3bn.",
        "MONEY, It cost $ 20.",
        "MONEY, It cost five million pounds.",
        "MONEY, It cost GBP 500.",
        "DURATION, It ran for ten years.",
        "DURATION, It was a ten-year contract.",
        "DURATION, It took 18 months.",
        "DURATION, It lasted several decades.",
        "DURATION, Reply within 5 working days.",
        "DATE, It began in 2013.",
        "DATE, It began on 14 July.",
        "DATE, It began on July 14.",
        "DATE, It was a deal of the 1990s.",
        "PERCENTAGE, It held 75 per cent of it.",
        "PERCENTAGE, It rose by 3.2%.",
        "PERCENTAGE, It owned a quarter of it.",
        "NUMBER, It had 445 posts.",
        "NUMBER, It had twelve posts.",
        "NAME, The deal went to Capita.",
        "NAME, SSCL won.",
        "REASON, It ended because it failed.",
        "REASON, It was outsourced in order to save money."
    })
    void aSentenceStatesAKind(AnswerKind kind, String sentence) {
        assertThat(AnswerKinds.in(sentence)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "MONEY, It had 445 posts.",
        "MONEY, It pounds along.",
        "DURATION, It was years ago.",
        "DURATION, It has 10 yearbooks.",
        "DATE, It cost £216m.",
        "DATE, The police may march 3 abreast.",
        "DATE, It had 12013 staff.",
        "PERCENTAGE, It had 75 members.",
        "NUMBER, The someone failed.",
        "NAME, The deal ended.",
        "NAME, It ended. Then it began.",
        "REASON, It ended in a rush."
    })
    void aSentenceDoesNotStateAKind(AnswerKind kind, String sentence) {
        assertThat(AnswerKinds.in(sentence)).doesNotContain(kind);
    }

    @Test
    void aSentenceCanStateSeveralKindsOrNone() {
        assertThat(AnswerKinds.in("It cost £5m over ten years."))
                .containsExactlyInAnyOrder(AnswerKind.MONEY, AnswerKind.DURATION, AnswerKind.NUMBER);
        assertThat(AnswerKinds.in("It failed.")).isEmpty();
        assertThat(AnswerKinds.in("")).isEmpty();
    }
}
