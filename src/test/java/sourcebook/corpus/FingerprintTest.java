package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    @TempDir
    Path corpus;

    @BeforeEach
    void aCorpusOfAllItsParts() throws IOException {
        Reading.write(corpus, "articles/a.md", "One.");
        Reading.write(corpus, "articles/b/c.txt", "Two.");
        Reading.write(corpus, "names.csv", "name");
        Reading.write(corpus, "golden/basic.md", "## Q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles/a.md", "articles/b/c.txt", "names.csv", "golden/basic.md"})
    void itChangesWithEachFile(String file) throws IOException {
        String before = fingerprint();

        Files.writeString(corpus.resolve(file), Files.readString(corpus.resolve(file)) + " ");
        String changed = fingerprint();
        Files.delete(corpus.resolve(file));
        String deleted = fingerprint();

        assertThat(before).matches("[0-9a-f]{64}").isNotIn(changed, deleted);
        assertThat(changed).isNotEqualTo(deleted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles/new.md", "articles/b/new.txt", "golden/new.md"})
    void itChangesWithANewFile(String file) throws IOException {
        String before = fingerprint();

        Reading.write(corpus, file, "");

        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void itChangesWhenAFileIsRenamed() throws IOException {
        String before = fingerprint();

        Files.move(corpus.resolve("articles/a.md"), corpus.resolve("articles/z.md"));

        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u0000articles/y.txt\u0000B", "Aarticles/y.txt\u0000\u0000B"})
    void itChangesWhenTextMovesBetweenFiles(String both) throws IOException {
        Reading.write(corpus, "articles/x.txt", both);
        String before = fingerprint();

        Reading.write(corpus, "articles/x.txt", "A");
        Reading.write(corpus, "articles/y.txt", "B");

        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void itIsTheSameWhereTheFilesAre() throws IOException {
        String before = fingerprint();

        Files.setLastModifiedTime(corpus.resolve("articles/a.md"), FileTime.fromMillis(0));
        Reading.write(corpus, "articles/.hidden.md", "Hidden.");
        Reading.write(corpus, "golden/notes.txt", "Notes.");
        Reading.write(corpus, "other/a.md", "Elsewhere.");

        assertThat(fingerprint()).isEqualTo(before);
    }

    private String fingerprint() throws IOException {
        return new Corpus(corpus).fingerprint();
    }
}
