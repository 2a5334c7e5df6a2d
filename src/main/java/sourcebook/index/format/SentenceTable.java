package sourcebook.index.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import sourcebook.model.AnswerKind;
import sourcebook.model.Span;

/**
 * What the index remembers of a passage's sentences: where each stands, its terms as hashes, and the kinds of answer it
 * states. Kept as one binary value a passage, so that sentences are compared with a question without reading any text.
 *
 * <p>Layout, all numbers variable-length unless said: documents back to the article, its sentences, those before the
 * passage; title term count and hashes (4 bytes each); sentence count; for
 * each sentence its start within the passage, length, kinds as bits, term count and hashes.
 */
public final class SentenceTable {
    private SentenceTable() {}

    /**
     * One sentence as it is indexed.
     *
     * @param span in the passage's own offsets
     * @param terms analysed, and the keys of the parties it names
     */
    record Row(Span span, List<String> terms, Set<AnswerKind> kinds) {}

    /**
     * Where in its article a passage stands.
     *
     * @param back how many documents before the passage's own the article's stands
     * @param sentences how many sentences the article has
     * @param position how many of them stand before the passage
     */
    record Place(int back, int sentences, int position) {}

    /** The table of one passage, with the terms of its article's title. */
    static BytesRef encode(List<String> title, Place place, List<Row> rows) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeVInt(place.back());
            out.writeVInt(place.sentences());
            out.writeVInt(place.position());
            writeHashes(out, title);
            out.writeVInt(rows.size());
            for (Row row : rows) {
                out.writeVInt(row.span().start());
                out.writeVInt(row.span().length());
                out.writeVInt(KindSets.bits(row.kinds()));
                writeHashes(out, row.terms());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    /** The spans of the sentences, in the passage's own offsets. */
    public static List<Span> spans(BytesRef table) {
        ByteArrayDataInput in = open(table);
        in.readVInt();
        in.readVInt();
        in.readVInt();
        skipHashes(in);
        Span[] spans = new Span[in.readVInt()];
        for (int i = 0; i < spans.length; i++) {
            int start = in.readVInt();
            spans[i] = new Span(start, start + in.readVInt());
            in.readVInt();
            skipHashes(in);
        }
        return List.of(spans);
    }

    private static void writeHashes(ByteBuffersDataOutput out, List<String> terms) throws IOException {
        out.writeVInt(terms.size());
        for (String term : terms) {
            out.writeInt(Analysis.hash(term));
        }
    }

    private static void skipHashes(ByteArrayDataInput in) {
        in.skipBytes(4L * in.readVInt());
    }

    static ByteArrayDataInput open(BytesRef table) {
        return new ByteArrayDataInput(table.bytes, table.offset, table.length);
    }
}
