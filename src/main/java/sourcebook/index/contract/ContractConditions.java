package sourcebook.index.contract;

import java.math.BigDecimal;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import sourcebook.index.format.Analysis;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.ContractQuery.Condition;
import sourcebook.model.contract.Predicate;

/** Turns conditions on contracts into Lucene's queries. */
final class ContractConditions {
    private ContractConditions() {}

    /** A query for the contracts of which all conditions hold. */
    static Query query(List<Condition> conditions) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(ContractFields.CONTRACT, "1")), Occur.FILTER);
        for (Condition condition : conditions) {
            all.add(query(condition), Occur.FILTER);
        }
        return new ConstantScoreQuery(all.build());
    }

    private static Query query(Condition condition) {
        return switch (condition) {
            case ContractQuery.Of of -> of(of);
            case ContractQuery.With with ->
                new BooleanQuery.Builder()
                        .add(keys(ContractFields.BUYER, with.keys()), Occur.SHOULD)
                        .add(keys(ContractFields.SUPPLIER, with.keys()), Occur.SHOULD)
                        .build();
            case ContractQuery.Sector sector -> new TermQuery(new Term(ContractFields.SECTOR, sector.kind()));
            case ContractQuery.Worth worth -> worth(worth);
            case ContractQuery.Between between ->
                LongField.newRangeQuery(
                        column(between.what()),
                        between.from().toEpochDay(),
                        between.to().toEpochDay());
            case ContractQuery.Cpv cpv -> new PrefixQuery(new Term(ContractFields.CPV, cpv.prefix()));
            case ContractQuery.Missing missing ->
                new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.MUST)
                        .add(
                                new TermQuery(new Term(
                                        ContractFields.STATES, missing.what().key())),
                                Occur.MUST_NOT)
                        .build();
            case ContractQuery.About about -> words(ContractFields.ALL, about.words());
        };
    }

    private static Query of(ContractQuery.Of of) {
        boolean buyer = of.role() == Predicate.BUYER;
        if (!of.keys().isEmpty()) {
            return keys(buyer ? ContractFields.BUYER : ContractFields.SUPPLIER, of.keys());
        }
        return words(buyer ? ContractFields.BUYER_WORDS : ContractFields.SUPPLIER_WORDS, of.name());
    }

    private static Query keys(String field, List<String> keys) {
        return new TermInSetQuery(field, keys.stream().map(BytesRef::new).toList());
    }

    /** All words, in any order; no contract where there are none. */
    private static Query words(String field, String words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<String> terms = Analysis.terms(words).stream()
                .filter(term -> term.chars().anyMatch(Character::isLetterOrDigit))
                .toList();
        terms.forEach(term -> all.add(new TermQuery(new Term(field, term)), Occur.FILTER));
        return terms.isEmpty() ? new MatchNoDocsQuery("no words to search for") : all.build();
    }

    private static Query worth(ContractQuery.Worth worth) {
        long least = worth.least() == null ? Long.MIN_VALUE : hundredths(worth.least());
        long most = worth.most() == null ? Long.MAX_VALUE : hundredths(worth.most());
        return new BooleanQuery.Builder()
                .add(LongPoint.newRangeQuery(ContractFields.VALUE, least, most), Occur.FILTER)
                .add(
                        new PrefixQuery(new Term(ContractFields.MEASURE, worth.currency() + ContractFields.SEPARATOR)),
                        Occur.FILTER)
                .build();
    }

    private static long hundredths(BigDecimal amount) {
        return ContractDocuments.hundredths(amount);
    }

    /** Contracts that do not state what is sorted by come last, either way. */
    static Sort sort(ContractQuery query) {
        SortField field = switch (query.sort()) {
            case ENDS -> number(ContractFields.END, query.descending());
            case STARTS -> number(ContractFields.START, query.descending());
            case AWARDED -> number(ContractFields.AWARDED, query.descending());
            case VALUE -> number(ContractFields.VALUE, query.descending());
            case TITLE -> new SortField(ContractFields.SORT_TITLE, SortField.Type.STRING, query.descending());
        };
        return new Sort(field, new SortField(ContractFields.SORT_TITLE, SortField.Type.STRING));
    }

    private static SortField number(String field, boolean descending) {
        SortField sort = new SortedNumericSortField(field, SortField.Type.LONG, descending);
        sort.setMissingValue(descending ? Long.MIN_VALUE : Long.MAX_VALUE);
        return sort;
    }

    private static String column(Predicate what) {
        return switch (what) {
            case START -> ContractFields.START;
            case AWARDED_ON -> ContractFields.AWARDED;
            default -> ContractFields.END;
        };
    }
}
