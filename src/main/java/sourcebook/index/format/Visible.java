package sourcebook.index.format;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Citation;
import sourcebook.model.Generation.Holdings;
import sourcebook.model.PartialDate;
import sourcebook.model.audience.Audience;
import sourcebook.model.audience.Clearance;

/**
 * What a clearance leaves of an index. Where it leaves everything, nothing is filtered and nothing costs more. Immutable;
 * safe for many threads.
 */
public final class Visible {
    private final IndexSearcher searcher;
    private final Frequencies frequencies;
    private final List<BytesRef> audiences;
    private final boolean whole;
    private final @Nullable Holdings holdings;

    /** How many documents have a term. */
    public interface Frequencies {
        int of(Term term) throws IOException;
    }

    /** What the clearance leaves of the searcher's index. */
    public Visible(IndexSearcher searcher, Frequencies frequencies, Clearance clearance) throws IOException {
        this.searcher = searcher;
        this.frequencies = frequencies;
        Set<String> all = audiences(searcher.getIndexReader());
        List<String> seen =
                all.stream().filter(name -> clearance.sees(new Audience(name))).toList();
        this.audiences = seen.stream().map(BytesRef::new).toList();
        this.whole = seen.size() == all.size();
        this.holdings = whole ? null : counted();
    }

    /** Whether nothing is hidden. */
    public boolean whole() {
        return whole;
    }

    /** Lets through documents whose audience, in that field, is seen; null where all are. */
    public @Nullable Query filter(String field) {
        return whole ? null : new TermInSetQuery(field, audiences);
    }

    /** The documents that a query finds and that are seen. */
    public Query only(Query query, String field) {
        return whole
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(new TermInSetQuery(field, audiences), Occur.FILTER)
                        .build();
    }

    /** How many passages that are seen have a term. */
    public int passages(Term term) throws IOException {
        return whole ? frequencies.of(term) : searcher.count(only(new TermQuery(term), Fields.PASSAGE_AUDIENCE));
    }

    /** Whether there is an article of that id that is seen. */
    public boolean article(String id) throws IOException {
        return searcher.count(only(new TermQuery(new Term(Fields.ARTICLE, id)), Fields.AUDIENCE)) > 0;
    }

    /** How much of what there is in all is seen. */
    public Holdings of(Holdings all) {
        return holdings == null ? all : holdings;
    }

    /** Passage by passage, once. */
    private Holdings counted() throws IOException {
        Counts counts = new Counts();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(Fields.PASSAGE_AUDIENCE);
            if (terms != null) {
                count(leaf, terms.iterator(), counts);
            }
        }
        return counts.holdings();
    }

    private void count(LeafReaderContext leaf, TermsEnum terms, Counts counts) throws IOException {
        for (BytesRef audience : audiences) {
            if (terms.seekExact(audience)) {
                PostingsEnum of = terms.postings(null, PostingsEnum.NONE);
                BinaryDocValues passages = leaf.reader().getBinaryDocValues(Fields.PASSAGE);
                BinaryDocValues tables = leaf.reader().getBinaryDocValues(Fields.SENTENCES);
                Bits live = leaf.reader().getLiveDocs();
                while (of.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    if ((live == null || live.get(of.docID()))
                            && passages.advanceExact(of.docID())
                            && tables.advanceExact(of.docID())) {
                        counts.add(passages.binaryValue(), tables.binaryValue());
                    }
                }
            }
        }
    }

    private static final class Counts {
        private final Set<String> articles = new HashSet<>();
        private int passages;
        private int sentences;
        private @Nullable PartialDate newest;

        void add(BytesRef passage, BytesRef table) throws IOException {
            Citation citation = StoredPassage.citation(passage);
            PartialDate published = citation.published();
            articles.add(citation.article());
            passages++;
            sentences += SentenceTable.spans(table).size();
            if (published != null && (newest == null || published.compareTo(newest) > 0)) {
                newest = published;
            }
        }

        Holdings holdings() {
            return new Holdings(articles.size(), passages, sentences, newest);
        }
    }

    private Set<String> audiences(IndexReader reader) throws IOException {
        Set<String> names = new TreeSet<>();
        Terms terms = MultiTerms.getTerms(reader, Fields.AUDIENCE);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef name = each.next(); name != null; name = each.next()) {
                if (frequencies.of(new Term(Fields.AUDIENCE, BytesRef.deepCopyOf(name))) > 0) {
                    names.add(name.utf8ToString());
                }
            }
        }
        return names;
    }
}
