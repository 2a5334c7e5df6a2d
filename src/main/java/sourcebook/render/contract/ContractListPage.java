package sourcebook.render.contract;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.main;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Listing;
import sourcebook.model.contract.Listing.Total;
import sourcebook.model.contract.Predicate;
import sourcebook.render.HtmlPages;
import sourcebook.render.Links;
import sourcebook.render.chart.Chart.Bars;

/** The page that lists contracts: filters as they are typed in chat, rows, totals and the way to other pages. */
public final class ContractListPage {
    private static final int MAX_FILTERS = 500;
    private static final String FILTERS = "buyer:met supplier:\"sopra steria\" value:>10m ends:2027 cpv:79 sort:ends";

    private ContractListPage() {}

    /**
     * A page of a list.
     *
     * @param typed the filters as they were typed
     * @param gathered the contracts of all pages, or as many as a chart needs
     */
    public static String render(String typed, Listing listing, List<Contract> gathered, LocalDate today) {
        return HtmlPages.page(
                "Contracts · Sourcebook",
                ContractPage.navigation(),
                main(
                        header(h1("Contracts")),
                        filters(typed),
                        listing.count() == 0 ? none(listing) : list(typed, listing, gathered, today)));
    }

    private static DomContent filters(String typed) {
        return form(
                        label("Filters").withFor("f"),
                        div(
                                        input().withId("f")
                                                .withName("f")
                                                .withType("search")
                                                .withValue(typed)
                                                .withMaxlength(Integer.toString(MAX_FILTERS))
                                                .attr("aria-describedby", "filters")
                                                .attr("autocomplete", "off"),
                                        button("List").withType("submit"))
                                .withClass("ask"),
                        p(text("As in chat: "), code(FILTERS)).withId("filters").withClass("provenance"))
                .withAction("/contracts")
                .withMethod("get")
                .attr("role", "search");
    }

    private static DomContent none(Listing listing) {
        return section(p("No contract: " + listing.query().described() + "."), notes(listing.notes()));
    }

    private static DomContent list(String typed, Listing listing, List<Contract> gathered, LocalDate today) {
        return section(
                h2(listing.count() == 1 ? "1 contract" : listing.count() + " contracts"),
                p("Shown: " + listing.query().described() + ".").withClass("provenance"),
                totals(listing),
                notes(listing.notes()),
                ContractTable.of(
                        "Page " + (listing.query().page() + 1) + " of " + listing.pages(),
                        listing.rows(),
                        List.of(Predicate.BUYER, Predicate.SUPPLIER)),
                paging(typed, listing),
                p(a(taken(listing)).withHref("/contracts.csv?f=" + encoded(typed))),
                ChartFigure.of(ContractCharts.timeline("These contracts over time", today, listing.rows())),
                values(
                        "Value by supplier",
                        ContractCharts.bySupplier(over(listing, gathered, "Value by supplier"), gathered)),
                values(
                        "Value by year of award",
                        ContractCharts.byYear(over(listing, gathered, "Value by year of award"), gathered)));
    }

    private static String taken(Listing listing) {
        return listing.count() > ContractsCsv.MOST_ROWS
                ? String.format(Locale.ROOT, "The first %,d rows as CSV", ContractsCsv.MOST_ROWS)
                : "All rows as CSV";
    }

    private static DomContent values(String heading, Optional<Bars> bars) {
        return bars.isEmpty() ? text("") : section(h2(heading), ChartFigure.of(bars.get()));
    }

    private static String over(Listing listing, List<Contract> gathered, String title) {
        return gathered.size() < listing.count()
                ? title + ", first " + gathered.size() + " of " + listing.count() + " contracts"
                : title;
    }

    /** Sums, each with the basis it adds up, and how many contracts are in none of them. */
    private static DomContent totals(Listing listing) {
        int with = listing.count() - listing.withoutValue();
        String doubtful =
                listing.doubtful() == 0 ? "" : "; " + listing.doubtful() + " of these are doubtful and in no total";
        return section(
                p(with + " of " + listing.count() + " state a value" + doubtful + "."),
                ul(each(listing.totals(), (Total total) -> li(total.shown()))));
    }

    private static DomContent notes(List<String> notes) {
        return each(notes, note -> p(note));
    }

    private static DomContent paging(String typed, Listing listing) {
        int page = listing.query().page();
        return nav(
                        page == 0
                                ? span("")
                                : a("Previous")
                                        .withHref(address(typed, page - 1))
                                        .withRel("prev"),
                        text(" Page " + (page + 1) + " of " + Math.max(1, listing.pages()) + " "),
                        page + 1 >= listing.pages()
                                ? span("")
                                : a("Next").withHref(address(typed, page + 1)).withRel("next"))
                .attr("aria-label", "Pages");
    }

    private static String address(String typed, int page) {
        return Links.listPath(typed) + "&page=" + (page + 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
