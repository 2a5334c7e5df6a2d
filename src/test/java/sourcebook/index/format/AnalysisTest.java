package sourcebook.index.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AnalysisTest {
    @Test
    void americanAndBritishSpellingsAreOneTerm() {
        assertThat(Analysis.terms("organization centers programs labor"))
                .isEqualTo(Analysis.terms("organisation centres programmes labour"));
    }

    @Test
    void pluralsTensesAccentsAndCapitalsAreOneTerm() {
        assertThat(Analysis.terms("CONTRACTS Signed cafés")).isEqualTo(Analysis.terms("contract sign cafe"));
    }

    @Test
    void whatAQuestionAsksWithIsNotWhatItIsAbout() {
        assertThat(Analysis.questionTerms("How much did the Met pay, please?")).containsExactly("met", "pai");
        assertThat(Analysis.questionTerms("who does what?")).isNotEmpty();
        assertThat(Analysis.questionTerms("?! … 😀")).isEmpty();
    }

    @Test
    void namesAreWordsWithACapitalInsideOrADigit() {
        assertThat(Analysis.nameTerms("When did Acme lose Lot4 in 2019?"))
                .containsExactlyInAnyOrder("acm", "lot4", "2019");
        assertThat(Analysis.nameTerms("WHEN DID ACME LOSE IN 2019")).containsExactly("2019");
    }
}
