package sourcebook.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;
import sourcebook.embed.Vectors;
import sourcebook.index.format.Fields;

/** Compares one question's vector with the sentences of one generation. For one thread and one question. */
final class Meaning {
    private final OpenGeneration generation;
    private final byte[] question;
    private int leafNumber = -1;
    private @Nullable ByteVectorValues vectors;
    private @Nullable DocIndexIterator documents;

    Meaning(OpenGeneration generation, byte[] question) {
        this.generation = generation;
        this.question = question;
    }

    /** The passages of the nearest sentences among those, or among all; the nearest first. A passage can come twice. */
    List<Integer> nearest(int sentences, @Nullable Query among) throws IOException {
        List<Integer> passages = new ArrayList<>();
        KnnByteVectorQuery query = new KnnByteVectorQuery(Fields.VECTOR, question, sentences, among);
        for (ScoreDoc hit : generation.searcher().search(query, sentences).scoreDocs) {
            passages.add(hit.doc - back(hit.doc));
        }
        return passages;
    }

    /** The cosine of a passage's sentence. Passages are to be asked for in the order of their numbers. */
    double cosine(int passage, int number) {
        try {
            int document = passage + 1 + number;
            open(ReaderUtil.subIndex(document, generation.reader().leaves()));
            if (vectors == null || documents == null) {
                return 0;
            }
            int inLeaf = document - generation.reader().leaves().get(leafNumber).docBase;
            return documents.advance(inLeaf) == inLeaf
                    ? Vectors.cosine(question, vectors.vectorValue(documents.index()))
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(int leaf) throws IOException {
        if (leaf != leafNumber) {
            leafNumber = leaf;
            vectors = generation.reader().leaves().get(leaf).reader().getByteVectorValues(Fields.VECTOR);
            documents = vectors == null ? null : vectors.iterator();
        }
    }

    private int back(int document) throws IOException {
        LeafReaderContext leaf = generation
                .reader()
                .leaves()
                .get(ReaderUtil.subIndex(document, generation.reader().leaves()));
        NumericDocValues back = leaf.reader().getNumericDocValues(Fields.BACK);
        if (back == null || !back.advanceExact(document - leaf.docBase)) {
            throw new IOException("sentence " + document + " has no passage; run 'bin/sourcebook reindex'");
        }
        return Math.toIntExact(back.longValue());
    }
}
