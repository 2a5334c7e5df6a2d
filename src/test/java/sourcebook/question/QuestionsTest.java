package sourcebook.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.AnswerKind;
import sourcebook.model.Party;
import sourcebook.text.Names;

class QuestionsTest {
    private static final Party MET = new Party("Metropolitan Police Service", List.of("Met"), List.of());
    private static final Party PRISONS = new Party("Inspectorate of Prisons", List.of("HMIP"), List.of());
    private static final Party PROBATION = new Party("Inspectorate of Probation", List.of("HMIP"), List.of());
    private static final Names NAMES = new Names(List.of(MET, PRISONS, PROBATION));

    @ParameterizedTest
    @CsvSource({
        "How much did it cost?, MONEY",
        "what is the value of the contract, MONEY",
        "What was the price?, MONEY",
        "What did the contract cost?, MONEY",
        "HOW LONG IS THE CONTRACT?, DURATION",
        "how many years does it run?, DURATION",
        "What is the term of the contract?, DURATION",
        "When did it end?, DATE",
        "In which year did it end?, DATE",
        "what date was it signed?, DATE",
        "How much per cent did it save?, PERCENTAGE",
        "What percentage was saved?, PERCENTAGE",
        "what share does Capita hold?, PERCENTAGE",
        "How many staff moved?, NUMBER",
        "How large is it?, NUMBER",
        "Who runs payroll?, NAME",
        "whose idea was it?, NAME",
        "Which supplier won?, NAME",
        "where is the centre?, NAME",
        "Why did it fail?, REASON",
        "what caused the delay?, REASON",
        "how come it failed?, REASON"
    })
    void aQuestionShowsWhatItWants(String question, AnswerKind wanted) {
        assertThat(Questions.read(question, NAMES, null).wanted()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tell me about the Met",
                "payroll",
                "How did it go?",
                "the whole story",
                "whenever",
                "nowhere",
                "?",
                ""
            })
    void aQuestionMayShowNothing(String question) {
        assertThat(Questions.read(question, NAMES, null).wanted()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  Who\t\n runs\u00a0\u2003it? ' | Who runs it?",
                "'Who\u0000\u0007\u001b[31m runs it?' | 'Who [31m runs it?'",
                "'out\u00adsourcing \u202eabc\u202c \ufeffit' | outsourcing abc it",
                "'half \ud83d of it' | half of it",
                "'half of \ude00' | half of",
                "'😀👍' | 😀👍",
                "' \u200b\u0000\n' | ''",
                "'' | ''"
            })
    void controlCharactersAndRunsOfSpaceBecomeOneSpace(String typed, String cleaned) {
        assertThat(Questions.clean(typed)).isEqualTo(cleaned);
    }

    @Test
    void aLongQuestionIsCut() {
        assertThat(Questions.clean("a".repeat(10_000))).isEqualTo("a".repeat(Questions.MAX_LENGTH));
        assertThat(Questions.clean("a".repeat(Questions.MAX_LENGTH))).hasSize(Questions.MAX_LENGTH);
    }

    @Test
    void theCutDividesNoCharacter() {
        String before = "a".repeat(Questions.MAX_LENGTH - 1);

        assertThat(Questions.clean(before + "😀 and more")).isEqualTo(before);
        assertThat(Questions.clean("b" + before.substring(2) + "😀 and more")).endsWith("a😀");
    }

    @Test
    void cleaningTwiceChangesNothing() {
        String typed = "a".repeat(Questions.MAX_LENGTH - 1) + " b";

        String once = Questions.clean(typed);

        assertThat(once).doesNotEndWith(" ");
        assertThat(Questions.clean(once)).isEqualTo(once);
    }

    @Test
    void aQuestionKnowsWhomItNames() {
        Question question = Questions.read(" how long is\tthe met contract? ", NAMES, "police/met");

        assertThat(question.text()).isEqualTo("how long is the met contract?");
        assertThat(question.scope()).isEqualTo("police/met");
        assertThat(question.mentions()).singleElement().satisfies(mention -> {
            assertThat(mention.parties()).containsExactly(MET);
            assertThat(mention.span().in(question.text())).isEqualTo("met");
        });
        assertThat(question.ambiguous()).isEmpty();
    }

    @Test
    void aNameOfTwoPartiesMakesTheQuestionAmbiguous() {
        Question question = Questions.read("What did the Met tell HMIP?", NAMES, null);

        assertThat(question.ambiguous())
                .hasValueSatisfying(mention -> assertThat(mention.parties()).containsExactly(PRISONS, PROBATION));
    }
}
