package sourcebook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import sourcebook.model.Span;

class SentencesTest {
    /** Texts with a bar where one sentence ends and the next begins. */
    static final List<String> DIVIDED = List.of(
            "Revenue was £1.3bn. | The margin fell to 4.1%.",
            "It paid £110m. in 2010. | Of that, £5m. was lost.",
            "The index rose to 7,102.4. | Shares closed at 132.5p. | Version 2.1 was issued.",
            "Ms. Lee met Mr. Jones and Prof. Dr. Patel. | They agreed.",
            "Brig. Gen. James Hall and Det. Insp. Ray came. | Cllr. Ahmed did not.",
            "Mitie plc. | The firm cleans.",
            "Sainsbury plc. shares fell. | BT Group plc. | Shares fell.",
            "Apple Inc. | Shares rose. | Acme Co. Ltd. won. | Yahoo! Inc. lost.",
            "Atos S.A. is French. | Fincantieri S.p.A. won.",
            "He lives at No. 10. | No. 10 declined to comment.",
            "They said no. | The council agreed. | Mrs Lee said no. | G4S won.",
            "The contract no. 12345 and lot No. CCS/2020 ended. | See ref. 12 and Vol. II of it. | See no. IV.",
            "There was no. | I agree.",
            "Some services, e.g. Payroll, i.e. Wages, moved. | N.B. The fee is extra.",
            "See para. 4 and pp. 22-25, s. 5, reg. 12 and cl. 4. | The rest is in sec. 3(2). | It is short.",
            "It costs max. 5 pounds and min. 3 pounds. | It was est. 1990.",
            "Bids are due 30 Sept. 2022. | On Tues. 5 Jan. it ended. | It fell in Dec. | It rose.",
            "Approx. 400 staff moved vs. 50 who stayed. | Capita v. Serco was heard.",
            "J. P. Morgan, A.B. Smith and John F. Kennedy met. | They left.",
            "George W. Bush Jr. | He left. | Smith Jr. agreed. | King Jr. Boulevard is long.",
            "The U.S. Department of Defense paid. | It went to the U.S. | The deal ended.",
            "The U.K. Government signed. | It joined the B.B.C. and I.T.V. as a partner.",
            "Jones et al. (2014) found it. | See Jones et al. | The rest is new. | Jones et al. Found it.",
            "St. Helens signed. | It is in Main St. | The hall has 5,000 sq. ft. | The roof leaks.",
            "It closes at 5 p.m. | Bids close at 9 a.m. Monday. | It opens at 6 p.m. GMT. | It is at 5 p.m. on Friday.",
            "See Schedule A. | Payment is due. | Lot B. | Capita won it. | The plan C. | Costs rose.",
            "Thank you, sir. | The meeting closed. | He met the sales rep. | She left.",
            "Is it cheaper? | Not always! | Costs rose.",
            "\"Is it cheaper?\" asked Ms. Lee. | \"No!\" he cried. | \"Never!\" | The room fell silent.",
            "“Who pays?” Mr. Brown asked. | ‘Why?’ the committee wondered. | ‘Too much,’ he said.",
            "\"Will you go?\" | The minister did not answer.",
            "He asked: \"Why?\" | \"Because,\" she said. | (It failed.) | [See the note.] | The end.",
            "Cllr. Ahmed called it \"a scandal.\" | The leader resigned.",
            "The deal ended (see Annex B.) | The council paid. | Costs (about £5m.) fell.",
            "He asked why?! | Nobody knew.",
            "Well... | It failed. | It was… late. | Then… | The end.",
            "He said ... nothing. | The end . . . | The next. | And then.... | More.",
            "Visit www.gov.uk/contracts or https://a.example/b.c?d=1. | Go to gov.uk. | Mail a@b.example.org. | The end.",
            "It failed.[1] | It was known.[2][3] | \"Bad.\"[4] | The end.",
            "In 2010. | In the trust, 5 firms bid. | It fell. | 24 hours later it rose.",
            "Calls go to Noida, Pune, etc. and London. | Also Bath, York, etc. | The rest stayed.",
            "He left.\u00a0| She stayed.",
            "1. The supplier shall deliver. | 2. The customer shall pay.");

    @ParameterizedTest
    @FieldSource("DIVIDED")
    void aFullStopEndsASentenceOnlyWhereOneEnds(String divided) {
        List<String> expected = List.of(divided.replace('\u00a0', ' ').split(" \\| "));

        String text = divided.replace("| ", "");

        assertThat(split(text)).isEqualTo(expected);
    }

    @Test
    void eachItemOfAListIsASentence() {
        String text =
                "The benefits are:\n- cheaper\n* faster\n• better\n(a) one;\n(ii) two\n3) three\n4. four\nNone came.";

        assertThat(split(text))
                .containsExactly(
                        "The benefits are:",
                        "- cheaper",
                        "* faster",
                        "• better",
                        "(a) one;",
                        "(ii) two",
                        "3) three",
                        "4. four",
                        "None came.");
    }

    @Test
    void aHeadingOnItsLineIsASentence() {
        String text = "Key facts\nBuyer: Met Police\nWhat Capita said\n\nIt said no.";

        assertThat(split(text)).containsExactly("Key facts", "Buyer: Met Police", "What Capita said", "It said no.");
    }

    @Test
    void aWrappedLineGoesOn() {
        String wrapped =
                "The council signed with\nCapita in 2014, and,\nMitie said, it was the longest of its many contracts\n"
                        + "by far. It ended.";

        assertThat(split(wrapped)).hasSize(2).last().isEqualTo("It ended.");
    }

    @Test
    void aPartOfATextIsSplitInTheTextsOwnOffsets() {
        String text = "One ended. Two began. Three failed.";

        List<Span> sentences = Sentences.of(text, new Span(10, 21));

        assertThat(sentences).containsExactly(new Span(11, 21));
    }

    @Test
    void blankTextHasNoSentences() {
        assertThat(Sentences.of("")).isEmpty();
        assertThat(Sentences.of(" \n\t\u00a0\n ")).isEmpty();
    }

    private static List<String> split(String text) {
        return Sentences.of(text).stream().map(span -> span.in(text)).toList();
    }
}
