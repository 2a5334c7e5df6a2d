package sourcebook.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AsOfTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who ran the prison in 2015? | 2015 | Who ran the prison?",
                "Who was leader in May 2012? | 2012 | Who was leader?",
                "Which firm supplied interpreters in late 2013? | 2013 | Which firm supplied interpreters?",
                "As it was, who owned it as of 3 June 1999? | 1999 | As it was, who owned it?"
            })
    void theYearIsTakenOutOfTheQuestion(String question, int year, String without) {
        assertThat(AsOf.read(question)).contains(new AsOf(year, without));
    }

    @Test
    void aQuestionWithoutATimeIsAboutNone() {
        assertThat(AsOf.read("Who owns the 2015 contract?")).isEmpty();
        assertThat(AsOf.read("In which year did it end?")).isEmpty();
    }
}
