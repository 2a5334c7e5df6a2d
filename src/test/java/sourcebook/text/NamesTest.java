package sourcebook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.Party;
import sourcebook.model.Span;
import sourcebook.text.Names.Writing;

class NamesTest {
    private static final Party MET = party("Metropolitan Police Service", "Metropolitan Police", "Met", "MPS");
    private static final Party SSCL = party("Shared Services Connected Limited", "SSCL", "Shared Services Connected");
    private static final Party CAPITA = party("Capita", "Capita plc");
    private static final Party CAPITA_SYMONDS = party("Capita Symonds");
    private static final Party PRISONS = party("HM Inspectorate of Prisons", "HMIP");
    private static final Party PROBATION = party("HM Inspectorate of Probation", "HMIP");
    private static final Party LAING = party("Laing O'Rourke");
    private static final Party REVENUE = party("HM Revenue & Customs");
    private static final Party SERCO = party("Serco");
    private static final Party CIRCLE = party("Circle");
    private static final Party FACILITIES = party("Gov Facility Services Limited");
    private static final Party AVON = party("Avon and Tarn Police");
    private static final Names NAMES = new Names(List.of(
            MET, SSCL, CAPITA, CAPITA_SYMONDS, PRISONS, PROBATION, LAING, REVENUE, SERCO, CIRCLE, FACILITIES, AVON));

    @Test
    void aSourceNamesAPartyAsItIsSpelt() {
        assertThat(found("The Met and the Metropolitan Police used SSCL.", Writing.SOURCE))
                .containsExactly("Met", "Metropolitan Police", "SSCL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "they met in the hall",
                "the met is here",
                "a capita figure",
                "sscl won",
                "the metropolitan police"
            })
    void inASourceAWordWithoutItsCapitalsIsNoName(String text) {
        assertThat(found(text, Writing.SOURCE)).isEmpty();
    }

