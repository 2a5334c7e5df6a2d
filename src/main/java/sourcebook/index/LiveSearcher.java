package sourcebook.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.jspecify.annotations.Nullable;
import sourcebook.index.build.Gone;

/** Ranks by what is there alone: documents that are gone count in no statistics. Safe for many threads. */
final class LiveSearcher extends IndexSearcher {
    private final Gone gone;

    LiveSearcher(IndexReader reader, Gone gone) {
        super(reader);
        this.gone = gone;
        setQueryCache(null);
    }

    /** How many documents have a term. */
    int documents(Term term) throws IOException {
        return left(getIndexReader().docFreq(term), term);
    }

    /** How many documents have a term, of which Lucene counts so many. */
    int left(int counted, Term term) throws IOException {
        return counted - gone.documents(term);
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        return gone.without(super.termStatistics(term, docFreq, totalTermFreq), term);
    }

    @Override
    public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
        return gone.without(super.collectionStatistics(field));
    }
}
