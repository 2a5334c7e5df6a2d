package sourcebook.model;

import java.util.List;
import java.util.Set;

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
     */
    public record Term(String text, double weight, boolean known) {}

    /**
     * A sentence, by its place in the index.
     *
     * @param passage the index's own number for the passage; good for the lease that gave it
     * @param number which sentence of the passage, from 0
     * @param words how many terms the sentence has, stop words left out
     * @param inSentence bit i is set where term i is in the sentence
     * @param inTitle the same for the article's title
     * @param inPassage the same for the whole passage
     * @param score the passage's retrieval score (BM25)
     */
    public record Candidate(
            int passage,
            int number,
            int words,
            int inSentence,
            int inTitle,
            int inPassage,
            Set<AnswerKind> kinds,
            double score) {}
}
