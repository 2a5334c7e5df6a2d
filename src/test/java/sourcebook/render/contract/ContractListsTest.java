package sourcebook.render.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
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
import sourcebook.render.Links;

class ContractListsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Links LINKS = new Links("https://quotes.example.org");

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
