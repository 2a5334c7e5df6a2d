package sourcebook.render.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import sourcebook.model.Citation;
import sourcebook.model.contract.Contract;
import sourcebook.render.chart.Chart.Month;
import sourcebook.render.contract.PartyPage.Known;

class ContractPagesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Citation MENTION =
            new Citation("example/payroll", "Example's payroll", null, null, null, null, null);

    private static final String NOTICE = "Value: Sources disagree; each is shown with its own: £1, £2.";

    private final Document page =
            Jsoup.parse(ContractPage.render(ContractFixture.contract(), List.of(NOTICE), List.of(MENTION), TODAY));

    @Test
    void aContractShowsWhatStandsAndLinksItsParties() {
        assertThat(page.select("h1").text()).isEqualTo("Payroll <and> more");
        assertThat(page.select("dl").text())
                .contains("Buyer Example Council", "£3,100,000 (contract value)", "End 31 March 2027")
                .doesNotContain("£2,500,000");
        assertThat(page.select("dd a[href=/parties/example-payroll-plc]").text())
                .isEqualTo("Example Payroll plc");
    }

    @Test
    void everyFactStandsWithItsWordsAndItsSource() {
        String figures = page.select("h2:contains(stated) ~ figure").text();

        assertThat(figures)
                .contains("“Example Council gave Example Payroll <b>a ten-year contract</b>.”")
                .contains("Notice 2, Example Notices · Recorded 3 February 2024")
                .contains("contracts/0/value/amount: <3100000>");
        assertThat(page.select("figcaption a[href=/articles/example/payroll?quote=0-64#quote]"))
                .isNotEmpty();
        assertThat(page.select("figcaption a[href=https://example.org/n/2]")).isNotEmpty();
    }

    @Test
    void whatSpeaksAgainstAFactIsShownWithIt() {
        assertThat(page.select(".doubt").text()).isEqualTo("Doubtful: The term is longer than any contract.");
    }

    @Test
    void whereSourcesDisagreeThePageSaysSoBeforeAllFigures() {
        assertThat(page.select("dl + .alert").text()).isEqualTo(NOTICE);
    }

    @Test
    void changesTellWhatItWasAndWhatItBecame() {
        assertThat(page.select("h2:contains(History) ~ ol li > p").text())
                .isEqualTo("3 February 2024: value £2,500,000 (contract value) became £3,100,000 (contract value)");
    }

    @Test
    void theTermIsDrawnWithItsOptionAndToldInWords() {
        assertThat(page.select("svg desc").text())
                .contains("from 1 April 2022 to 31 March 2027, with options to 31 March 2030");
        assertThat(page.select(".chart table td").eachText()).contains("31 March 2030");
    }

    @Test
    void articlesThatMentionItAreListed() {
        assertThat(page.select("a[href=/articles/example/payroll]").text()).isEqualTo("Example's payroll");
    }

    @Test
    void pagesHaveNoScriptAndNoStyleOfTheirOwn() {
        assertThat(page.select("script, style, [style], [onclick]")).isEmpty();
    }

    @Test
    void whereNothingIsStatedNothingIsDrawn() {
        Document bare = Jsoup.parse(ContractPage.render(ContractFixture.bare("a", "A"), List.of(), List.of(), TODAY));

        assertThat(bare.select("svg, ol")).isEmpty();
        assertThat(bare.text()).doesNotContain("Articles that mention", "Over time");
    }

    @Test
    void aPartyShowsWhatItBuysSuppliesAndWhoOwnedIt() {
        Document party = Jsoup.parse(PartyPage.render(
                new Known(
                        "Example Payroll plc",
                        List.of("EP"),
                        List.of(ContractFixture.bare("b", "Pens")),
                        List.of(ContractFixture.contract()),
                        List.of(
                                ContractFixture.owner("Example Group", "100 %", "2023", null),
                                ContractFixture.owner("Example Bank", "75 %", "2013", "2023"))),
                TODAY));

        assertThat(party.select("h2").eachText()).containsExactly("Owners over time", "As buyer", "As supplier");
        assertThat(party.select("h2:contains(Owners) ~ figure > p").eachText())
                .containsExactly("Owner: Example Bank (75 %)", "Owner: Example Group (100 %)");
        assertThat(party.select("a[href=/contracts/example/payroll%20%26%20more]"))
                .hasSize(1);
        assertThat(party.select("table:has(caption:contains(As buyer)) td").eachText())
                .contains("not stated");
    }

    @Test
    void aPartyWithManyContractsSaysHowManyAreShown() {
        List<Contract> many = new ArrayList<>();
        for (int i = 0; i < PartyPage.MOST + 10; i++) {
            many.add(ContractFixture.bare("c" + i, "Contract " + i));
        }

        Document party =
                Jsoup.parse(PartyPage.render(new Known("Example", List.of(), many, List.of(), List.of()), TODAY));

        assertThat(party.text()).contains("60 contracts. Here are 50 of 60.");
        assertThat(party.select("th a")).hasSize(50);
    }

    @Test
    void aPipelineCountsTheMonthsOfTheStatedEnds() {
        List<Month> months = ContractCharts.pipeline(
                        "Ending",
                        YearMonth.of(2027, 2),
                        3,
                        List.of(ContractFixture.contract(), ContractFixture.bare("a", "A")))
                .months();

        assertThat(months)
                .containsExactly(
                        new Month(YearMonth.of(2027, 2), 0, 0),
                        new Month(YearMonth.of(2027, 3), 1, 1),
                        new Month(YearMonth.of(2027, 4), 0, 0));
    }
}
