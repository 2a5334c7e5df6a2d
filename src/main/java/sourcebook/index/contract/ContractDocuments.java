package sourcebook.index.contract;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import sourcebook.index.format.Analysis;
import sourcebook.index.format.Replay;
import sourcebook.model.Fact;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Money;
import sourcebook.model.contract.Predicate;
import sourcebook.model.contract.Value;
import sourcebook.text.party.PartyKey;
import sourcebook.text.party.PartyKind;

/**
 * A contract as a Lucene document: the whole of it as bytes, the words of its title and parties to find it by, and columns
 * to filter, sort and add up. What is in doubt stands in no column.
 */
final class ContractDocuments {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final FieldType WORDS = new FieldType();

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WORDS.setTokenized(true);
        WORDS.freeze();
    }

    private ContractDocuments() {}

    static Document of(Contract contract) throws IOException {
        Document document = new Document();
        document.add(new StringField(ContractFields.CONTRACT, "1", Field.Store.NO));
        document.add(new StringField(ContractFields.ID, contract.id(), Field.Store.NO));
        document.add(new StoredField(ContractFields.DATA, ContractCodec.encode(contract)));
        words(document, contract);
        parties(document, contract, Predicate.BUYER, ContractFields.BUYER);
        parties(document, contract, Predicate.SUPPLIER, ContractFields.SUPPLIER);
        columns(document, contract);
        return document;
    }

    /** A fact about a party by itself. */
    static Document of(Fact fact) throws IOException {
        Document document = new Document();
        String party = fact.subject().party() == null
                ? fact.subject().label()
                : fact.subject().party();
        document.add(new StringField(ContractFields.OF_PARTY, PartyKey.of(party), Field.Store.NO));
        document.add(new StoredField(ContractFields.DATA, ContractCodec.encode(fact)));
        return document;
    }

    private static void words(Document document, Contract contract) {
        List<String> title = Analysis.terms(contract.title());
        List<String> buyers = terms(contract, Predicate.BUYER);
        List<String> suppliers = terms(contract, Predicate.SUPPLIER);
        List<String> all = new ArrayList<>(title);
        all.addAll(buyers);
        all.addAll(suppliers);
        document.add(new Field(ContractFields.TITLE, new Replay(title), WORDS));
        document.add(new Field(ContractFields.BUYER_WORDS, new Replay(buyers), WORDS));
        document.add(new Field(ContractFields.SUPPLIER_WORDS, new Replay(suppliers), WORDS));
        document.add(new Field(ContractFields.ALL, new Replay(all), WORDS));
    }

    private static List<String> terms(Contract contract, Predicate role) {
        return contract.parties(role).stream()
                .flatMap(named -> Analysis.terms(named.name()).stream())
                .toList();
    }

    private static void parties(Document document, Contract contract, Predicate role, String field) {
        for (Value.Named named : contract.parties(role)) {
            document.add(new StringField(field, named.party(), Field.Store.NO));
            document.add(new SortedSetDocValuesField(field, new BytesRef(named.party())));
        }
        for (Fact fact : contract.standing(role)) {
            if (fact.value() instanceof Value.Named named) {
                String spelt = named.party() + ContractFields.SEPARATOR + named.name();
                document.add(new StringField(ContractFields.SPELT, spelt, Field.Store.NO));
            }
        }
        if (role == Predicate.BUYER) {
            Set<String> kinds = new TreeSet<>();
            contract.parties(role).forEach(named -> PartyKind.of(named.name()).ifPresent(kinds::add));
            kinds.forEach(kind -> document.add(new StringField(ContractFields.SECTOR, kind, Field.Store.NO)));
        }
    }

    private static void columns(Document document, Contract contract) {
        contract.facts().stream()
                .filter(fact -> fact.held().stands())
                .map(Fact::predicate)
                .distinct()
                .forEach(stated -> document.add(new StringField(ContractFields.STATES, stated.key(), Field.Store.NO)));
        contract.standing(Predicate.CATEGORY)
                .forEach(fact -> document.add(
                        new StringField(ContractFields.CPV, fact.value().figure(), Field.Store.NO)));
        day(document, contract, Predicate.END, ContractFields.END);
        day(document, contract, Predicate.START, ContractFields.START);
        day(document, contract, Predicate.AWARDED_ON, ContractFields.AWARDED);
        String title = contract.title().toLowerCase(Locale.ROOT);
        document.add(new SortedDocValuesField(
                ContractFields.SORT_TITLE, new BytesRef(title.substring(0, Math.min(100, title.length())))));
        value(document, contract);
    }

    private static void day(Document document, Contract contract, Predicate predicate, String field) {
        contract.day(predicate)
                .ifPresent(date ->
                        document.add(new LongField(field, date.earliest().toEpochDay(), Field.Store.NO)));
    }

    private static void value(Document document, Contract contract) {
        Optional<Value.Amount> amount = contract.worth().map(fact -> (Value.Amount) fact.value());
        if (amount.isPresent() && amount.get().money().currency() != null) {
            document.add(
                    new LongField(ContractFields.VALUE, hundredths(amount.get().money()), Field.Store.NO));
            String measure = amount.get().money().currency()
                    + ContractFields.SEPARATOR
                    + amount.get().basis();
            document.add(new SortedDocValuesField(ContractFields.MEASURE, new BytesRef(measure)));
            document.add(new StringField(ContractFields.MEASURE, measure, Field.Store.NO));
        } else if (!contract.standing(Predicate.VALUE).isEmpty()) {
            document.add(new SortedDocValuesField(ContractFields.DOUBTFUL, new BytesRef("value")));
        }
    }

    static long hundredths(Money money) {
        return hundredths(money.amount());
    }

    /** Larger sums than any that is beyond doubt are cut to fit. */
    static long hundredths(BigDecimal amount) {
        return amount.multiply(HUNDRED)
                .setScale(0, RoundingMode.HALF_EVEN)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .max(BigDecimal.valueOf(Long.MIN_VALUE))
                .longValueExact();
    }
}
