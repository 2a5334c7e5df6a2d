package sourcebook.corpus.contract;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.contract.reading.Faults;
import sourcebook.corpus.contract.reading.Json;
import sourcebook.corpus.contract.reading.PartyKeys;
import sourcebook.model.Article;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.model.contract.Basis;
import sourcebook.model.contract.Held;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Source;
import sourcebook.model.contract.Term;
import sourcebook.model.contract.Value;
import sourcebook.text.Sentences;

/**
 * Reads our own fact sheets: a fact a row, with the article and the quote that says so. A quote that is not in its article
 * byte for byte is no evidence, and its fact is refused with the sentence that comes nearest.
 *
 * <p>A row with the predicate {@code title} names its contract for people, and needs no quote. An {@code owner} row is
 * about the party that its first column names.
 */
final class FactSheet {
    /** What the first line of a fact sheet names. */
    static final List<String> COLUMNS = List.of(
            "contract",
            "predicate",
            "value",
            "unit",
            "basis",
            "valid from",
            "valid to",
            "recorded on",
            "article",
            "quote");

    private static final int MAX_ID = 200;

    private final PartyKeys parties;
    private final Articles articles;
    private final Faults faults;
    private final Taker taker;

    /** Takes what a row states. */
    interface Taker {
        void title(String contract, String title);

        void fact(Fact fact);
    }

    FactSheet(PartyKeys parties, Articles articles, Faults faults, Taker taker) {
        this.parties = parties;
        this.articles = articles;
        this.faults = faults;
        this.taker = taker;
    }

    /** Reads a row; what is wrong with it is noted. */
    void row(Map<String, String> row) throws IOException {
        String contract = row.getOrDefault("contract", "");
        if (contract.isEmpty() || contract.length() > MAX_ID) {
            faults.refused("", "a fact needs a contract or party, of at most " + MAX_ID + " characters");
            return;
        }
        String predicate = row.getOrDefault("predicate", "");
        if (predicate.equals("title")) {
            taker.title(contract, row.getOrDefault("value", ""));
            return;
        }
        Optional<Predicate> known = Predicate.of(predicate);
        if (known.isEmpty()) {
            faults.refused(
                    "",
                    "the predicate \"" + predicate + "\" is none of title, "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Predicate.values())
                                            .map(Predicate::key)
                                            .toList()));
            return;
        }
        Optional<Value> value = value(known.get(), row);
        Optional<Quote> quote = value.isEmpty() ? Optional.empty() : quote(row);
        if (quote.isPresent()) {
            taker.fact(new Fact(
                    subject(known.get(), contract),
                    known.get(),
                    value.get(),
                    held(row),
                    new Source.Said(quote.get(), false),
                    List.of(),
                    0));
        }
    }

    private static Fact.Subject subject(Predicate predicate, String named) {
        return predicate == Predicate.OWNER
                ? new Fact.Subject(null, named, named)
                : new Fact.Subject(named, null, named);
    }

    private Optional<Value> value(Predicate predicate, Map<String, String> row) {
        String written = row.getOrDefault("value", "");
        Optional<Value> value = written.isEmpty() ? Optional.empty() : value(predicate, written, row);
        if (value.isEmpty()) {
            faults.refused(
                    "",
                    "the value \"" + written + "\" with the unit \"" + row.get("unit") + "\" and the basis \""
                            + row.get("basis") + "\" is not one of a " + predicate.label());
        }
        return value;
    }

    private Optional<Value> value(Predicate predicate, String written, Map<String, String> row) {
        String unit = row.getOrDefault("unit", "");
        String basis = row.getOrDefault("basis", "");
        return switch (predicate) {
            case VALUE, SAVING -> amount(written, unit, basis);
            case START, END, AWARDED_ON, DEADLINE -> day(written);
            case TERM, EXTENSION -> length(written, unit, basis).or(() -> day(written));
            case POSTS -> number(written).map(number -> new Value.Count(number, unit.isEmpty() ? "posts" : unit));
            case BUYER, SUPPLIER -> Optional.of(parties.named(written));
            case OWNER -> Optional.of(new Value.Holding(parties.named(written), basis.isEmpty() ? null : basis));
            case STATUS, SCOPE, CATEGORY, PROCEDURE -> Optional.of(new Value.Words(written));
        };
    }

    private static Optional<Value> amount(String written, String unit, String basis) {
        Optional<Basis> known = Basis.of(basis);
        return !unit.isEmpty() && !unit.matches("[A-Z]{3}") || known.isEmpty()
                ? Optional.empty()
                : number(written)
                        .map(sum -> new Value.Amount(new Money(sum, unit.isEmpty() ? null : unit), known.get()));
    }

    private static Optional<BigDecimal> number(String written) {
        return Json.number(Json.MAPPER.getNodeFactory().textNode(written.replace(",", "")));
    }

    private static Optional<Value> day(String written) {
        return Json.date(written).map(Value.Day::new);
    }

    private static Optional<Value> length(String written, String unit, String basis) {
        String upTo = basis.toLowerCase(Locale.ROOT).equals("up to") ? "up to " : "";
        return Term.of(upTo + written + " " + unit).map(Value.Length::new);
    }

    private Held held(Map<String, String> row) {
        return new Held(date(row, "valid from"), date(row, "valid to"), date(row, "recorded on"), null);
    }

    private @Nullable PartialDate date(Map<String, String> row, String column) {
        String written = row.getOrDefault(column, "");
        if (written.isEmpty()) {
            return null;
        }
        Optional<PartialDate> date = Json.date(written);
        if (date.isEmpty()) {
            faults.odd(column, "\"" + written + "\" is not a date such as 2015, 2015-07 or 2015-07-14; it is not read");
        }
        return date.orElse(null);
    }

    private Optional<Quote> quote(Map<String, String> row) throws IOException {
        String id = row.getOrDefault("article", "");
        String words = row.getOrDefault("quote", "");
        Optional<Article> article = articles.article(id);
        if (article.isEmpty() || words.isBlank()) {
            faults.refused("", words.isBlank() ? "a fact needs a quote" : "there is no article \"" + id + "\"");
            return Optional.empty();
        }
        int start = article.get().text().indexOf(words);
        if (start < 0) {
            faults.refused(
                    "",
                    "the quote is not in the article " + id + " as it stands there; nearest is: "
                            + nearest(article.get().text(), words));
            return Optional.empty();
        }
        Span span = new Span(start, start + words.length());
        return Optional.of(new Quote(Passage.of(article.get(), span), span, null, 0));
    }

    /** The sentence that shares the largest part of its words with a quote. */
    static String nearest(String text, String quote) {
        Set<String> wanted = words(quote);
        return Sentences.of(text).stream()
                .map(span -> span.in(text))
                .max(Comparator.comparingDouble(sentence -> likeness(words(sentence), wanted)))
                .orElse("");
    }

    private static double likeness(Set<String> sentence, Set<String> wanted) {
        Set<String> common = new HashSet<>(sentence);
        common.retainAll(wanted);
        return 2.0 * common.size() / Math.max(1, sentence.size() + wanted.size());
    }

    private static Set<String> words(String text) {
        return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    }
}
