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
        "MONEY, It cost half a million pounds.",
        "MONEY, It cost a billion dollars.",
        "MONEY, It cost 5m pounds.",
        "MONEY, It wasted hundreds of millions of pounds.",
        "MONEY, It wasted millions of pounds.",
        "DURATION, It was a decade.",
        "DURATION, It was an 18-month pilot.",
        "DURATION, It ran for two and a half years.",
        "DURATION, It had three optional years.",
        "DURATION, It had two further years.",
        "DURATION, It was to end within a year.",
        "DURATION, It ended a year early.",
        "DURATION, It took half an hour.",
        "DURATION, It was a decade-long deal.",
        "DURATION, It ran for another year.",
        "DURATION, It had failed for years.",
        "DURATION, It kept them waiting for hours.",
        "DURATION, It might take years to settle.",
        "DURATION, It ran years late.",
        "DURATION, It ran from 2005 to 2015.",
        "DURATION, It ran between April 2011 and March 2013.",
        "DURATION, It ran for seventeen years.",
        "DATE, It has been in-house since 2013.",
        "DATE, It was of the year 2007-08.",
        "DATE, It ended in mid-2014.",
        "DATE, It began in March.",
        "DATE, It has run since late May.",
        "DATE, It ended on Friday.",
        "DATE, It was a deal of the nineties.",
        "PERCENTAGE, It held two thirds of it.",
        "PERCENTAGE, It held two-thirds of it.",
        "PERCENTAGE, It cost a fifth less.",
        "PERCENTAGE, It fell by a third.",
        "PERCENTAGE, Nine in ten calls failed.",
        "PERCENTAGE, More than half stayed.",
        "NUMBER, It had seventeen posts.",
        "NUMBER, It had thousands of posts.",
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
        "MONEY, It lost hundreds of staff.",
        "MONEY, It joined the euro zone.",
        "DURATION, It cost £5m a year.",
        "DURATION, It made 25000 journeys a month.",
        "DURATION, It was a second contract.",
        "DURATION, It began in 2005.",
        "DATE, It cost £216m.",
        "DATE, It cost £2015.",
        "DATE, It had 15.2015 of them.",
        "DATE, It may last.",
        "PERCENTAGE, It was a third contract.",
        "PERCENTAGE, It fell in the first half of it.",
        "PERCENTAGE, It cost half a million pounds.",
        "PERCENTAGE, It ran for two and a half years.",
        "PERCENTAGE, A quarter century passed.",
        "PERCENTAGE, It cut 5 in 2015.",
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

    @Test
    void datesAndNamesCountNothing() {
        assertThat(AnswerKinds.counts("G4S opened the prison in May 2022.")).isFalse();
        assertThat(AnswerKinds.counts("In 2022 the prison held 1,700 people.")).isTrue();
        assertThat(AnswerKinds.counts("The prison holds seventeen hundred people."))
                .isTrue();
    }

    @Test
    void sumsAndLengthsOfTimeAreNotHowManyThereAreOfSomething() {
        assertThat(AnswerKinds.countsThings("A ten-year contract of 2012 was valued at about £320m and $1.5 million."))
                .isFalse();
        assertThat(AnswerKinds.countsThings("The ten-year contract moved 445 posts for £216m."))
                .isTrue();
        assertThat(AnswerKinds.countsThings("It moved some four hundred posts."))
                .isTrue();
    }
}
