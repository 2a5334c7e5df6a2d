package sourcebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static sourcebook.evaluate.Outcomes.RIGHT;
import static sourcebook.evaluate.Outcomes.WRONG;
import static sourcebook.evaluate.Outcomes.answered;
import static sourcebook.evaluate.Outcomes.invented;
import static sourcebook.evaluate.Outcomes.refused;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sourcebook.evaluate.Outcome.Judged;

final class ScoresTest {
    @Test
    void aRightQuoteCountsByItsPlace() {
        List<Outcome> outcomes = List.of(
                answered(0.9, RIGHT),
                answered(0.8, WRONG, WRONG, RIGHT),
                answered(0.7, WRONG, WRONG, WRONG, RIGHT),
                refused(true, 0.1, RIGHT));

        assertThat(shown("right@1", outcomes)).isEqualTo("0.2500");
        assertThat(shown("right@3", outcomes)).isEqualTo("0.5000");
        assertThat(shown("MRR@5", outcomes)).isEqualTo("0.3958");
    }

    @Test
    void refusingIsCountedApartForQuestionsWithAndWithoutAnAnswer() {
        List<Outcome> outcomes = List.of(
                answered(0.9, RIGHT),
                refused(true, 0.1, RIGHT),
                invented(0.5),
                refused(false, 0.1, WRONG),
                invented(0.4));

        assertThat(shown("answerable refused", outcomes)).isEqualTo("0.5000");
        assertThat(shown("unanswerable refused", outcomes)).isEqualTo("0.3333");
    }

    @Test
    void precisionIsOfAnswersAndRecallOfQuestionsWithAnAnswer() {
        List<Outcome> outcomes =
                List.of(answered(0.9, RIGHT), answered(0.8, WRONG, RIGHT), invented(0.5), refused(true, 0.1, RIGHT));

        assertThat(shown("precision", outcomes)).isEqualTo("0.3333");
        assertThat(shown("recall", outcomes)).isEqualTo("0.3333");
        assertThat(shown("F1", outcomes)).isEqualTo("0.3333");
    }

    @Test
    void tiesCountHalfInTheArea() {
        assertThat(shown("AUROC", List.of(answered(0.9, RIGHT), answered(0.5, RIGHT), invented(0.5))))
                .isEqualTo("0.7500");
        assertThat(shown("AUROC", List.of(answered(0.2, RIGHT), invented(0.5)))).isEqualTo("0.0000");
    }

    @Test
    void aShareOfNothingIsADash() {
        List<Outcome> refusals = List.of(refused(false, 0.1, WRONG));

        assertThat(shown("right@1", refusals)).isEqualTo("–");
        assertThat(shown("AUROC", refusals)).isEqualTo("–");
        assertThat(shown("F1", refusals)).isEqualTo("0.0000");
        assertThat(shown("millis p50", List.of())).isEqualTo("–");
    }

    @Test
    void aQuoteThatIsNotVerbatimShowsInTheCount() {
        Judged altered = new Judged("a", "An article", "Other words.", true, false);

        List<Outcome> outcomes = List.of(answered(0.9, RIGHT, altered), answered(0.9, RIGHT));

        assertThat(shown("quotes", outcomes)).isEqualTo("3");
        assertThat(shown("verbatim", outcomes)).isEqualTo("2");
        assertThat(new Comparison("s", "dev", false, outcomes, outcomes).altered())
                .containsExactly("answerable: “Other words.” in a");
    }

    @Test
    void timesAreTakenFromTheSortedList() {
        List<Outcome> outcomes = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> Outcomes.lasting(201 - i))
                .toList();

        assertThat(shown("millis p50", outcomes)).isEqualTo("101");
        assertThat(shown("millis p99", outcomes)).isEqualTo("199");
    }

    @Test
    void theRankOfTheArticleIsToldWhereArticlesAreAskedFor() {
        List<Outcome> outcomes = List.of(Outcomes.ranked(1), Outcomes.ranked(4), Outcomes.ranked(0));

        assertThat(Scores.of(outcomes, true).getLast().shown()).isEqualTo("0.4167");
        assertThat(Scores.of(outcomes, false))
                .noneMatch(measure -> measure.name().contains("document"));
    }

    private static String shown(String name, List<Outcome> outcomes) {
        return Scores.of(outcomes, false).stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .shown();
    }
}
