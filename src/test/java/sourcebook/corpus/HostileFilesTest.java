package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.model.Article;
import sourcebook.model.Problem;

class HostileFilesTest {
    @TempDir
    private Path corpus;

    @Test
    void everyHostileFileIsRefusedWithItsReasonAndTheRestIsRead() throws Exception {
        Path articles = Files.createDirectories(corpus.resolve("articles"));
        Map<String, String> reasons = HostileFiles.in(articles);
        Reading.write(corpus, "articles/a-good.txt", "First.");
        Reading.write(corpus, "articles/zz-good.html", "<title>T</title><p>Last.</p>");
        Reading.write(corpus, "secret.txt", "Secret.");

        Reading reading = Reading.of(corpus);

        assertThat(reasons).hasSizeGreaterThanOrEqualTo(60);
        assertThat(reading.articles()).extracting(Article::text).containsExactlyInAnyOrder("First.", "Last.");
        Map<String, List<String>> told = reading.problems().stream()
                .collect(Collectors.groupingBy(
                        problem -> problem.file().replaceFirst("articles/", ""),
                        Collectors.mapping(Problem::what, Collectors.toList())));
        List<String> misfits = reasons.entrySet().stream()
                .filter(expected -> told.getOrDefault(expected.getKey(), List.of()).stream()
                        .noneMatch(Pattern.compile(expected.getValue()).asPredicate()))
                .map(expected -> expected + " was told as " + told.get(expected.getKey()))
                .toList();
        assertThat(misfits).isEmpty();
    }
}
