package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.model.Article;
import sourcebook.model.Problem;

final class AudiencesTest {
    @TempDir
    private Path root;

    private final Map<String, String> audiences = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void anArticleIsForEverybodyUnlessItSaysOtherwise() throws IOException {
        write("articles/a.md", "---\ntitle: A\n---\nWords.");
        write("articles/b.md", "---\ntitle: B\naudience: Legal Team\n---\nWords.");
        write(
                "articles/c.jsonl",
                "{\"id\":\"c\",\"text\":\"Words.\",\"audience\":\"board\"}\n{\"id\":\"d\",\"text\":\"Words.\"}");
        write("articles/e.html", "<title>E</title><meta name=audience content=board><p>Words.");

        read();

        assertThat(audiences)
                .containsEntry("a", "public")
                .containsEntry("b", "legal-team")
                .containsEntry("c", "board")
                .containsEntry("d", "public")
                .containsEntry("e", "board");
    }

    @Test
    void aFirstFolderWithAnAtSignNamesTheAudienceOfAllThatIsInIt() throws IOException {
        write("articles/@legal/deep/a.txt", "Words.");
        write("articles/@legal/b.jsonl", "{\"id\":\"b\",\"text\":\"Words.\"}");
        write("articles/@legal/c.md", "---\ntitle: C\naudience: public\n---\nWords.");
        write("articles/deep/@legal/d.txt", "Words.");

        read();

        assertThat(audiences)
                .containsEntry("@legal/deep/a", "legal")
                .containsEntry("b", "legal")
                .containsEntry("@legal/c", "public")
                .containsEntry("deep/@legal/d", "public");
    }

    @Test
    void anArticleWhoseAudienceCannotBeReadIsNotReadAtAll() throws IOException {
        write("articles/a.md", "---\ntitle: A\naudience: \"!\"\n---\nWords.");
        write("articles/b.md", "---\ntitle: B\naudience: [legal, board]\n---\nWords.");
        write("articles/c.md", "---\ntitle: C: D: [\naudience: legal\n---\nWords.");
        write("articles/d.jsonl", "{\"id\":\"d\",\"text\":\"Words.\",\"audience\":[\"legal\"]}");
        write("articles/e.md", "---\ntitle: E\nAudience: legal\n---\nWords.");
        write("articles/f.md", "---\ntitle: F\naudience: {legal: yes}\n---\nWords.");
        write("articles/@!/g.txt", "Words.");

        read();

        assertThat(audiences).containsOnly(Map.entry("e", "legal"));
        assertThat(problems)
                .filteredOn(problem -> problem.level() == Problem.Level.ERROR)
                .extracting(Problem::file)
                .containsExactlyInAnyOrder(
                        "articles/a.md",
                        "articles/b.md",
                        "articles/c.md",
                        "articles/d.jsonl",
                        "articles/f.md",
                        "articles/@!/g.txt");
    }

    @Test
    void aLinkedFolderOfArticlesIsReadAndLinksInItAreNot() throws IOException {
        Path elsewhere = Files.createDirectories(root.resolve("elsewhere"));
        Path outside = Files.writeString(root.resolve("outside.txt"), "Not to be read.");
        Files.writeString(elsewhere.resolve("a.txt"), "Words.");
        Files.createSymbolicLink(elsewhere.resolve("b.txt"), outside);
        Files.createDirectories(root.resolve("corpus"));
        Files.createSymbolicLink(root.resolve("corpus/articles"), elsewhere);

        new Corpus(root.resolve("corpus")).read(intake());

        assertThat(audiences).containsOnlyKeys("a");
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void read() throws IOException {
        new Corpus(root).read(intake());
    }

    private Intake intake() {
        return new Intake() {
            @Override
            public void article(Article article) {
                audiences.put(article.id(), article.audience().name());
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        };
    }
}
