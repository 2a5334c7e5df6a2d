package sourcebook.render.teams;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sourcebook.dialogue.Response.Listed;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.ContractQuery.Sort;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Listing;
import sourcebook.model.contract.Listing.Total;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Value;
import sourcebook.render.Links;
import sourcebook.render.chart.Chart;
import sourcebook.render.chart.Picture;
import sourcebook.render.chart.SignedLinks;
import sourcebook.render.contract.ContractCharts;
import sourcebook.render.contract.ListPictures;

/** Lists of invented contracts, and cards with charts of them. */
final class ListSamples {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
    static final SignedLinks SIGNED =
            new SignedLinks("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    static final TeamsCards CARDS = in(new Links("https://quotes.test"));
    private static final List<String> SUPPLIERS =
            List.of("Example Payroll plc", "Example Cleaning Ltd", "Example Catering", "Example Networks");
    private static final List<String> TITLES =
            List.of("Payroll and pensions of all schools", "Cleaning of offices", "School meals", "Wide area network");

    private ListSamples() {}

    static TeamsCards in(Links links) {
        return new TeamsCards(links, new ListPictures(SIGNED, links, CLOCK));
    }

    /** A page of so many contracts, those that end first first. */
    static Listed ending(int count, int page) {
        return new Listed(
                "Contracts that end in the next 12 months.",
                "ending in the next 12 months",
                listing(count, page, "Example Council"),
                true);
    }

    /** A page of so many contracts of a buyer. */
    static Listed of(String buyer, int count, int page) {
        return new Listed("Contracts: buyer " + buyer + ".", buyer, listing(count, page, buyer), false);
    }

    private static Listing listing(int count, int page, String buyer) {
        List<Contract> rows = IntStream.range(0, Math.min(ContractQuery.ROWS, count - page * ContractQuery.ROWS))
                .mapToObj(i -> contract(i, buyer))
                .toList();
        return new Listing(
                new ContractQuery(List.of(), Sort.ENDS, false, page),
                rows,
                count,
                List.of(new Total(
                        BigDecimal.valueOf(125_000L * count * (count + 1)), "GBP", Basis.of(Basis.Kind.AWARD), count)),
                0,
                0,
                1,
                List.of("Values of different bases are not added together."));
    }

    static Contract contract(int i, String buyer) {
        String id = "example/" + i;
        String title = TITLES.get(i % TITLES.size());
        String supplier = SUPPLIERS.get(i % SUPPLIERS.size());
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(id, title, Predicate.BUYER, new Value.Named(buyer, "b")));
        facts.add(fact(id, title, Predicate.SUPPLIER, new Value.Named(supplier, "s" + i % SUPPLIERS.size())));
        facts.add(fact(
                id,
                title,
                Predicate.VALUE,
                new Value.Amount(new Money(new BigDecimal(250_000 * (i + 1)), "GBP"), Basis.of(Basis.Kind.AWARD))));
        facts.add(fact(id, title, Predicate.START, new Value.Day(new PartialDate("202" + i % 5 + "-04-01"))));
        facts.add(fact(
                id,
                title,
                Predicate.END,
                new Value.Day(
                        new PartialDate(YearMonth.of(2027, 1 + i).atEndOfMonth().toString()))));
        return new Contract(id, title, null, facts);
    }

    private static Fact fact(String id, String title, Predicate predicate, Value value) {
        return new Fact(
                new Fact.Subject(id, "Example Council", title),
                predicate,
                value,
                Held.recorded(new PartialDate("2024-05-01")),
                new Source.Notice(id, "ocds-exmple-1", "a: b", "Example Notices", "https://example.org/n", null),
                List.of(),
                0);
    }

    /** What the picture at one of our addresses shows, as the server would draw it of ten sample contracts. */
    static Picture picture(String path) {
        String what = SIGNED.read(path, CLOCK.instant()).orElseThrow();
        List<Contract> all = IntStream.range(0, ContractQuery.ROWS)
                .mapToObj(i -> contract(i, "Example Council"))
                .toList();
        LocalDate today = LocalDate.now(CLOCK);
        Chart chart = switch (what.split(" ")[0]) {
            case "timeline" -> ContractCharts.timeline("Contracts over time", today, all);
            case "suppliers" ->
                ContractCharts.bySupplier("Value by supplier", all).orElseThrow();
            case "expiring" -> ContractCharts.pipeline("Contracts ending by month", YearMonth.from(today), 13, all);
            default -> throw new AssertionError("nothing is drawn for " + what);
        };
        return Picture.of(chart);
    }
}
