package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTextTest {
    @TempDir
    Path corpus;

    @Test
    void aFirstLineThatStandsAloneIsTheTitle() throws IOException {
        Reading reading = Reading.of(corpus, "a.txt", "\r\n  Who  pays \r\n\r\nThe council.\r\nStill.\r\n");

        assertThat(reading.article().citation().title()).isEqualTo("Who pays");
        assertThat(reading.article().text()).isEqualTo("The council.\nStill.");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void withoutSuchALineTheFileNamesTheArticle() throws IOException {
        Reading reading = Reading.of(corpus, "who-pays.txt", "The council pays.\nStill.");

        assertThat(reading.article().citation().title()).isEqualTo("who pays");
        assertThat(reading.article().text()).isEqualTo("The council pays.\nStill.");
    }

    @Test
    void aLongFirstParagraphIsNoTitle() throws IOException {
        Reading reading = Reading.of(corpus, "a.txt", "word ".repeat(60) + "\n\nmore");

        assertThat(reading.article().citation().title()).isEqualTo("a");
        assertThat(reading.article().text()).startsWith("word word").endsWith("more");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Reading reading = Reading.of(corpus, "a.txt", "\ufeff \n\n");

        assertThat(reading.articles()).isEmpty();
        assertThat(reading.problemLines()).containsExactly("ERROR articles/a.txt: the file is empty");
    }
}
