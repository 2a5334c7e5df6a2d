package sourcebook.model.search;

import java.util.List;
import java.util.Set;
import sourcebook.model.AnswerKind;
import sourcebook.model.Span;

/**
 * The sentences that the index found for a question, and what each shares with it.
 *
 * @param terms the question's terms with their weights; a candidate's bits point into this list
 * @param sentences in no order that matters
 */
public record Candidates(List<Term> terms, List<Candidate> sentences) {
    /** Only so many terms of a question are looked at, for a candidate keeps a bit for each. */
    public static final int MAX_TERMS = 32;

    public Candidates {
        terms = List.copyOf(terms);
        sentences = List.copyOf(sentences);
        if (terms.size() > MAX_TERMS) {
            throw new IllegalArgumentException("at most " + MAX_TERMS + " terms, got " + terms.size());
        }
    }

    /**
     * A term of the question.
     *
     * @param weight inverse document frequency over passages, higher for rarer terms, above 0
     * @param known whether any passage of the corpus has the term
     * @param name whether the question writes it as a name or a number, which an answer must be about
     */
    public record Term(String text, double weight, boolean known, boolean name) {
        /** What the text of a party's own term begins with. */
        public static final String PARTY = "party:";

        /** Whether it stands for a known party, however it is spelt. */
        public boolean party() {
            return text.startsWith(PARTY);
        }
    }

    /**
     * What a sentence has in common with the question; bit i stands for term i.
     *
     * @param pairs how many terms stand together with the term that is before them in the question
     * @param reach where in the sentence the shared terms stand
     */
    public record Common(int inSentence, int inTitle, int inPassage, int pairs, Reach reach) {}

    /**
     * Where in a sentence the terms stand that it shares with the question, counted in terms from 0; {@link #NONE} where it
     * shares none.
     */
    public record Reach(int first, int last) {
        public static final Reach NONE = new Reach(-1, -1);
    }

    /**
     * The article that a sentence is of.
     *
     * @param document the index's own number for it; good for the lease that gave it
     * @param sentences how many it has
     */
    public record Whole(int document, int sentences) {}

    /**
     * A sentence, by its place in the index.
     *
     * @param article the article that it is of
     * @param passage the index's own number for the passage; good for the lease that gave it
     * @param number which sentence of the passage, from 0
     * @param span the sentence, in the passage's own offsets
     * @param position which sentence of the article, from 0
     * @param words how many terms the sentence has, stop words left out
     * @param score the passage's retrieval score (BM25), 0 where it was found by meaning alone
     * @param meaning the cosine between question and sentence, 0 where there are no vectors
     */
    public record Candidate(
            Whole article,
            int passage,
            int number,
            Span span,
            int position,
            int words,
            Common common,
            Set<AnswerKind> kinds,
            double score,
            double meaning) {

        /** The same without its meaning, as where there are no vectors. */
        public Candidate withoutMeaning() {
            return new Candidate(article, passage, number, span, position, words, common, kinds, score, 0);
        }
    }
}
