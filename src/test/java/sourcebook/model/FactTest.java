package sourcebook.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Term;

/** What facts are made of. */
class FactTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1898133|GBP|£1,898,133|1898133",
                "3380.86|GBP|£3,380.86|3380.86",
                "3380.5|EUR|€3,380.50|3380.5",
                "8E+6|CHF|8,000,000 CHF|8000000",
                "-5|USD|−$5|-5",
                "0.125||0.125 (no currency stated)|0.125"
            })
    void moneyIsWrittenAsPeopleAndProgramsReadIt(String amount, String currency, String shown, String figure) {
        Money money = new Money(new BigDecimal(amount), currency);

        assertThat(money).hasToString(shown);
        assertThat(money.figure()).isEqualTo(figure);
    }

    @Test
    void moneyWithoutACurrencyIsLikeNoOther() {
        Money unstated = new Money(BigDecimal.ONE, null);

        assertThat(unstated.sameCurrency(unstated)).isFalse();
        assertThat(new Money(BigDecimal.ONE, "GBP").sameCurrency(new Money(BigDecimal.TEN, "GBP")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"award value, yearly, excl. VAT", "total, incl. VAT", "up to", "estimate", ""})
    void aBasisIsReadAsItIsWritten(String written) {
        assertThat(Basis.of(written).orElseThrow()).hasToString(written);
    }

    @Test
    void aBasisThatNobodyKnowsIsNone() {
        assertThat(Basis.of("total, gross")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 years", "up to 1 month", "26 weeks", "90 days"})
    void aTermIsReadAsItIsWritten(String written) {
        assertThat(Term.of(written).orElseThrow()).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 years", "ten years", "-1 years", "10"})
    void whatIsNoTermIsNotRead(String written) {
        assertThat(Term.of(written)).isEmpty();
    }

    @Test
    void aFactHoldsFromItsFirstDayToItsLast() {
        Held held = new Held(new PartialDate("2013"), new PartialDate("2023-10"), null, null);

        assertThat(held.at(LocalDate.of(2012, 12, 31))).isFalse();
        assertThat(held.at(LocalDate.of(2013, 1, 1))).isTrue();
        assertThat(held.at(LocalDate.of(2023, 10, 31))).isTrue();
        assertThat(held.at(LocalDate.of(2023, 11, 1))).isFalse();
        assertThat(held.overlaps(new Held(new PartialDate("2023-10-31"), null, null, null)))
                .isTrue();
        assertThat(held.overlaps(new Held(new PartialDate("2023-11"), null, null, null)))
                .isFalse();
    }

    @Test
    void aFactIsKnownFromItsRecordingUntilItIsReplaced() {
        Held held = Held.recorded(new PartialDate("2019-05-01")).replaced(new PartialDate("2021-02-03"));

        assertThat(held.knownOn(LocalDate.of(2019, 4, 30))).isFalse();
        assertThat(held.knownOn(LocalDate.of(2020, 3, 31))).isTrue();
        assertThat(held.knownOn(LocalDate.of(2021, 2, 3))).isFalse();
        assertThat(held.stands()).isFalse();
        assertThat(Held.UNDATED.knownOn(LocalDate.of(2020, 3, 31))).isFalse();
    }

    @Test
    void aNoticeNeedsWordsOfItsOwn() {
        assertThatThrownBy(() -> new Source.Notice("n1", "p", " ", null, null, null))
                .hasMessage("a notice needs an id and its own words, notice n1");
    }
}
