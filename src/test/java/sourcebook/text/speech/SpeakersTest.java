package sourcebook.text.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.Party;
import sourcebook.model.Span;
import sourcebook.text.Names;
import sourcebook.text.Sentences;

class SpeakersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            The Metropolitan Police said in August 2015 that it expected savings. | Metropolitan Police
            The Metropolitan Police has warned of delays. | Metropolitan Police
            Jane Hill, head of the Home Board, told the journal Police Weekly that it was unfair. | Jane Hill, head of the Home Board
            Jane Hill of the National Sourcing Club said that it failed. | Jane Hill of the National Sourcing Club
            Tom Reed of BT, who chaired the venture, said that both agreed. | Tom Reed of BT
            Sopra Steria, which owns SSCL, said that it was proud. | Sopra Steria
            The Police and Crime Commissioner for Lincolnshire said that it ended. | Police and Crime Commissioner for Lincolnshire
            The Department for Work and Pensions told MPs that it paid. | Department for Work and Pensions
            Members of the Home Affairs Committee argued that it was late. | Members of the Home Affairs Committee
            Mary O'Brien and John F. Smith said that they agreed. | Mary O'Brien and John F. Smith
            Mr Justice Knowles also urged the parties to talk. | Mr Justice Knowles
            Cornwall Council wrote in 2015 that it would leave. | Cornwall Council
            Last July Richard Hall said that it was fine. | Richard Hall
            It ends soon, and the National Audit Office warned that little time was left. | National Audit Office
            Both had misjudged it, the National Audit Office concluded in December 2018. | National Audit Office
            "We will not renew," said Helen Smith, the leader. | Helen Smith, the leader
            "We will not renew," said the Home Office. | Home Office
            “It failed,” Mr Justice Knowles said. | Mr Justice Knowles
            "It failed," the leader, Helen Smith, said. | Helen Smith
            According to the Metropolitan Police, staff would move. | Metropolitan Police
            It was the first, according to Ann Hall, then chair of the board. | Ann Hall, then chair of the board
            Costs doubled, according to the National Audit Office in February 2020. | National Audit Office
            """)
    void whoSpeaksIsNamedAsTheSentenceNamesThem(String sentence, String speaker) {
        assertThat(Speakers.in(sentence)).contains(speaker);
    }

    /** Sentences that name nobody who speaks, though a name stands near a verb of speech. */
    static final List<String> NOBODY = List.of(
            "The Metropolitan Police contract said nothing of redundancies.",
            "According to the Metropolitan Police contract, staff would move.",
            "According to the Home Office's report, it failed.",
            "It was cheap, according to the Police Contract of 2015.",
            "The Procurement Act says that notices must be published.",
            "The Gershon Review of Efficiency warned that it would fail.",
            "Minutes of the Home Affairs Committee said so.",
            "What Jane Hill said",
            "The council said that the Home Office warned of delays.",
            "The head of the Cabinet Office said that it was late.",
            "A report by the National Audit Office said that it failed.",
            "A spokesman for Service Birmingham said that it saved money.",
            "Ann Hall, chair of the board, and Tom Reed, the chief constable, said that it was good.",
            "It was the Home Office that said so.",
            "Serco Group warned by the auditors, repaid £5m.",
            "Serco Group, warned in May, repaid £5m.",
            "Sopra Steria added 300 staff in 2015.",
            "Cornwall Council concluded a deal with BT in 2013.",
            "Cornwall Council wrote off £5m that it had lent.",
            "Hinchingbrooke Hospital admitted 5,000 patients.",
            "Capita Group won the contract.",
            "He said that it failed.",
            "");

    @ParameterizedTest
    @FieldSource("NOBODY")
    void whereNobodyIsSaidToSpeakTheSpeakerStaysUnknown(String sentence) {
        assertThat(Speakers.in(sentence)).isEmpty();
    }

    @Test
    void theRoleStandsBehindTheNameOrBeforeIt() {
        assertThat(alone("Jane Hill, head of the Home Board, said that it failed."))
                .contains(new Speaker("Jane Hill", "head of the Home Board", "Jane Hill, head of the Home Board"));
        assertThat(alone("The Board's head, Jane Hill, said that it failed."))
                .contains(new Speaker("Jane Hill", "Board's head", "Jane Hill"));
        assertThat(alone("Unite's Jane Hill said that it failed."))
                .contains(new Speaker("Jane Hill", "Unite", "Unite's Jane Hill"));
        assertThat(alone("Jane Hill, speaking in May, said that it failed."))
                .contains(new Speaker("Jane Hill", null, "Jane Hill"));
    }

    @Test
    void oneWordIsASpeakerOnlyIfItIsAKnownParty() {
        Names names = new Names(List.of(new Party("Capita", List.of(), List.of())));
        List<String> sentences = List.of("Capita said that it won.", "Critics said that it lost.");

        assertThat(Speakers.of(sentences, names)).map(SpeakersTest::name).containsExactly("Capita", "");
        assertThat(Speakers.of(sentences)).map(SpeakersTest::name).containsExactly("", "");
    }

    /** Paragraphs whose last sentence can mean two, so that it means nobody. */
    static final List<List<String>> TWO_MEANINGS = List.of(
            List.of("Jane Hill met Ann Reed.", "She said that it failed."),
            List.of("Jane Hill met the minister.", "She said that it failed."),
            List.of("Jane Hill said that it failed.", "He added that it was late."),
            List.of("Jane Hill met Tom Hill.", "Hill said that it failed."),
            List.of("Leeds Council met York Council.", "The council said that it failed."),
            List.of("Jane Hill, leader of Leeds Council, met Tom Reed, leader of York Council.", "The leader said so."),
            List.of("Jane Hill, deputy leader of Leeds Council, left.", "The leader said so."),
            List.of("Jane Hill, leader of Leeds Council, left.", "The York leader said so."),
            List.of("\"It failed,\" said Jane Hill.", "Nobody spoke.", "\"It did not.\""));

    @ParameterizedTest
    @FieldSource("TWO_MEANINGS")
    void whereTwoCanBeMeantTheSpeakerStaysUnknown(List<String> paragraph) {
        assertThat(Speakers.of(paragraph).getLast()).isEmpty();
    }

    @Test
    void anOpenQuotationKeepsItsSpeaker() {
        List<String> sentences =
                List.of("\"We tried.", "It failed,\" said Jane Hill.", "\"It was late.\"", "It ended.");

        assertThat(Speakers.of(sentences))
                .map(SpeakersTest::name)
                .containsExactly("Jane Hill", "Jane Hill", "Jane Hill", "");
    }

    @Test
    void whatIsQuotedNamesNoSpeaker() {
        assertThat(alone("\"Sopra Steria said no,\" Jane Hill told MPs.").map(Speaker::name))
                .contains("Jane Hill");
        assertThat(alone("\"Sopra Steria said no.\"")).isEmpty();
    }

    private static Optional<Speaker> alone(String sentence) {
        return Speakers.of(List.of(sentence)).getFirst();
    }

    private static String name(Optional<Speaker> speaker) {
        return speaker.map(Speaker::name).orElse("");
    }

    @Test
    void aClauseOfAContractIsNotSearchedForSpeakers() {
        String clause =
                "Jane Roe said that " + "the Supplier shall, Unless Otherwise Agreed, pay; ".repeat(20) + "at once.";

        assertThat(Speakers.of(List.of(clause))).containsExactly(Optional.empty());
    }

    /** A sentence of this shape once took seconds: its words could be divided among the pattern's parts in countless ways. */
    @Test
    void noSentenceKeepsTheSearchBusy() {
        String sentence = "In 1965 the director of extraordinarily complicated intergovernmental responsibilities"
                + " concerning internationalisation reported nothing to anybody";

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Speakers.of(List.of(sentence)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Example led the unit. She said that it works. It cost little. “It was cheap. It still is,” added Example.",
                "“We began in May. We ended in June,” said Anna Example, the director. “It was long.” Nobody replied."
            })
    void oneSentenceAloneHasTheSpeakerThatItsParagraphTells(String text) {
        List<Span> spans = Sentences.of(text, new Span(0, text.length()));
        List<Optional<Speaker>> together =
                Speakers.of(spans.stream().map(span -> span.in(text)).toList(), Names.none());

        List<Optional<Speaker>> alone = spans.stream()
                .map(span -> Speakers.at(text, span, Names.none()))
                .toList();

        assertThat(alone).isEqualTo(together).anyMatch(Optional::isPresent);
    }
}
