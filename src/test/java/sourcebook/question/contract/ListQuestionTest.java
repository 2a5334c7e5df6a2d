package sourcebook.question.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.Party;
import sourcebook.model.contract.Predicate;
import sourcebook.text.Names;

/** How questions for lists are understood, on 25 November 2026. */
class ListQuestionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Names NAMES = new Names(List.of(
            new Party("Metropolitan Police Service", List.of("Met", "Met Police"), List.of()),
            new Party("Example Steria", List.of(), List.of()),
            new Party("Capital Example plc", List.of("Capex"), List.of())));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "buyer:met supplier:\"example steria\" value:>10m ends:2027 cpv:79 sort:ends|buyer met; supplier example steria; worth at least £10,000,000; end from 2027-01-01 to 2027-12-31; CPV 79…; sorted by ends",
                "value:€1.5m..2m starts:2026-03|start from 2026-03-01 to 2026-03-31; sorted by value, highest or latest first",
                "value:10k-50k|worth at least £10,000 at most £50,000; sorted by value, highest or latest first",
                "value:<5k sort:-awarded|worth at most £5,000; sorted by awarded, highest or latest first",
                "ends:>2027|end from 2028-01-01 to 2199-12-31; sorted by ends",
                "ends:2026-01..2026-06|end from 2026-01-01 to 2026-06-30; sorted by ends",
                "contracts ending next year over £10m|end from 2027-01-01 to 2027-12-31; worth at least £10,000,000; sorted by ends",
                "which contracts expire in the next 6 months?|end from 2026-11-25 to 2027-05-25; sorted by ends",
                "contracts that end before 2028|end from 1900-01-01 to 2027-12-31; sorted by ends",
                "contracts starting after March 2025|start from 2025-04-01 to 2199-12-31; sorted by value, highest or latest first",
                "largest contracts of Capex|buyer or supplier Capex; sorted by value, highest or latest first",
                "which police forces outsource to Example Steria|supplier Example Steria; buyers: police; sorted by value, highest or latest first",
                "contracts missing an end date|without a stated end; sorted by value, highest or latest first",
                "contracts with no supplier|without a stated supplier; sorted by value, highest or latest first",
                "council contracts between £1m and £2m|worth at least £1,000,000 at most £2,000,000; buyers: council; sorted by value, highest or latest first",
                "latest payroll contracts|about “payroll”; sorted by awarded, highest or latest first",
            })
    void aQuestionIsUnderstood(String typed, String understood) {
        assertThat(ListQuestion.read(typed, NAMES, TODAY).query().described()).isEqualTo(understood);
    }

    @Test
    void aShareIsOfAPartyInAList() {
        ListQuestion asked = ListQuestion.read("Capex's share of council contracts", NAMES, TODAY);

        assertThat(asked.share().orElseThrow().keys()).containsExactly("capital-example-plc");
        assertThat(asked.share().orElseThrow().role()).isEqualTo(Predicate.SUPPLIER);
        assertThat(asked.query().described()).startsWith("buyers: council;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"value:much", "ends:soonish", "cpv:x", "sort:colour", "colour:red", "page:0"})
    void whatIsNotUnderstoodIsTold(String typed) {
        ListQuestion asked = ListQuestion.read("buyer:met " + typed, NAMES, TODAY);

        assertThat(asked.unread()).containsExactly(typed);
        assertThat(asked.query().conditions()).hasSize(1);
    }

    @Test
    void pagesAreCountedFromOneByPeople() {
        assertThat(ListQuestion.read("buyer:met page:3", NAMES, TODAY).query().page())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contracts ending next year over £10m",
                "largest contracts of Capita",
                "which police forces outsource to Sopra Steria",
                "Capita's share of council contracts",
                "missing an end date",
                "buyer:met value:>10m",
                "show me all contracts of Capita",
                "How many contracts does Capita have?"
            })
    void theseAskForAList(String typed) {
        assertThat(ListQuestion.isOne(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How long is the Met's contract with SSCL?",
                "Why did Capita lose the contract?",
                "Who won the payroll contract?",
                "Which company ran HMP Lowdham Grange?",
                "What share of SSCL did Sopra Steria hold?",
                "What did the council say about contracts?"
            })
    void theseDoNot(String typed) {
        assertThat(ListQuestion.isOne(typed)).isFalse();
    }
}
