package sourcebook.render.contract;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.main;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Predicate;
import sourcebook.render.HtmlPages;

/** The page of contracts that end soon, month by month, with a chart. */
public final class ExpiringPage {
    /** No more months than this are shown together. */
    public static final int MOST_MONTHS = 36;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private ExpiringPage() {}

    /**
     * The page.
     *
     * @param ending the contracts that end in these months, in order of their ends
     * @param all how many there are, where more end than are given
     */
    public static String render(int months, List<Contract> ending, int all, LocalDate today) {
        YearMonth first = YearMonth.from(today);
        return HtmlPages.page(
                "Contracts ending soon · Sourcebook",
                ContractPage.navigation(),
                main(
                        header(h1("Contracts ending in the next " + months(months))),
                        choice(months),
                        p(all == 1 ? "1 contract." : all + " contracts.").withClass("provenance"),
                        all > ending.size()
                                ? p("Here are the first " + ending.size() + "; use the list of contracts for the rest.")
                                : p(
                                        "Only ends that a source states by month or day are counted; options to extend are shown beside them."),
                        ChartFigure.of(ContractCharts.pipeline("Contracts ending by month", first, months + 1, ending)),
                        each(
                                IntStream.rangeClosed(0, months)
                                        .mapToObj(first::plusMonths)
                                        .toList(),
                                month -> month(month, ending))));
    }

    private static DomContent choice(int months) {
        return form(
                        label("Months").withFor("months"),
                        div(
                                        input().withId("months")
                                                .withName("months")
                                                .withType("number")
                                                .withValue(Integer.toString(months))
                                                .attr("min", "1")
                                                .attr("max", MOST_MONTHS),
                                        button("Show").withType("submit"))
                                .withClass("ask"))
                .withAction("/expiring")
                .withMethod("get");
    }

    private static DomContent month(YearMonth month, List<Contract> ending) {
        List<Contract> rows = ending.stream()
                .filter(contract ->
                        month.equals(ContractCharts.endMonth(contract).orElse(null)))
                .toList();
        String name = MONTH.format(month);
        return rows.isEmpty()
                ? div()
                : section(
                        h2(name),
                        ContractTable.of("Ending in " + name, rows, List.of(Predicate.BUYER, Predicate.SUPPLIER)));
    }

    private static String months(int months) {
        return months == 1 ? "month" : months + " months";
    }
}