    @Test
    void aNameBeginsInCapitalsWhereTheSourceWritesThemOtherwise() {
        assertThat(found("METROPOLITAN POLICE SERVICE", Writing.SOURCE)).hasSize(1);
        assertThat(found("Metropolitan police", Writing.SOURCE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how long is the met contract?",
                "what does the metropolitan police pay?",
                "what does the mps pay?",
                "did MPS pay?",
                "did mps pay?",
                "did the Met pay?",
                "DID THE MET PAY?",
                "DID THE METROPOLITAN POLICE PAY?"
            })
    void aQuestionNamesAPartyInAnyCase(String question) {
        assertThat(NAMES.find(question, Writing.QUESTION))
                .singleElement()
                .extracting(Mention::parties)
                .isEqualTo(List.of(MET));
    }

    @Test
    void inAQuestionAnOrdinaryWordIsNoName() {
        assertThat(found("who met the supplier?", Writing.QUESTION)).isEmpty();
        assertThat(found("is capita the per head sum?", Writing.QUESTION)).isEmpty();
    }

    @Test
    void theLongestNameCounts() {
        assertThat(found("Capita Symonds and Capita plc and Capita left.", Writing.SOURCE))
                .containsExactly("Capita Symonds", "Capita plc", "Capita");
        assertThat(NAMES.find("Capita Symonds", Writing.SOURCE).getFirst().parties())
                .containsExactly(CAPITA_SYMONDS);
    }

    @Test
    void aNameOfSeveralPartiesIsAmbiguous() {
        assertThat(NAMES.find("What did HMIP find?", Writing.QUESTION))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.ambiguous()).isTrue();
                    assertThat(mention.parties()).containsExactly(PRISONS, PROBATION);
                });
        assertThat(NAMES.find("SSCL", Writing.QUESTION).getFirst().ambiguous()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Capita's deal", "Capita’s deal", "(Capita)", "\"Capita\", it said", "Capita."})
    void aNameIsFoundWithoutWhatStandsAroundIt(String text) {
        assertThat(found(text, Writing.SOURCE)).containsExactly("Capita");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Capital gains", "Capita-like", "decapita", "Metropolis", "SSCLX"})
    void aPartOfAWordIsNoName(String text) {
        assertThat(found(text, Writing.SOURCE)).isEmpty();
    }

    @Test
    void apostrophesAndAmpersandsBelongToNames() {
        assertThat(found("Laing O'Rourke and Laing O’Rourke", Writing.SOURCE))
                .containsExactly("Laing O'Rourke", "Laing O’Rourke");
        assertThat(found("HM Revenue & Customs", Writing.SOURCE)).containsExactly("HM Revenue & Customs");
    }

    @ParameterizedTest
    @CsvSource({
        "what is the mets contract worth?, met",
        "who pays the Mets bills?, Met",
        "is serco's bid in?, serco",
        "is serco’s bid in?, serco",
        "what are sercos losses?, serco",
        "what are capitas losses?, capita",
        "what did Capitas staff do?, Capita",
        "what do SSCLs staff do?, SSCL",
        "what do the sscls staff do?, sscl",
        "what are the metropolitan polices costs?, metropolitan police"
    })
    void aQuestionMayWriteAPossessiveInAnyWay(String question, String name) {
        assertThat(found(question, Writing.QUESTION)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"who runs the circles?", "the Mets contract", "Capitas staff", "is serco's here"})
    void inASourceAPossessiveHasItsApostropheAndAName(String text) {
        assertThat(found(text, Writing.SOURCE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"did circles form?", "which metropolitan polices are there?", "who does sscls"})
    void inAQuestionAnOrdinaryPluralIsNoName(String question) {
        assertThat(found(question, Writing.QUESTION)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Serco Limited won., Serco Limited",
        "Serco Ltd won., Serco Ltd",
        "Serco plc won., Serco plc",
        "Serco limited its losses., Serco",
        "Serco. Limited supply., Serco",
        "Gov Facility Services won., Gov Facility Services",
        "Gov Facility Services Ltd won., Gov Facility Services Ltd",
        "Gov Facility Services Limited won., Gov Facility Services Limited"
    })
    void aCompanysFormMayBeThereOrNot(String text, String name) {
        assertThat(found(text, Writing.SOURCE)).containsExactly(name);
    }

    @Test
    void aNameThatIsListedIsNotTakenFromTheOneWithAForm() {
        Party works = party("Tarn Works");
        Names names = new Names(List.of(works, party("Tarn Works Ltd")));

        assertThat(names.find("Tarn Works", Writing.SOURCE).getFirst().parties())
                .containsExactly(works);
    }

    @Test
    void anAmpersandIsAnAnd() {
        assertThat(found("HM Revenue and Customs", Writing.SOURCE)).containsExactly("HM Revenue and Customs");
        assertThat(found("the hm revenue and customs deal", Writing.QUESTION))
                .containsExactly("hm revenue and customs");
        assertThat(found("Avon & Tarn Police", Writing.SOURCE)).containsExactly("Avon & Tarn Police");
    }

    @Test
    void aMentionsSpanIsTheNameInTheText() {
        String text = "In 2015 SSCL's deal began.";

        assertThat(NAMES.find(text, Writing.SOURCE).getFirst().span()).isEqualTo(new Span(8, 12));
    }

    @Test
    void noPartiesMeanNoNames() {
        assertThat(Names.none().find("Capita", Writing.SOURCE)).isEmpty();
        assertThat(Names.none().parties()).isEmpty();
        assertThat(found("", Writing.SOURCE)).isEmpty();
    }

    @Test
    void aMentionNamesSomebody() {
        assertThatThrownBy(() -> new Mention(new Span(0, 1), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a mention names at least one party");
    }

    private static List<String> found(String text, Writing writing) {
        return NAMES.find(text, writing).stream()
                .map(mention -> mention.span().in(text))
                .toList();
    }

    private static Party party(String name, String... otherNames) {
        return new Party(name, List.of(otherNames), List.of());
    }
}
