package sourcebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YearsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The prison was run by Example Custody in 2015. | 2015",
                "Example Custody ran the prison from October 2011 until 1 July 2019. | 2015",
                "Example Custody took over the prison in 2000. | 2010",
                "The contract of 1999 ended on 30 June 2021. | 2010",
                "She became leader in December 2015. | 2016"
            })
    void whatBeganBeforeOrEndedLaterHolds(String sentence, int year) {
        assertThat(Years.hold(sentence, year)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The chief constable said in August 2018 that all was well. | 2024",
                "The chief constable said that all was well. | 2024",
                "Example Custody took over the prison in 2000. | 1999",
                "The chairman said in December 2011 that the contract would start to help. | 2024",
                "The contract ended in 2010. | 2012",
                "It cost £2,015 a day since £1.2015 was added. | 2015",
                "Some 20,150 people were paid. | 2015"
            })
    void whatWasSaidAtAnotherTimeDoesNot(String sentence, int year) {
        assertThat(Years.hold(sentence, year)).isFalse();
    }
}
