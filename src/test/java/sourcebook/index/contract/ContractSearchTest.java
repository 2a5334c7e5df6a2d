package sourcebook.index.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.model.audience.Audience;
import sourcebook.model.audience.Clearance;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.ContractQuery.Condition;
import sourcebook.model.contract.ContractQuery.Sort;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Listing;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Term;
import sourcebook.model.contract.Value;

/** Contracts written, read back, found, filtered, sorted and added up. */
class ContractSearchTest {
    private static final Audience LEGAL = Audience.of("legal");

    @TempDir
    Path folder;

    private final Map<String, Article> articles = new HashMap<>();

    @Test
    void aContractIsReadBackAsItWasWritten() throws IOException {
        Contract contract = contract("c1", "Lighting", money("10.5", "GBP"), article("a1", Audience.PUBLIC));

        ContractSearch search = written(Clearance.PUBLIC, contract);

        assertThat(search.contract("c1")).contains(contract);
        assertThat(search.contract("c2")).isEmpty();
    }

    @Test
    void totalsMixNeitherCurrenciesNorBases() throws IOException {
        Listing listing = written(
                        Clearance.PUBLIC,
                        contract("c1", "A", money("10.10", "GBP")),
                        contract("c2", "B", money("0.25", "GBP")),
                        contract("c3", "C", money("7", "EUR")),
                        contract("c4", "D", amount("5", "GBP", Basis.Kind.ESTIMATE)),
                        contract("c5", "E", money("-5", "GBP").doubted("Below zero.")),
                        contract("c6", "F"))
                .list(all());

        assertThat(listing.totals())
                .containsExactly(
                        new Listing.Total(new BigDecimal("10.35"), "GBP", Basis.of(Basis.Kind.AWARD), 2),
                        new Listing.Total(new BigDecimal("7.00"), "EUR", Basis.of(Basis.Kind.AWARD), 1),
                        new Listing.Total(new BigDecimal("5.00"), "GBP", Basis.of(Basis.Kind.ESTIMATE), 1));
        assertThat(listing.count()).isEqualTo(6);
        assertThat(listing.withoutValue()).isEqualTo(1);
        assertThat(listing.doubtful()).isEqualTo(1);
    }

    @Test
    void aListIsSortedAndComesInPages() throws IOException {
        List<Contract> many = new ArrayList<>();
        for (int i = 1; i <= 23; i++) {
            many.add(contract("c" + i, "Contract", money(Integer.toString(i), "GBP")));
        }
        ContractSearch search = written(Clearance.PUBLIC, many.toArray(Contract[]::new));

        Listing last = search.list(all().at(2));

        assertThat(last.pages()).isEqualTo(3);
        assertThat(last.rows()).extracting(Contract::id).containsExactly("c3", "c2", "c1");
        assertThat(search.list(all().at(9)).rows()).isEmpty();
        assertThat(search.first(all(), 15)).hasSize(15);
    }

    @Test
    void conditionsAllHold() throws IOException {
        ContractSearch search = written(
                Clearance.PUBLIC,
                contract(
                        "c1",
                        "Street lighting",
                        money("10", "GBP"),
                        day(Predicate.END, "2027-03-31"),
                        named(Predicate.BUYER, "Example Police")),
                contract(
                        "c2",
                        "Street sweeping",
                        money("20", "GBP"),
                        day(Predicate.END, "2028-03-31"),
                        named(Predicate.BUYER, "Example Council")),
                contract("c3", "Street art", money("20", "EUR")));

        assertThat(ids(search, new ContractQuery.Worth(new BigDecimal("15"), null, "GBP")))
                .containsExactly("c2");
        assertThat(ids(
                        search,
                        new ContractQuery.Between(Predicate.END, LocalDate.of(2027, 3, 31), LocalDate.of(2027, 3, 31))))
                .containsExactly("c1");
        assertThat(ids(search, new ContractQuery.Missing(Predicate.END))).containsExactly("c3");
        assertThat(ids(search, new ContractQuery.Sector("police"))).containsExactly("c1");
        assertThat(ids(search, new ContractQuery.Of(Predicate.BUYER, "example council", List.of())))
                .containsExactly("c2");
        assertThat(ids(search, new ContractQuery.With("x", List.of("example-police"))))
                .containsExactly("c1");
        assertThat(ids(search, new ContractQuery.About("street lamps"))).isEmpty();
        assertThat(ids(search, new ContractQuery.About("lighting"))).containsExactly("c1");
        assertThat(ids(search, new ContractQuery.About("the"))).isEmpty();
    }

