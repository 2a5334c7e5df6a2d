package sourcebook.index;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * One binary value a document. Cheapest when asked in the order of the documents; going back costs a fresh start. For one
 * thread.
 */
final class Column {
    private final IndexReader reader;
    private final String field;
    private @Nullable BinaryDocValues values;
    private int base;
    private int end;
    private int last;

    Column(IndexReader reader, String field) {
        this.reader = reader;
        this.field = field;
    }

    /** The value of a document, null where it has none; good until the next is asked for. */
    @Nullable
    BytesRef find(int document) throws IOException {
        if (document < last || document >= end) {
            open(document);
        }
        last = document;
        return values != null && values.advanceExact(document - base) ? values.binaryValue() : null;
    }

    /** The value of a document that must have one. */
    BytesRef value(int document) throws IOException {
        BytesRef value = find(document);
        if (value == null) {
            throw new IOException("document " + document + " has no " + field + "; run 'bin/sourcebook reindex'");
        }
        return value;
    }

    private void open(int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        values = leaf.reader().getBinaryDocValues(field);
        base = leaf.docBase;
        end = base + leaf.reader().maxDoc();
    }
}
