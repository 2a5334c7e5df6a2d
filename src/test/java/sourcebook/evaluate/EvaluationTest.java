package sourcebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.evaluate.Comparison.Row;
import sourcebook.index.Generations;

/** A small set from its folder to its figures, with the real index. */
@SuppressWarnings("NullAway.Init")
final class EvaluationTest {
    @TempDir
    Path folder;

    @Test
    void everyQuestionIsAskedOfBothAndJudged() throws IOException {
        Comparison comparison = run(TinySet.QUESTIONS);

        assertThat(comparison.ours()).hasSize(5);
        assertThat(comparison.baseline()).hasSize(5);
        assertThat(ours(comparison, "worth").quotes().getFirst().text()).isEqualTo(TinySet.WORTH);
        assertThat(ours(comparison, "worth").firstRight()).isTrue();
        assertThat(ours(comparison, "since").firstRight()).isTrue();
        assertThat(comparison.altered()).isEmpty();
    }

    @Test
    void aQuestionWithAScopeIsAnsweredFromItsArticleAlone() throws IOException {
        Comparison comparison = run(TinySet.QUESTIONS);

        assertThat(comparison.baseline())
                .filteredOn(outcome -> outcome.question().scope() != null)
                .allSatisfy(outcome -> assertThat(outcome.quotes())
                        .allMatch(quote ->
                                quote.article().equals(outcome.question().scope())));
        assertThat(ours(comparison, "meals").quotes())
                .isNotEmpty()
                .allMatch(q -> q.article().equals("acme-schools"));
        assertThat(ours(comparison, "elsewhere").firstRight()).isFalse();
    }

    @Test
    void aQuestionWithoutAnAnswerIsRefusedByUsAndHasNothingExpected() throws IOException {
        Outcome outcome = ours(run(TinySet.QUESTIONS), "nothing");

        assertThat(outcome.given()).isFalse();
        assertThat(outcome.quotes()).isEmpty();
        assertThat(outcome.expected()).isEmpty();
    }

    @Test
    void confidenceIsTheOneThatProgramsRead() throws IOException {
        assertThat(run(TinySet.QUESTIONS).ours())
                .allSatisfy(outcome -> assertThat(
                                BigDecimal.valueOf(outcome.confidence()).scale())
                        .isLessThanOrEqualTo(4));
    }

    @Test
    void whatWasHeldBackIsJudgedToo() throws IOException {
        Outcome outcome = ours(run(TinySet.QUESTIONS), "elsewhere");

        assertThat(outcome.given()).isFalse();
        assertThat(outcome.first()).isNotNull();
    }

    @Test
    void whatIsExpectedIsSaidInWords() throws IOException {
        Comparison comparison = run(TinySet.QUESTIONS);

        assertThat(ours(comparison, "worth").expected()).isEqualTo("£12.4m");
        assertThat(ours(comparison, "since").expected()).isEqualTo(TinySet.SINCE);
        assertThat(ours(run(TinySet.ARTICLES_ASKED), "l").expected()).isEqualTo("Libraries run by volunteers");
    }

    @Test
    void articlesAreRankedWhereTheyAreAskedFor() throws IOException {
        Comparison comparison = run(TinySet.ARTICLES_ASKED);

        assertThat(comparison.rows().getLast()).isEqualTo(new Row("document MRR@10", "1.0000", "1.0000"));
    }

    @Test
    void progressIsToldAfterEachQuestion() throws IOException {
        List<String> told = new ArrayList<>();

        run(TinySet.ARTICLES_ASKED, (done, all) -> told.add(done + "/" + all));

        assertThat(told).containsExactly("1/2", "2/2");
    }

    @Test
    void bothStandSideBySideInPrint() throws IOException {
        List<String> lines = run(TinySet.QUESTIONS).lines();

        assertThat(lines.get(0)).isEqualTo("                   set: tiny");
        assertThat(lines).contains("             questions:        5         5");
        assertThat(lines.get(2)).endsWith("ours      BM25");
    }

    private Comparison run(String questions) throws IOException {
        return run(questions, (done, all) -> {});
    }

    private Comparison run(String questions, Evaluation.Progress progress) throws IOException {
        QuestionSet set = QuestionSet.read(TinySet.in(folder, "tiny", questions), "dev", false);
        try (Generations index = Fixture.served(folder.resolve("state"), Fixture.ALL)) {
            return new Evaluation(set, progress).run(index::lease);
        }
    }

    private static Outcome ours(Comparison comparison, String id) {
        return comparison.ours().stream()
                .filter(outcome -> outcome.question().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