    @Test
    void factsOfAnArticleAreSeenByItsAudienceAlone() throws IOException {
        Contract both = contract("c1", "Lighting", money("10", "GBP"), article("secret", LEGAL));
        Contract secret = new Contract("c2", "Hidden", null, List.of(about("c2", article("secret", LEGAL))));

        ContractSearch everybody = written(Clearance.PUBLIC, both, secret);

        assertThat(everybody.list(all()).count()).isEqualTo(1);
        assertThat(everybody.contract("c1").orElseThrow().standing(Predicate.TERM))
                .isEmpty();
        assertThat(everybody.contract("c2")).isEmpty();
        for (Clearance more : List.of(Clearance.of(Audience.PUBLIC, LEGAL), Clearance.EVERYTHING)) {
            ContractSearch few = reopened(more);
            assertThat(few.list(all()).count()).isEqualTo(2);
            assertThat(few.contract("c1").orElseThrow().standing(Predicate.TERM))
                    .hasSize(1);
        }
    }

    @Test
    void aQuoteWhoseArticleHasChangedIsNoSource() throws IOException {
        written(Clearance.PUBLIC, contract("c1", "Lighting", money("10", "GBP"), article("a1", Audience.PUBLIC)));
        articles.put(
                "a1",
                new Article(
                        new Citation("a1", "T", null, null, null, null, null),
                        "It runs for two years.",
                        Audience.PUBLIC));

        assertThat(reopened(Clearance.PUBLIC).contract("c1").orElseThrow().standing(Predicate.TERM))
                .isEmpty();
    }

    @Test
    void spellingsOfOnePartyAreListed() throws IOException {
        written(
                Clearance.PUBLIC,
                contract("c1", "A", named(Predicate.SUPPLIER, "Sample Example Ltd")),
                contract("c2", "B", named(Predicate.SUPPLIER, "SAMPLE EXAMPLE LIMITED")),
                contract("c3", "C", named(Predicate.SUPPLIER, "Other Example Ltd")));

        assertThat(OpenContracts.open(folder).merged())
                .containsExactly(Map.entry("sample-example", List.of("SAMPLE EXAMPLE LIMITED", "Sample Example Ltd")));
    }

    private ContractSearch written(Clearance clearance, Contract... contracts) throws IOException {
        try (ContractWriter writer = new ContractWriter(folder, id -> Optional.ofNullable(articles.get(id)))) {
            for (Contract contract : contracts) {
                writer.add(contract);
            }
            writer.finish();
        }
        return reopened(clearance);
    }

    private ContractSearch reopened(Clearance clearance) throws IOException {
        return OpenContracts.open(folder)
                .search(
                        id -> Optional.ofNullable(articles.get(id))
                                .filter(article -> clearance.sees(article.audience())),
                        clearance);
    }

    private static List<String> ids(ContractSearch search, Condition condition) throws IOException {
        return search.list(new ContractQuery(List.of(condition), Sort.TITLE, false, 0)).rows().stream()
                .map(Contract::id)
                .toList();
    }

    private static ContractQuery all() {
        return new ContractQuery(List.of(), Sort.VALUE, true, 0);
    }

    private static Contract contract(String id, String title, Fact... facts) {
        List<Fact> all = new ArrayList<>();
        all.add(about(id, words()));
        for (Fact fact : facts) {
            all.add(about(id, fact));
        }
        return new Contract(id, title, null, all);
    }

    private static Fact about(String id, Fact fact) {
        return fact.about(new Fact.Subject(id, null, id));
    }

    private static Fact words() {
        return fact(Predicate.STATUS, new Value.Words("active"));
    }

    private static Fact money(String sum, String currency) {
        return amount(sum, currency, Basis.Kind.AWARD);
    }

    private static Fact amount(String sum, String currency, Basis.Kind kind) {
        return fact(Predicate.VALUE, new Value.Amount(new Money(new BigDecimal(sum), currency), Basis.of(kind)));
    }

    private static Fact day(Predicate predicate, String iso) {
        return fact(predicate, new Value.Day(new PartialDate(iso)));
    }

    private static Fact named(Predicate predicate, String name) {
        return fact(predicate, new Value.Named(name, sourcebook.text.party.PartyKey.of(name)));
    }

    private static Fact fact(Predicate predicate, Value value) {
        Source.Notice notice = new Source.Notice("n", "p", "words", "Publisher", null, new PartialDate("2020"));
        return new Fact(
                new Fact.Subject("c", null, "c"),
                predicate,
                value,
                Held.recorded(new PartialDate("2020")),
                notice,
                List.of(),
                0);
    }

    private Fact article(String id, Audience audience) {
        Article article =
                new Article(new Citation(id, "T", null, null, null, null, null), "It runs for ten years.", audience);
        articles.put(id, article);
        Span span = new Span(0, article.text().length());
        Quote quote = new Quote(Passage.of(article, span), span, null, 0);
        return new Fact(
                new Fact.Subject("c", null, "c"),
                Predicate.TERM,
                new Value.Length(new Term(10, Term.Unit.YEAR, true)),
                Held.UNDATED,
                new Source.Said(quote, false),
                List.of("Doubtful."),
                0);
    }
}
