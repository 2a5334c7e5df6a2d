package sourcebook.index.format;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import sourcebook.model.search.Candidates.Reach;

/**
 * The terms of one question as hashes, looked for in runs of hashes: which of the terms are there, and which two stand
 * together as in the question. For one thread.
 */
final class TermHashes {
    /** Terms count as standing together up to this distance; stop words are not counted. */
    private static final int NEAR = 2;

    private static final int NOWHERE = Integer.MIN_VALUE / 2;

    private final int[] hashes;
    private final int[] termOfHash;
    private final int[] lastSeen;

    /** Has the bit that a hash's lowest six bits name if any of the hashes ends in those: most others are told by it. */
    private final long endings;

    private int matched;
    private int paired;
    private int first;
    private int last;

    /**
     * The terms of a question.
     *
     * @param terms for each term the index terms that stand for it, its own first
     */
    TermHashes(List<List<String>> terms) {
        hashes = terms.stream().flatMap(List::stream).mapToInt(Analysis::hash).toArray();
        endings = Arrays.stream(hashes).mapToLong(hash -> 1L << hash).reduce(0, (a, b) -> a | b);
        termOfHash = new int[hashes.length];
        lastSeen = new int[terms.size()];
        int at = 0;
        for (int term = 0; term < terms.size(); term++) {
            for (int i = 0; i < terms.get(term).size(); i++) {
                termOfHash[at++] = term;
            }
        }
    }

    /** Reads so many hashes, of one sentence or title. */
    void read(ByteArrayDataInput in, int count) {
        matched = 0;
        paired = 0;
        first = -1;
        last = -1;
        Arrays.fill(lastSeen, NOWHERE);
        for (int place = 0; place < count; place++) {
            int hash = in.readInt();
            if ((endings >>> hash & 1) != 0) {
                compare(hash, place);
            }
        }
    }

    /** The bits of the question's terms among the hashes read last. */
    int matched() {
        return matched;
    }

    /** How many terms stood together with the one before them in the question. */
    int pairs() {
        return Integer.bitCount(paired);
    }

    /** Where the first and the last of the question's terms stood. */
    Reach reach() {
        return first < 0 ? Reach.NONE : new Reach(first, last);
    }

    private void compare(int hash, int place) {
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash) {
                see(termOfHash[i], place);
            }
        }
    }

    private void see(int term, int place) {
        matched |= 1 << term;
        paired |= term > 0 && place - lastSeen[term - 1] <= NEAR ? 1 << term : 0;
        lastSeen[term] = place;
        first = first < 0 ? place : first;
        last = place;
    }
}
