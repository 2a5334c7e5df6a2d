package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.Article;
import sourcebook.model.Problem;

class CorpusTest {
    @TempDir
    Path corpus;

    @BeforeEach
    void anEmptyCorpus() throws IOException {
        Files.createDirectories(corpus.resolve("articles"));
    }

    @Test
    void everyFormatIsReadInTheOrderOfTheFilesNames() throws IOException {
        write("articles/b/two.html", "<title>T</title>Two.");
        write("articles/a.md", "---\ntitle: T\n---\nOne.");
        write("articles/b/three.txt", "T\n\nThree.");
        write("articles/c.jsonl", "{\"id\":\"four\",\"title\":\"T\",\"text\":\"Four.\"}");
        write("articles/d.MARKDOWN", "---\ntitle: T\n---\nFive.");

        Reading reading = Reading.of(corpus);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.articles())
                .extracting(Article::text)
                .containsExactly("One.", "Three.", "Two.", "Four.", "Five.");
        assertThat(reading.articles()).extracting(Article::id).containsExactly("a", "b/three", "b/two", "four", "d");
    }

    @Test
    void progressIsToldAfterEachFile() throws IOException {
        write("articles/a.txt", "One.");
        write("articles/b.txt", "Two.");
        List<String> progress = new ArrayList<>();

        new Corpus(corpus).read(new Reading(new ArrayList<>(), new ArrayList<>(), progress));

        assertThat(progress).containsExactly("1/2", "2/2");
    }

    @Test
    void theSecondOfTwoArticlesWithOneIdIsRefused() throws IOException {
        write("articles/a.md", "---\ntitle: T\n---\nOne.");
        write("articles/a.txt", "Two.");
        write("articles/b.jsonl", "{\"id\":\"a\",\"title\":\"T\",\"text\":\"Three.\"}");

        Reading reading = Reading.of(corpus);

        assertThat(reading.article().text()).isEqualTo("One.");
        assertThat(reading.problemLines())
                .containsExactly(
                        "ERROR articles/a.txt: the id a is taken already, in articles/a.md; rename one of the two",
                        "ERROR articles/b.jsonl: the id a is taken already, in articles/a.md; rename one of the two");
    }

    @Test
    void hiddenFilesAndFoldersArePassedOver() throws IOException {
        write("articles/.draft.md", "Text.");
        write("articles/.git/a.md", "Text.");
        write("articles/a/.b/c.md", "Text.");

        assertThat(Reading.of(corpus).articles()).isEmpty();
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        write("elsewhere/secret.txt", "Secret.");
        Path articles = corpus.resolve("articles");
        Files.createSymbolicLink(articles.resolve("link.txt"), corpus.resolve("elsewhere/secret.txt"));
        Files.createSymbolicLink(articles.resolve("folder"), corpus.resolve("elsewhere"));
        Files.createSymbolicLink(articles.resolve("loop"), articles);

        Reading reading = Reading.of(corpus);

        assertThat(reading.articles()).isEmpty();
        assertThat(reading.problemLines())
                .containsExactlyInAnyOrder(
                        "WARNING articles/link.txt: links are not followed; put the file itself here",
                        "WARNING articles/folder: links are not followed; put the file itself here",
                        "WARNING articles/loop: links are not followed; put the file itself here");
    }

    @Test
    void whatFeedsBroughtIsReadBehindWhatPeopleKeep() throws IOException {
        write("articles/a.txt", "Kept.");
        write("state/articles/news/a.jsonl", "{\"id\":\"a\",\"title\":\"T\",\"text\":\"Fetched.\"}");
        write("state/articles/news/b.jsonl", "{\"id\":\"b\",\"title\":\"T\",\"text\":\"Fetched too.\"}");
        Corpus both = new Corpus(corpus, corpus.resolve("state/articles"));
        Reading reading = Reading.of(both);
        String before = both.fingerprint();

        write("state/articles/news/c.jsonl", "");

        assertThat(reading.articles()).extracting(Article::text).containsExactly("Kept.", "Fetched too.");
        assertThat(reading.problemLines())
                .containsExactly("ERROR fetched/news/a.jsonl: the id a is taken already, in articles/a.txt; rename one"
                        + " of the two");
        assertThat(both.fingerprint()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b.txt", "a\u0007b.txt", "a\u2028b.txt"})
    void aFileWhoseNameCannotStandInALinkIsRefused(String name) throws IOException {
        write("articles/" + name, "Text.");

        Reading reading = Reading.of(corpus);

        assertThat(reading.articles()).isEmpty();
        assertThat(reading.problems())
                .singleElement()
                .extracting(Problem::what)
                .isEqualTo("rename the file: its name cannot stand in a link");
    }

    @Test
    void aFileLargerThanTwentyMegabytesIsRefused() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(corpus.resolve("articles/large.txt").toFile(), "rw")) {
            large.setLength((20 << 20) + 1);
        }

        assertThat(Reading.of(corpus).problemLines())
                .containsExactly("ERROR articles/large.txt: the file is larger than 20 MB; split it into articles");
    }

    @Test
    void withoutAFolderOfArticlesNothingIsRead() throws IOException {
        Files.delete(corpus.resolve("articles"));

        assertThatThrownBy(() -> Reading.of(corpus))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("there is no folder", "articles", "--corpus");
    }

    @Test
    void anIntakeThatFailsStopsTheReading() throws IOException {
        write("articles/a.txt", "One.");
        Intake full = new Intake() {
            @Override
            public void article(Article article) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void problem(Problem problem) {
                throw new AssertionError(problem);
            }
        };

        assertThatThrownBy(() -> new Corpus(corpus).read(full)).hasMessage("no space left");
    }

    @Test
    void theProjectsOwnCorpusHasNoProblems() throws IOException {
        Corpus own = new Corpus(Path.of("index-data"));
        Reading reading = Reading.of(Path.of("index-data"));

        assertThat(own.names(reading::problem).parties()).isNotEmpty();
        assertThat(own.goldens(reading::problem)).isNotEmpty();
        assertThat(reading.articles()).isNotEmpty();
        assertThat(reading.problems()).isEmpty();
    }

    private void write(String file, String content) throws IOException {
        Reading.write(corpus, file, content);
    }
}
