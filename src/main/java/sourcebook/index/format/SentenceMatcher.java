package sourcebook.index.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;
import sourcebook.model.Span;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.model.search.Candidates.Common;
import sourcebook.model.search.Candidates.Reach;
import sourcebook.model.search.Candidates.Whole;

/** Compares one question with the sentences of passages, as their tables remember them. For one thread. */
public final class SentenceMatcher {
    private final TermHashes question;

    /** The sentences of the passage in hand; the objects are used again for the next. */
    private final List<Sentence> sentences = new ArrayList<>();

    private int back;
    private int articleSentences;
    private int position;
    private int count;
    private int inTitle;
    private int inPassage;

    /**
     * A matcher for one question.
     *
     * @param terms for each term of the question the index terms that stand for it, its own first
     */
    public SentenceMatcher(List<List<String>> terms) {
        question = new TermHashes(terms);
    }

    /**
     * A passage that was retrieved.
     *
     * @param document its number in the index
     */
    public record Scored(int document, double score) {}

    /** A line of the table, with what it has in common with the question. */
    private static final class Sentence {
        private int start;
        private int length;
        private int kinds;
        private int words;
        private int matched;
        private int pairs;
        private Reach reach = Reach.NONE;
    }

    /**
     * Every sentence of a passage as a candidate.
     *
     * @param meaning the cosine of each sentence, by its number
     */
    public List<Candidate> match(BytesRef table, Scored passage, IntToDoubleFunction meaning) {
        read(SentenceTable.open(table));
        List<Candidate> found = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            found.add(candidate(sentences.get(number), number, passage, meaning.applyAsDouble(number)));
        }
        return found;
    }

    /** The whole table first, for every candidate tells what its passage has. */
    private void read(ByteArrayDataInput in) {
        back = in.readVInt();
        articleSentences = in.readVInt();
        position = in.readVInt();
        question.read(in, in.readVInt());
        inTitle = question.matched();
        inPassage = 0;
        count = in.readVInt();
        for (int number = 0; number < count; number++) {
            if (number == sentences.size()) {
                sentences.add(new Sentence());
            }
            read(in, sentences.get(number));
            inPassage |= question.matched();
        }
    }

    private void read(ByteArrayDataInput in, Sentence sentence) {
        sentence.start = in.readVInt();
        sentence.length = in.readVInt();
        sentence.kinds = in.readVInt();
        sentence.words = in.readVInt();
        question.read(in, sentence.words);
        sentence.matched = question.matched();
        sentence.pairs = question.pairs();
        sentence.reach = question.reach();
    }

    private Candidate candidate(Sentence sentence, int number, Scored passage, double cosine) {
        return new Candidate(
                new Whole(passage.document - back, articleSentences),
                passage.document,
                number,
                new Span(sentence.start, sentence.start + sentence.length),
                position + number,
                sentence.words,
                new Common(sentence.matched, inTitle, inPassage, sentence.pairs, sentence.reach),
                KindSets.of(sentence.kinds),
                passage.score,
                cosine);
    }
}
