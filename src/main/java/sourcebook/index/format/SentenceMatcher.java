package sourcebook.index.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;
import sourcebook.model.AnswerKind;
import sourcebook.model.Candidates.Candidate;
import sourcebook.model.Candidates.Common;

/**
 * Compares one question with the sentences of passages, as their tables remember them: which terms a sentence has, and
 * which two stand together as in the question. For one thread.
 */
public final class SentenceMatcher {
    private static final AnswerKind[] KINDS = AnswerKind.values();

    /** Terms count as standing together up to this distance; stop words are not counted. */
    private static final int NEAR = 2;

    private static final int NOWHERE = Integer.MIN_VALUE / 2;

    private final int[] hashes;
    private final int[] termOfHash;
    private final int[] lastSeen;

    /**
     * A matcher for one question.
     *
     * @param terms for each term of the question the index terms that stand for it, its own first
     */
    public SentenceMatcher(List<List<String>> terms) {
        hashes = terms.stream().flatMap(List::stream).mapToInt(Analysis::hash).toArray();
        termOfHash = new int[hashes.length];
        lastSeen = new int[terms.size()];
        int at = 0;
        for (int term = 0; term < terms.size(); term++) {
            for (int i = 0; i < terms.get(term).size(); i++) {
                termOfHash[at++] = term;
            }
        }
    }

    /**
     * A passage that was retrieved.
     *
     * @param document its number in the index
     */
    public record Scored(int document, double score) {}

    /**
     * Every sentence of a passage as a candidate.
     *
     * @param meaning the cosine of each sentence, by its number
     */
    public List<Candidate> match(BytesRef table, Scored passage, IntToDoubleFunction meaning) {
        try {
            return match(SentenceTable.open(table), passage, meaning);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }

    private List<Candidate> match(ByteArrayDataInput in, Scored passage, IntToDoubleFunction meaning)
            throws IOException {
        int position = in.readVInt();
        int inTitle = read(in, in.readVInt())[0];
        int sentences = in.readVInt();
        List<Candidate> found = new ArrayList<>(sentences);
        int inPassage = 0;
        for (int number = 0; number < sentences; number++) {
            in.readVInt();
            in.readVInt();
            Set<AnswerKind> kinds = kinds(in.readVInt());
            int words = in.readVInt();
            int[] read = read(in, words);
            inPassage |= read[0];
            Common common = new Common(read[0], inTitle, 0, read[1]);
            double cosine = meaning.applyAsDouble(number);
            found.add(new Candidate(
                    passage.document, number, position + number, words, common, kinds, passage.score, cosine));
        }
        int all = inPassage;
        found.replaceAll(candidate -> candidate.inPassage(all));
        return found;
    }

    /** Reads so many hashes; gives the bits of the question's terms among them, and how many pairs stand together. */
    private int[] read(ByteArrayDataInput in, int count) throws IOException {
        Arrays.fill(lastSeen, NOWHERE);
        int matched = 0;
        int pairs = 0;
        for (int place = 0; place < count; place++) {
            int hash = in.readInt();
            for (int i = 0; i < hashes.length; i++) {
                if (hashes[i] == hash) {
                    int term = termOfHash[i];
                    matched |= 1 << term;
                    pairs |= term > 0 && place - lastSeen[term - 1] <= NEAR ? 1 << term : 0;
                    lastSeen[term] = place;
                }
            }
        }
        return new int[] {matched, Integer.bitCount(pairs)};
    }

    private static Set<AnswerKind> kinds(int bits) {
        Set<AnswerKind> kinds = EnumSet.noneOf(AnswerKind.class);
        for (AnswerKind kind : KINDS) {
            if ((bits & 1 << kind.ordinal()) != 0) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
