package sourcebook.evaluate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sourcebook.evaluate.Outcome.Judged;
import sourcebook.evaluate.QuestionSet.Question;

/** Outcomes made up for tests of figures. */
public final class Outcomes {
    public static final Judged RIGHT = new Judged("a", "An article", "Right words.", true, true);
    public static final Judged WRONG = new Judged("a", "An article", "Wrong words.", false, true);

    private Outcomes() {}

    /** An answer to a question that has one. */
    public static Outcome answered(double confidence, Judged... quotes) {
        return given(question("answerable", true), confidence, List.of(quotes));
    }

    /** An answer to a question that has none. */
    public static Outcome invented(double confidence) {
        return given(question("unanswerable", false), confidence, List.of(WRONG));
    }

    /** No answer, with what was held back. */
    public static Outcome refused(boolean answerable, double confidence, Judged heldBack) {
        Question question = question("refused", answerable);
        return new Outcome(question, false, confidence, 5, List.of(), heldBack, 0, "Right words.");
    }

    public static Outcome lasting(long millis) {
        return new Outcome(question("q", true), true, 0.5, millis, List.of(RIGHT), RIGHT, 0, "");
    }

    static Outcome ranked(int articleRank) {
        return new Outcome(question("q", true), true, 0.5, 1, List.of(RIGHT), RIGHT, articleRank, "");
    }

    public static Question question(String id, boolean answerable) {
        return new Question(id, "What is " + id + "?", null, answerable, Set.of("a"), List.of(), List.of(), 0);
    }

    private static Outcome given(Question question, double confidence, List<Judged> quotes) {
        return new Outcome(question, true, confidence, 5, quotes, quotes.getFirst(), 0, "Right words.");
    }

    static List<Outcome> times(int count, Outcome outcome) {
        return Stream.generate(() -> outcome).limit(count).toList();
    }
}
