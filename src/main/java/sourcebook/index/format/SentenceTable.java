package sourcebook.index.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;
import sourcebook.model.AnswerKind;
import sourcebook.model.Candidates.Candidate;
import sourcebook.model.Span;

/**
 * What the index remembers of a passage's sentences: where each stands, its terms as hashes, and the kinds of answer it
 * states. Kept as one binary value a passage, so that sentences are compared with a question without reading any text.
 *
 * <p>Layout, all numbers variable-length unless said: title term count and hashes (4 bytes each); sentence count; for
 * each sentence its start within the passage, length, kinds as bits, term count and hashes.
 */
public final class SentenceTable {
    private static final AnswerKind[] KINDS = AnswerKind.values();

    private SentenceTable() {}

    /**
     * One sentence as it is indexed.
     *
     * @param span in the passage's own offsets
     * @param terms analysed, and the keys of the parties it names
     */
    record Row(Span span, List<String> terms, Set<AnswerKind> kinds) {}

    static BytesRef encode(List<String> title, List<Row> rows) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            writeHashes(out, title);
            out.writeVInt(rows.size());
            for (Row row : rows) {
                out.writeVInt(row.span().start());
                out.writeVInt(row.span().length());
                out.writeVInt(bits(row.kinds()));
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

    /** Adds to {@code found} every sentence of the passage, with what it shares with the question. */
    public static void match(BytesRef table, int[] question, int passage, double score, List<Candidate> found) {
        ByteArrayDataInput in = open(table);
        int inTitle = matched(in, in.readVInt(), question);
        int sentences = in.readVInt();
        int first = found.size();
        int inPassage = 0;
        for (int number = 0; number < sentences; number++) {
            in.readVInt();
            in.readVInt();
            int kinds = in.readVInt();
            int words = in.readVInt();
            int inSentence = matched(in, words, question);
            inPassage |= inSentence;
            found.add(new Candidate(passage, number, words, inSentence, inTitle, 0, kinds(kinds), score));
        }
        int all = inPassage;
        found.subList(first, found.size()).replaceAll(c -> withPassage(c, all));
    }

    private static Candidate withPassage(Candidate c, int inPassage) {
        return new Candidate(
                c.passage(), c.number(), c.words(), c.inSentence(), c.inTitle(), inPassage, c.kinds(), c.score());
    }

    private static int matched(DataInput in, int count, int[] question) {
        int matched = 0;
        try {
            for (int i = 0; i < count; i++) {
                int hash = in.readInt();
                for (int term = 0; term < question.length; term++) {
                    if (question[term] == hash) {
                        matched |= 1 << term;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
        return matched;
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

    private static ByteArrayDataInput open(BytesRef table) {
        return new ByteArrayDataInput(table.bytes, table.offset, table.length);
    }

    private static int bits(Set<AnswerKind> kinds) {
        return kinds.stream().mapToInt(kind -> 1 << kind.ordinal()).sum();
    }

    private static Set<AnswerKind> kinds(int bits) {
        Set<AnswerKind> kinds = EnumSet.noneOf(AnswerKind.class);
        Arrays.stream(KINDS).filter(kind -> (bits & 1 << kind.ordinal()) != 0).forEach(kinds::add);
        return kinds;
    }
}
