package sourcebook.render.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.ContractQuery.About;
import sourcebook.model.contract.ContractQuery.Sort;
import sourcebook.model.contract.Listing;
import sourcebook.model.contract.Listing.Total;
import sourcebook.render.Links;

class ContractListsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Links LINKS = new Links("https://quotes.example.org");

    @Test
    void aListShowsItsRowsItsTotalsAndHowManyStateAValue() {
        Document page = page("payroll", listing(1, 42));

        assertThat(page.select("h2").eachText()).startsWith("42 contracts");
        assertThat(page.text())
                .contains("33 of 42 state a value; 2 of these are doubtful and in no total.")
                .contains("£125,000,000 (award value) in 30 contracts")
                .contains("$7 (basis not stated) in 1 contract")
                .contains("about “payroll”");
        assertThat(page.select("tbody th[scope=row] a").eachText()).contains("Payroll <and> more", "Pens");
    }

    @Test
    void pagesLeadToEachOtherWithTheSameFilters() {
        assertThat(page("a & b", listing(1, 42)).select("a[rel=prev]").attr("href"))
                .isEqualTo("/contracts?f=a+%26+b&page=1");
        assertThat(page("a & b", listing(1, 42)).select("a[rel=next]").attr("href"))
                .isEqualTo("/contracts?f=a+%26+b&page=3");
        assertThat(page("", listing(0, 42)).select("a[rel=prev]")).isEmpty();
        assertThat(page("", listing(4, 42)).select("a[rel=next]")).isEmpty();
    }

    @Test
    void theFieldKeepsWhatWasTyped() {
        assertThat(page("ends:<b>soon", listing(0, 2)).select("input[name=f]").val())
                .isEqualTo("ends:<b>soon");
    }

    @Test
    void valuesOfOneBasisAreDrawnBySupplierAndByYear() {
        Document page = page("", listing(0, 2));

        assertThat(page.select("svg desc").eachText())
                .contains(
                        "Value by supplier (GBP, contract value; 1 of 2 contracts state it): Example Payroll plc £3,100,000.",
                        "Value by year of award (GBP, contract value; 1 of 2 contracts state it): 2022 £3,100,000.");
    }

    @Test
    void anEmptyListSaysWhatItLookedFor() {
        ContractQuery query = new ContractQuery(List.of(new About("xyz")), Sort.ENDS, false, 0);

        Document page = page("xyz", new Listing(query, List.of(), 0, List.of(), 0, 0, 0, List.of("A note.")));

        assertThat(page.text()).contains("No contract: about “xyz”", "A note.");
        assertThat(page.select("table")).isEmpty();
    }

    @Test
    void expiringContractsStandByMonthUnderAChart() {
        Document page = Jsoup.parse(ExpiringPage.render(12, List.of(ContractFixture.contract()), 1, TODAY));

        assertThat(page.select("svg desc").text())
                .isEqualTo("Contracts ending by month: March 2027 1, 1 with an option.");
        assertThat(page.select("h2").eachText()).containsExactly("March 2027");
        assertThat(page.select("h2 ~ .wide td").eachText()).contains("3 years");
        assertThat(page.select(".chart tbody tr")).hasSize(13);
    }

    @Test
    void whereMoreEndThanAreShownThePageSaysSo() {
        String page = ExpiringPage.render(12, List.of(ContractFixture.contract()), 900, TODAY);

        assertThat(Jsoup.parse(page).text()).contains("900 contracts.", "Here are the first 1;");
    }

    @Test
    void csvHasARowAContract() throws IOException {
        CSVRecord row =
                csv(ContractsCsv.of(List.of(ContractFixture.contract()), LINKS)).getFirst();

        assertThat(row.get("title")).isEqualTo("Payroll <and> more");
        assertThat(row.get("value")).isEqualTo("3100000");
        assertThat(row.get("currency")).isEqualTo("GBP");
        assertThat(row.get("basis")).isEqualTo("contract value");
        assertThat(row.get("end")).isEqualTo("2027-03-31");
        assertThat(row.get("doubts")).isEqualTo("The term is longer than any contract.");
        assertThat(row.get("link")).isEqualTo("https://quotes.example.org/contracts/example/payroll%20%26%20more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=\"a\",b\n\"c\""})
    void noCellIsAFormula(String title) throws IOException {
        CSVRecord row = csv(ContractsCsv.of(List.of(ContractFixture.bare("a", title)), LINKS))
                .getFirst();

        assertThat(row.get("title")).isEqualTo("'" + title);
    }

    @Test
    void numbersStayNumbersAlsoBelowZero() throws IOException {
        CSVRecord row = csv(ContractsCsv.of(List.of(ContractFixture.bare("a", "-12.5")), LINKS))
                .getFirst();

        assertThat(row.get("title")).isEqualTo("-12.5");
    }

    private static Document page(String typed, Listing listing) {
        return Jsoup.parse(ContractListPage.render(typed, listing, listing.rows(), TODAY));
    }

    private static Listing listing(int page, int count) {
        return new Listing(
                new ContractQuery(List.of(new About("payroll")), Sort.ENDS, false, page),
                List.of(ContractFixture.contract(), ContractFixture.bare("x", "Pens")),
                count,
                List.of(
                        new Total(new BigDecimal("125000000"), "GBP", Basis.of(Basis.Kind.AWARD), 30),
                        new Total(new BigDecimal("7"), "USD", Basis.UNSTATED, 1)),
                9,
                2,
                5,
                List.of());
    }

    private static List<CSVRecord> csv(String written) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(new StringReader(written), format)) {
            return rows.getRecords();
        }
    }
}
