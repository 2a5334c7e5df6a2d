package sourcebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.app.Commands.Outcome;
import sourcebook.evaluate.TinySet;
import sourcebook.model.Article;

/** {@code evaluate}, from the command line to what it prints and writes. */
@SuppressWarnings("NullAway.Init")
final class EvaluateTest {
    @TempDir
    Path folder;

    private Path set;
    private Commands commands;

    @BeforeEach
    void set() throws IOException {
        set = TinySet.in(folder, "tiny", TinySet.QUESTIONS);
        commands = Commands.over(SmallCorpus.in(folder));
    }

    @Test
    void bothColumnsArePrinted() {
        Outcome outcome = evaluate();

        assertThat(outcome.status()).isEqualTo(0);
        assertThat(outcome.out().lines().map(String::strip))
                .contains("set: tiny", "split: dev", "ours      BM25", "questions:        5         5");
        assertThat(outcome.err()).contains("Generation 1: 3 articles");
    }

    @Test
    void anIndexThatIsThereIsUsedAgain() {
        evaluate();

        assertThat(evaluate().err()).doesNotContain("Generation");
    }

    @Test
    void aSetThatNamesArticlesToLeaveOutIsAskedTwice() throws IOException {
        Files.writeString(set.resolve("removed_docs.txt"), "libraries\n");

        Outcome outcome = evaluate();

        assertThat(outcome.out()).contains("set: tiny\n", "set: tiny-removed\n");
        assertThat(outcome.err()).contains("3 articles", "2 articles");
    }

    @Test
    void fewerQuestionsCanBeAsked() {
        assertThat(evaluate("--limit", "2").out()).contains("questions:        2         2");
    }

    @Test
    void aReportIsWritten() {
        Path report = folder.resolve("report.html");

        Outcome outcome = evaluate("--report", report.toString());

        assertThat(outcome.status()).isEqualTo(0);
        assertThat(report).content().startsWith("<!DOCTYPE html>").contains("tiny", "<svg");
    }

    @Test
    void aQuoteThatTheSetsCorpusDoesNotHaveEndsWithOne() throws IOException {
        evaluate();
        Article longer = new Article(Fixture.ACME_PAYROLL.citation(), "Anew. " + Fixture.ACME_PAYROLL.text());
        TinySet.corpus(set, List.of(longer, Fixture.ACME_SCHOOLS, Fixture.LIBRARIES));

        Outcome outcome = evaluate();

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("not verbatim: worth: “" + TinySet.WORTH + "” in acme-payroll");
    }

    @Test
    void badUsageEndsWithTwo() {
        assertThat(evaluate("--limit", "0").status()).isEqualTo(2);
        assertThat(evaluate("--fit", folder.toString()).err()).contains("leave out --no-embeddings");
        assertThat(commands.run("evaluate").status()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsNoSetEndsWithOneAndNamesTheFile() {
        Outcome outcome = commands.run("evaluate", "--no-embeddings", folder.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("questions.jsonl: there is no such file")
                .doesNotContain("\tat ");
    }

    private Outcome evaluate(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "evaluate";
        arguments[1] = "--no-embeddings";
        arguments[2] = set.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return commands.run(arguments);
    }
}
