package sourcebook.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordedTest {
    private static final String QUESTION = "Who runs the payroll of Northtown since 2019?";

    @Test
    void onlyNamesAndFiguresThatTheQuestionDoesNotHaveAreNew() {
        assertThat(feature("a-new-name", "The payroll of Northtown is run by Acme."))
                .isEqualTo(1);
        assertThat(feature("a-new-name", "The payroll of Northtown is run by others."))
                .isZero();
        assertThat(feature("new-figures", "In 2019 some 40 people ran 3 payrolls."))
                .isEqualTo(0.5);
        assertThat(feature("new-figures", "It began in 2019.")).isZero();
    }

    @Test
    void theFormOfAnAnswerIsTold() {
        assertThat(feature("pronoun-first", "It is run by Acme.")).isEqualTo(1);
        assertThat(feature("pronoun-first", "Acme runs it.")).isZero();
        assertThat(feature("no-end", "How the payroll is run")).isEqualTo(1);
        assertThat(feature("no-end", "“The payroll is run.”")).isZero();
        assertThat(feature("asks-who-is", "x")).isEqualTo(1);
        assertThat(feature("asks-where", "x")).isZero();
    }

    @Test
    void whatIsSharedIsAShareOfWhatIsAsked() {
        assertThat(feature("words-asked-for", "The payroll of Northtown runs since 2019."))
                .isEqualTo(1);
        assertThat(feature("words-asked-for", "The meals of Southtown.")).isZero();
        assertThat(feature("title-asked-for", "x")).isEqualTo(0.5);
    }

    @Test
    void everyFeatureHasItsName() {
        assertThat(new Worded("", "", "").features()).hasSameSizeAs(Worded.NAMES.toArray());
    }

    private static double feature(String name, String sentence) {
        return new Worded(QUESTION, sentence, "Payroll and meals").features()[Worded.NAMES.indexOf(name)];
    }
}
