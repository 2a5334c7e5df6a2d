package sourcebook.render.contract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Term;
import sourcebook.model.contract.Value;

/** An invented contract with all that a page can have to show. */
public final class ContractFixture {
    public static final String ID = "example/payroll & more";
    private static final Fact.Subject SUBJECT = new Fact.Subject(ID, "Example Council", "Payroll <and> more");
    private static final Article ARTICLE = new Article(
            new Citation(
                    "example/payroll",
                    "Example's payroll",
                    null,
                    "Example Press",
                    null,
                    new PartialDate("2021-05"),
                    null),
            "Example Council gave Example Payroll <b>a ten-year contract</b>.");

    private ContractFixture() {}

    public static Contract contract() {
        return new Contract(
                ID,
                "Payroll <and> more",
                "Payroll for all of the council's staff & schools.",
                List.of(
                        fact(Predicate.BUYER, named("Example Council"), said(), recorded("2021-05"), null),
                        fact(Predicate.SUPPLIER, named("Example Payroll plc"), said(), recorded("2021-05"), null),
                        fact(
                                Predicate.VALUE,
                                pounds("2500000"),
                                notice("1"),
                                recorded("2021-06-01").replaced(new PartialDate("2024-02-03")),
                                null),
                        fact(Predicate.VALUE, pounds("3100000"), notice("2"), recorded("2024-02-03"), null),
                        fact(Predicate.START, day("2022-04-01"), notice("1"), recorded("2021-06-01"), null),
                        fact(Predicate.END, day("2027-03-31"), notice("1"), recorded("2021-06-01"), null),
                        fact(
                                Predicate.EXTENSION,
                                new Value.Length(Term.of("3 years").orElseThrow()),
                                notice("1"),
                                recorded("2021-06-01"),
                                null),
                        fact(
                                Predicate.TERM,
                                new Value.Length(Term.of("200 years").orElseThrow()),
                                said(),
                                recorded("2021-05"),
                                "The term is longer than any contract.")));
    }

    /** One of which nothing is stated but the buyer. */
    public static Contract bare(String id, String title) {
        return new Contract(
                id,
                title,
                null,
                List.of(fact(Predicate.BUYER, named("Example Council"), notice("9"), Held.UNDATED, null)));
    }

    public static Fact owner(String owner, String share, @Nullable String from, @Nullable String to) {
        return new Fact(
                new Fact.Subject(null, "Example Payroll plc", "Example Payroll plc"),
                Predicate.OWNER,
                new Value.Holding(new Value.Named(owner, key(owner)), share),
                new Held(date(from), date(to), null, null),
                said(),
                List.of(),
                0);
    }

    private static Fact fact(Predicate predicate, Value value, Source source, Held held, @Nullable String doubt) {
        return new Fact(SUBJECT, predicate, value, held, source, doubt == null ? List.of() : List.of(doubt), 0);
    }

    private static Value named(String name) {
        return new Value.Named(name, key(name));
    }

    private static Value pounds(String sum) {
        return new Value.Amount(new Money(new BigDecimal(sum), "GBP"), Basis.of(Basis.Kind.CONTRACT));
    }

    private static Value day(String iso) {
        return new Value.Day(new PartialDate(iso));
    }

    private static Held recorded(String on) {
        return Held.recorded(new PartialDate(on));
    }

    private static Source said() {
        Span all = new Span(0, ARTICLE.text().length());
        return new Source.Said(new Quote(Passage.of(ARTICLE, all), all, null, 0), false);
    }

    private static Source notice(String id) {
        return new Source.Notice(
                id,
                "ocds-exmple-9",
                "contracts/0/value/amount: <3100000>",
                "Example Notices",
                "https://example.org/n/" + id,
                null);
    }

    private static @Nullable PartialDate date(@Nullable String iso) {
        return iso == null ? null : new PartialDate(iso);
    }

    private static String key(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }
}
