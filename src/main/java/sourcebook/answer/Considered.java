package sourcebook.answer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Grounds.Held;
import sourcebook.index.Lease;
import sourcebook.model.AnswerKind;
import sourcebook.model.search.Candidates;
import sourcebook.question.AsOf;
import sourcebook.question.Question;
import sourcebook.question.Questions;
import sourcebook.quote.Chooser;
import sourcebook.quote.Chooser.Choice;
import sourcebook.quote.Model;

/**
 * The sentences for a question, in the order in which they would be shown, and how sure it is that the first answers.
 *
 * @param ranked best first; none where nothing was found
 * @param given whether the first has what the question takes for granted
 * @param confidence from 0 to 1
 */
record Considered(Candidates candidates, List<Choice> ranked, boolean given, double confidence) {
    /** What is left of the confidence where no sentence has what the question takes for granted: too little for an answer. */
    private static final double NOT_GIVEN = 0.1;

    /** How sure it is at least that a sentence answers which denies what was asked about. */
    private static final double DENIED = 0.3;

    /** Considers a question; one about a year is considered without the year as well, which then only has to be covered. */
    static Considered of(Question question, Lease index) throws IOException {
        Optional<AsOf> time = question.scope() == null ? AsOf.read(question.text()) : Optional.empty();
        Considered asked = of(question, time.orElse(null), index);
        if (time.isEmpty() || question.wanted() != AnswerKind.NAME || asked.confidence >= Desk.SURE_ENOUGH) {
            return asked;
        }
        Question bare = Questions.read(time.get().question(), index.names(), null);
        Considered timeless = of(bare, time.get(), index);
        if (!timeless.given || timeless.confidence <= asked.confidence) {
            return asked;
        }
        return asked.given ? new Considered(asked.candidates, asked.ranked, true, timeless.confidence) : timeless;
    }

    private static Considered of(Question question, @Nullable AsOf time, Lease index) throws IOException {
        Candidates candidates = index.search(Desk.query(question));
        Model model = Model.inUse(index.byMeaning(), question.scope() != null);
        List<Choice> ranked = Chooser.rank(candidates, Desk.asked(question), model);
        if (ranked.isEmpty()) {
            return new Considered(candidates, ranked, true, 0);
        }
        Held held = new Grounds(question, candidates, time, index).hold(ranked);
        double confidence = Quoting.confidence(held.ranked(), candidates, model, question.text(), index);
        return new Considered(candidates, held.ranked(), held.given(), sure(held, confidence));
    }

    private static double sure(Held held, double confidence) {
        if (held.denies()) {
            return Math.max(confidence, DENIED);
        }
        return held.given() ? confidence : confidence * NOT_GIVEN;
    }
}
