package sourcebook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Found;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Fact;
import sourcebook.model.contract.Source;

/** Questions for single facts, asked of a small corpus with notices, fact sheets and articles. */
class ContractFactsTest {
    private static final String SHEET =
            "contract,predicate,value,unit,basis,valid from,valid to,recorded on,article,quote\n";
    private static Library library;
    private static Answering answering;

    @BeforeAll
    static void index(@TempDir Path folder) throws IOException {
        Path corpus = folder.resolve("corpus");
        Files.createDirectories(corpus.resolve("articles"));
        Files.createDirectories(corpus.resolve("contracts"));
        Files.writeString(
                corpus.resolve("names.csv"),
                "name,other names,owner,share,from,to,source\n"
                        + "Example County Police,ECP;Example Police,,,,,\n"
                        + "Example Payroll Services Limited,EPS,,,,,\n"
                        + "Example Holdings plc,,,,,,\n");
        Files.writeString(
                corpus.resolve("articles/payroll.md"),
                "---\n"
                        + "title: Payroll at Example\n"
                        + "---\n"
                        + "Example County Police gave its payroll to EPS in 2015 for ten years. Example Holdings held 75"
                        + " per cent of EPS until October 2023. Since then it holds all of EPS. Others put the contract at"
                        + " £20m.\n");
        Files.writeString(
                corpus.resolve("articles/other.md"),
                "---\ntitle: Another view\n---\nThe payroll deal was worth £18m in all.\n");
        Files.writeString(
                corpus.resolve("contracts/sheet.csv"),
                SHEET
                        + "payroll,title,Payroll for Example County Police,,,,,,,\n"
                        + "payroll,buyer,Example County Police,,,,,2015,payroll,Example County Police gave its payroll"
                        + " to EPS in 2015\n"
                        + "payroll,supplier,Example Payroll Services Limited,,,,,2015,payroll,Example County Police"
                        + " gave its payroll to EPS in 2015\n"
                        + "payroll,term,10,years,,,,2015,payroll,for ten years\n"
                        + "payroll,value,20000000,GBP,total,,,2016,payroll,Others put the contract at £20m.\n"
                        + "payroll,value,18000000,GBP,total,,,2016,other,The payroll deal was worth £18m in all.\n"
                        + "EPS,owner,Example Holdings plc,,75 %,2013,2023-10,2013,payroll,Example Holdings held 75 per"
                        + " cent of EPS until October 2023.\n"
                        + "EPS,owner,Example Holdings plc,,100 %,2023-11,,2023,payroll,Since then it holds all of"
                        + " EPS.\n");
        Files.writeString(corpus.resolve("contracts/releases.json"), RELEASES);
        library = new Library(
                corpus,
                folder.resolve("state"),
                null,
                Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC));
        assertThat(library.reindex(Order.by(Actor.operator("a test")), Progress.Watcher.NONE))
                .isInstanceOf(Reindex.Published.class);
        answering = new Answering(library::lease);
    }

    private static final String RELEASES = """
            {"version":"1.1","publisher":{"name":"Example Register"},"releases":[
             {"ocid":"ocds-x-1","id":"1","date":"2019-05-01T00:00:00Z","tag":["award"],"buyer":{"name":"Exampleshire Council"},
              "tender":{"title":"Street Lighting Maintenance"},
              "awards":[{"id":"a","status":"active","date":"2019-04-20T00:00:00Z","value":{"amount":1000000,"currency":"GBP"},
               "suppliers":[{"name":"Bright Example Ltd"}],"contractPeriod":{"startDate":"2019-06-01","endDate":"2024-05-31"}}]},
             {"ocid":"ocds-x-1","id":"2","date":"2021-02-03T00:00:00Z","tag":["awardUpdate"],
              "awards":[{"id":"a","value":{"amount":1250000,"currency":"GBP"}}]},
             {"ocid":"ocds-x-2","id":"1","date":"2020-01-01T00:00:00Z","tag":["tender"],"buyer":{"name":"Exampleshire Council"},
              "tender":{"title":"Grounds Maintenance at Parks","status":"unsuccessful","value":{"amount":50000,"currency":"GBP"}}},
             {"ocid":"ocds-x-3","id":"1","date":"2020-01-01T00:00:00Z","tag":["award"],"buyer":{"name":"Exampleshire Council"},
              "tender":{"title":"Bridge Painting and Repair"},
              "awards":[{"id":"a","status":"active","value":{"amount":-7,"currency":"GBP"},
               "suppliers":[{"name":"Paint Example Ltd"}],"contractPeriod":{"startDate":"2021-01-01","endDate":"2020-01-01"}}]}]}
            """;

    @AfterAll
    static void close() throws IOException {
        library.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who supplies street lighting maintenance to Exampleshire Council?|Bright Example Ltd",
                "Which firm won Exampleshire's \"Street Lighting Maintenance\" contract?|Bright Example Ltd",
                "who got the street lighting maintenance contract|Bright Example Ltd",
                "When does the street lighting maintenance contract end?|2024-05-31",
                "when did street lighting maintenance start?|2019-06-01",
                "What is the value of the street lighting maintenance contract?|£1,250,000 (award value)",
                "Which council awarded the street lighting maintenance contract?|Exampleshire Council",
                "On what date was Street Lighting Maintenance awarded?|2019-04-20",
                "How long is Example Police's contract with EPS?|10 years",
                "Who owns EPS?|Example Holdings plc (100 %)",
                "Who owned EPS in 2016?|Example Holdings plc (75 %)"
            })
    void aSingleFactIsTheHeadline(String question, String headline) throws IOException {
        assertThat(found(question).headline()).isEqualTo(headline);
    }

    @Test
    void aFactComesWithTheNoticesOwnWords() throws IOException {
        Fact fact = (Fact) found("What is the value of the street lighting maintenance contract?")
                .evidence()
                .getFirst();

        assertThat(fact.text()).isEqualTo("awards/0/value/amount: 1250000, awards/0/value/currency: GBP");
        assertThat(((Source.Notice) fact.source()).publisher()).isEqualTo("Example Register");
    }

    @Test
    void aFactOfASheetComesWithItsQuote() throws IOException {
        Fact fact = (Fact) found("How long is Example Police's contract with EPS?")
                .evidence()
                .getFirst();

        assertThat(fact.text()).isEqualTo("for ten years");
        assertThat(((Source.Said) fact.source()).quote().citation().article()).isEqualTo("payroll");
    }

    @Test
    void whatWasKnownThenIsWhatWasOnRecordThen() throws IOException {
        String question = "What did we know in March 2020 about the value of the street lighting maintenance contract?";

        assertThat(found(question).headline()).isEqualTo("£1,000,000 (award value)");
    }

    @Test
    void sourcesThatDisagreeAreBothShown() throws IOException {
        Found found = found("How much is Example Police's payroll contract with EPS worth?");

        assertThat(found.evidence()).hasSize(2);
        assertThat(found.headline()).contains("£20,000,000 (total)", "£18,000,000 (total)", "disagree");
        assertThat(found.notices()).anyMatch(notice -> notice.startsWith("Sources disagree"));
    }

    @Test
    void aTermWithoutAStartGivesNoEnd() throws IOException {
        Answer answer = ask("When does \"Payroll for Example County Police\" end?");

        assertThat(answer).isInstanceOf(NotFound.class);
        assertThat(((NotFound) answer).notes().getFirst()).contains("no end date", "term 10 years");
    }

    @Test
    void whatWasNeverAwardedHasNoSupplierAndNoValue() throws IOException {
        Answer answer = ask("Who won the Grounds Maintenance at Parks contract?");

        assertThat(answer).isInstanceOf(NotFound.class);
        assertThat(((NotFound) answer).reason()).isEqualTo(Answer.Reason.NOT_ON_RECORD);
        assertThat(((NotFound) answer).notes().getFirst()).contains("unsuccessful", "£50,000 (estimate)");
        assertThat(ask("How much is Grounds Maintenance at Parks worth?")).isInstanceOf(NotFound.class);
    }

    @Test
    void whatCannotBeTrueIsSaidToBeDoubtful() throws IOException {
        assertThat(found("How much is the bridge painting and repair contract worth?")
                        .headline())
                .isEqualTo("−£7 (award value) – doubtful: A value below zero cannot be what the contract is worth.");
        assertThat(found("When does the bridge painting and repair contract end?")
                        .headline())
                .contains("2020-01-01 – doubtful", "before its start");
    }

    @Test
    void anotherBuyersContractIsNoAnswer() throws IOException {
        assertThat(ask("Who supplies street lighting maintenance to Sampleton Council?"))
                .isInstanceOf(NotFound.class);
    }

    private static Answer ask(String question) throws IOException {
        return answering.ask(question, null, 5).answer();
    }

    private static Found found(String question) throws IOException {
        Answer answer = ask(question);
        assertThat(answer).as(question).isInstanceOf(Found.class);
        return (Found) answer;
    }
}
