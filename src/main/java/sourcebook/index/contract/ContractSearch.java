package sourcebook.index.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import sourcebook.index.format.Analysis;
import sourcebook.model.Article;
import sourcebook.model.Fact;
import sourcebook.model.audience.Audience;
import sourcebook.model.audience.Clearance;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.ContractQuery;
import sourcebook.model.contract.Listing;
import sourcebook.text.party.PartyKey;

/** The contracts of one generation as one asker may see them. For one thread, as long as the lease that gave it. */
public final class ContractSearch {
    private static final int MOST_PARTY_FACTS = 200;

    private final IndexSearcher searcher;
    private final ContractCodec.Articles articles;
    private final Query seen;
    private final Map<String, Optional<Article>> read = new HashMap<>();

    ContractSearch(IndexSearcher searcher, ContractCodec.Articles articles, Clearance clearance) {
        this.searcher = searcher;
        this.articles = id -> {
            Optional<Article> known = read.get(id);
            if (known == null) {
                known = articles.article(id);
                read.put(id, known);
            }
            return known;
        };
        this.seen = seen(clearance);
    }

    /**
     * A contract that a question may be about.
     *
     * @param score how well it was found by words, comparable within one search
     */
    public record Hit(Contract contract, double score) {}

    /** Whether there is any contract at all. */
    public boolean empty() {
        return searcher.getIndexReader().numDocs() == 0;
    }

    public Optional<Contract> contract(String id) throws IOException {
        List<Contract> found =
                read(searcher.search(visible(new TermQuery(new Term(ContractFields.ID, id))), 1).scoreDocs);
        return found.stream().findFirst();
    }

    /** The contracts that share most with a text or with the parties it names, best first. */
    public List<Hit> find(String text, Collection<String> parties, int limit) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String term : new HashSet<>(Analysis.terms(text))) {
            any.add(new BoostQuery(new TermQuery(new Term(ContractFields.TITLE, term)), 1.5f), Occur.SHOULD);
            any.add(new TermQuery(new Term(ContractFields.ALL, term)), Occur.SHOULD);
        }
        for (String party : parties) {
            any.add(new BoostQuery(new TermQuery(new Term(ContractFields.BUYER, party)), 2), Occur.SHOULD);
            any.add(new BoostQuery(new TermQuery(new Term(ContractFields.SUPPLIER, party)), 2), Occur.SHOULD);
        }
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(visible(any.build()), limit).scoreDocs) {
            hits.add(new Hit(decode(hit.doc), hit.score));
        }
        return hits;
    }

    /** How much it says that a text has a term: higher for terms that few contracts have. */
    public double weight(String term) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        int with = reader.docFreq(new Term(ContractFields.ALL, term));
        return Math.log(1 + (reader.numDocs() - with + 0.5) / (with + 0.5));
    }

    /** The terms of a text as the index has them. */
    public static List<String> terms(String text) {
        return Analysis.terms(text);
    }

    /** What is known of a party by itself, under any of its names. */
    public List<Fact> ofParty(Collection<String> names) throws IOException {
        List<BytesRef> keys =
                names.stream().map(PartyKey::of).map(BytesRef::new).toList();
        List<Fact> facts = new ArrayList<>();
        Query about = new TermInSetQuery(ContractFields.OF_PARTY, keys);
        for (ScoreDoc hit : searcher.search(visible(about), MOST_PARTY_FACTS).scoreDocs) {
            BytesRef data = data(hit.doc);
            ContractCodec.fact(data.bytes, data.offset, data.length, articles).ifPresent(facts::add);
        }
        return facts;
    }

    /** Whether any contract has a party. */
    public boolean knows(String party) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        return reader.docFreq(new Term(ContractFields.BUYER, party)) > 0
                || reader.docFreq(new Term(ContractFields.SUPPLIER, party)) > 0;
    }

    /** A page of the contracts that a query asks for, with the totals of all of them. */
    public Listing list(ContractQuery query) throws IOException {
        Query matching = visible(ContractConditions.query(query.conditions()));
        Totals totals = searcher.search(matching, Totals.manager());
        int wanted = (query.page() + 1) * ContractQuery.ROWS;
        ScoreDoc[] sorted = totals.count() == 0
                ? new ScoreDoc[0]
                : searcher.search(matching, Math.min(wanted, totals.count()), ContractConditions.sort(query)).scoreDocs;
        List<ScoreDoc> page =
                List.of(sorted).subList(Math.min(query.page() * ContractQuery.ROWS, sorted.length), sorted.length);
        return totals.listing(query, read(page.toArray(ScoreDoc[]::new)));
    }

    /** The first contracts that a query asks for, whatever its page, such as for a table to take away. */
    public List<Contract> first(ContractQuery query, int most) throws IOException {
        Query matching = visible(ContractConditions.query(query.conditions()));
        return read(searcher.search(matching, most, ContractConditions.sort(query)).scoreDocs);
    }

    private List<Contract> read(ScoreDoc[] hits) throws IOException {
        List<Contract> contracts = new ArrayList<>();
        for (ScoreDoc hit : hits) {
            contracts.add(decode(hit.doc));
        }
        return contracts;
    }

    private Contract decode(int document) throws IOException {
        BytesRef data = data(document);
        return ContractCodec.decode(data.bytes, data.offset, data.length, articles);
    }

    private BytesRef data(int document) throws IOException {
        return searcher.storedFields()
                .document(document, Set.of(ContractFields.DATA))
                .getBinaryValue(ContractFields.DATA);
    }

    private Query visible(Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(seen, Occur.FILTER)
                .build();
    }

    /** Of a contract that is kept once for everybody and once more fully for a few, the fuller one where it may be seen. */
    private static Query seen(Clearance clearance) {
        if (clearance.everything()) {
            return without(new MatchAllDocsQuery(), new FieldExistsQuery(ContractFields.HAS_FULLER));
        }
        List<BytesRef> names = clearance.audiences().stream()
                .map(Audience::name)
                .map(BytesRef::new)
                .collect(Collectors.toList());
        return without(
                new TermInSetQuery(ContractFields.AUDIENCE, names), new TermInSetQuery(ContractFields.FULLER, names));
    }

    private static Query without(Query all, Query but) {
        return new BooleanQuery.Builder()
                .add(all, Occur.MUST)
                .add(but, Occur.MUST_NOT)
                .build();
    }
}
