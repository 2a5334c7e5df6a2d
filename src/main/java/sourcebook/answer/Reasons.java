package sourcebook.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Answer.Reason;
import sourcebook.model.AnswerKind;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.model.search.Candidates.Common;
import sourcebook.model.search.Candidates.Term;
import sourcebook.quote.Chooser.Choice;

/** Says why the best candidate is not good enough, from what it has in common with the question. */
final class Reasons {
    /** Below this share of the question's weight, sentences are about something else. */
    private static final double ABOUT = 0.3;

    private Reasons() {}

    static Reason why(Considered considered, @Nullable AnswerKind wanted) {
        Candidates candidates = considered.candidates();
        List<Choice> ranked = considered.ranked();
        if (candidates.terms().isEmpty()) {
            return Reason.NO_WORDS;
        }
        if (ranked.isEmpty() || covered(candidates.terms(), ranked.getFirst().candidate()) < ABOUT) {
            return Reason.NOTHING_ON_THIS;
        }
        if (candidates.terms().stream().anyMatch(term -> term.name() && !term.known())) {
            return Reason.UNKNOWN_NAME;
        }
        boolean kind = wanted == null || ranked.getFirst().candidate().kinds().contains(wanted);
        return considered.given() && kind ? Reason.WEAK_MATCH : Reason.NOT_STATED;
    }

    /** Whether a sentence, in its passage and under its title, has to do with what the terms say. */
    static boolean about(List<Term> terms, Candidate candidate) {
        return !terms.isEmpty() && covered(terms, candidate) >= ABOUT;
    }

    private static double covered(List<Term> terms, Candidate best) {
        Common common = best.common();
        int bits = common.inSentence() | common.inTitle() | common.inPassage();
        double all = 0;
        double covered = 0;
        for (int i = 0; i < terms.size(); i++) {
            all += terms.get(i).weight();
            covered += (bits & 1 << i) != 0 ? terms.get(i).weight() : 0;
        }
        return covered / all;
    }
}
