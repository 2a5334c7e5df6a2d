package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir
    Path corpus;

    private final List<String> problems = new ArrayList<>();

    @Test
    void aFileHoldsQuestionsWithTheirAnswers() throws IOException {
        List<Golden> goldens = read("""
                # Basic questions

                ## How long is it?
                - outcome: found
                - cites: a/b , c
                - cites: d
                - quote: ten years
                - quote: a decade: or more

                ## Who is it?
                - outcome: not_found
                """);

        assertThat(problems).isEmpty();
        assertThat(goldens)
                .containsExactly(
                        new Golden(
                                "Basic questions",
                                "How long is it?",
                                true,
                                List.of("a/b", "c", "d"),
                                List.of("ten years", "a decade: or more")),
                        new Golden("Basic questions", "Who is it?", false, List.of(), List.of()));
    }

    @Test
    void withoutAHeadingTheFileNamesTheKind() throws IOException {
        assertThat(read("## Who?\n")).containsExactly(new Golden("who said", "Who?", true, List.of(), List.of()));
    }

    @Test
    void aLineThatStatesNothingIsLeftOutWithAWarning() throws IOException {
        List<Golden> goldens = read("- quote: too early\n# K\n## Who?\r\nIt is known.\n- answer: x\n- quote: kept\n");

        assertThat(goldens).containsExactly(new Golden("K", "Who?", true, List.of(), List.of("kept")));
        assertThat(problems)
                .containsExactly(
                        "WARNING golden/who-said.md:1: the line is left out: write - outcome: …, - cites: … or - quote: …",
                        "WARNING golden/who-said.md:4: the line is left out: write - outcome: …, - cites: … or - quote: …",
                        "WARNING golden/who-said.md:5: the line is left out: write - outcome: …, - cites: … or - quote: …");
    }

    @Test
    void anOutcomeIsFoundOrNotFound() throws IOException {
        List<Golden> goldens = read("# K\n## Who?\n- outcome: fuond\n");

        assertThat(goldens).extracting(Golden::found).containsExactly(true);
        assertThat(problems)
                .containsExactly(
                        "WARNING golden/who-said.md:3: the line is left out: an outcome is found or not_found");
    }

    @Test
    void filesAreReadInTheOrderOfTheirNamesAndOthersArePassedOver() throws IOException {
        Reading.write(corpus, "golden/b.md", "## Second?");
        Reading.write(corpus, "golden/a.md", "## First?");
        Reading.write(corpus, "golden/c.txt", "## Third?");
        Reading.write(corpus, "golden/.d.md", "## Fourth?");

        assertThat(goldens()).extracting(Golden::question).containsExactly("First?", "Second?");
    }

    @Test
    void withoutSuchFilesThereAreNoGoldenQuestions() throws IOException {
        assertThat(goldens()).isEmpty();
    }

    private List<Golden> read(String content) throws IOException {
        Reading.write(corpus, "golden/who-said.md", content);
        return goldens();
    }

    private List<Golden> goldens() throws IOException {
        return new Corpus(corpus).goldens(problem -> problems.add(problem.level() + " " + problem));
    }
}
