package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.PartialDate;

class JsonLinesTest {
    private static final String FIRST = "{\"id\":\"a/1\",\"title\":\"One\",\"text\":\"First.\"}";
    private static final String LAST = "{\"id\":\"a/2\",\"title\":\"Two\",\"text\":\"Last.\"}";

    @TempDir
    Path corpus;

    @Test
    void eachLineIsAnArticle() throws IOException {
        Reading reading = Reading.of(
                corpus,
                "all.jsonl",
                "\ufeff" + FIRST + "\r\n\r\n  \n"
                        + "{\"id\":7,\"title\":\"T\",\"text\":\"X.\",\"published\":2015,\"url\":\"https://a.example\","
                        + "\"author\":null,\"publisher\":\"P\",\"extra\":{\"x\":[1]}}");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.articles())
                .extracting(Article::citation)
                .containsExactly(
                        new Citation("a/1", "One", null, null, null, null, null),
                        new Citation("7", "T", null, "P", "https://a.example", new PartialDate("2015"), null));
    }

    @Test
    void anArticleWithoutATitleIsCalledByItsOpeningWords() throws IOException {
        Reading reading = Reading.of(
                corpus,
                "all.jsonl",
                "{\"id\":\"a\",\"title\":\" \",\"text\":\" Road  works.\"}\n{\"id\":\"b\",\"text\":\""
                        + "word ".repeat(40) + "\"}");

        assertThat(reading.articles())
                .extracting(article -> article.citation().title())
                .containsExactly("Road works.", "word ".repeat(16).strip() + "…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"b\",\"title\":",
                "not json",
                "[1]",
                "\"text\"",
                "null",
                "{\"title\":\"T\",\"text\":\"x\"}",
                "{\"id\":\"b\",\"title\":\"T\"}",
                "{\"id\":\"b\",\"title\":\"T\",\"text\":\" \\n\"}",
                "{\"id\":\"b\",\"title\":\"T\",\"text\":[\"x\"]}",
                "{\"id\":\"../b\",\"title\":\"T\",\"text\":\"x\"}",
                "{\"id\":\"b\",\"title\":\"T\",\"text\":\"x\"} {\"id\":\"c\",\"title\":\"T\",\"text\":\"x\"}",
                "{\"id\":\"b\",\"title\":\"T\",\"text\":\"half \\ud83d of it\"}"
            })
    void aBadLineIsNamedAndTheRestIsRead(String bad) throws IOException {
        Reading reading = Reading.of(corpus, "all.jsonl", FIRST + "\n" + bad + "\n" + LAST);

        assertThat(reading.articles()).extracting(Article::id).containsExactly("a/1", "a/2");
        assertThat(reading.problemLines()).singleElement().asString().startsWith("ERROR articles/all.jsonl:2: ");
    }

    @Test
    void aLineThatIsNotUtf8IsNamedAndTheRestIsRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((FIRST + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("{\"id\":\"b\",\"title\":\"é\",\"text\":\"x\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(LAST.getBytes(StandardCharsets.UTF_8));

        Reading reading = Reading.of(corpus, "all.jsonl", bytes.toByteArray());

        assertThat(reading.articles()).extracting(Article::id).containsExactly("a/1", "a/2");
        assertThat(reading.problemLines())
                .containsExactly("ERROR articles/all.jsonl:2: not UTF-8 text; save the file as UTF-8");
    }

    @Test
    void theTextIsKeptAsItIs() throws IOException {
        String json = "\\n  Two  spaces,\\ta tab,\\r\\na\\u00a0b\\u2028c\\u0000d \\ud83d\\ude00 😀 <b>&amp;</b>\\n\\n";

        Reading reading = Reading.of(corpus, "all.jsonl", "{\"id\":\"b\",\"title\":\"T\",\"text\":\"" + json + "\"}");

        assertThat(reading.article().text())
                .isEqualTo("\n  Two  spaces,\ta tab,\r\na\u00a0b\u2028c\u0000d 😀 😀 <b>&amp;</b>\n\n");
    }

    @Test
    void aBadDateIsLeftOutAndItsLineIsNamed() throws IOException {
        Reading reading = Reading.of(
                corpus, "all.jsonl", FIRST + "\n" + LAST.replace("}", ",\"published\":\"soon\",\"url\":\"ftp://a\"}"));

        assertThat(reading.articles()).hasSize(2);
        assertThat(reading.problemLines())
                .containsExactlyInAnyOrder(
                        "WARNING articles/all.jsonl:2: url ftp://a is left out: it must begin with http:// or https://"
                                + " and have no spaces",
                        "WARNING articles/all.jsonl:2: date soon is left out: write it as 2015, 2015-07 or 2015-07-14");
    }

    @Test
    void aLineLongerThanTwentyMegabytesIsNamedAndTheRestIsRead() throws IOException {
        byte[] first = (FIRST + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] last = ("\n" + LAST).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[first.length + (21 << 20) + last.length];
        Arrays.fill(bytes, (byte) 'x');
        System.arraycopy(first, 0, bytes, 0, first.length);
        System.arraycopy(last, 0, bytes, bytes.length - last.length, last.length);

        Reading reading = Reading.of(corpus, "all.jsonl", bytes);

        assertThat(reading.articles()).extracting(Article::id).containsExactly("a/1", "a/2");
        assertThat(reading.problemLines())
                .containsExactly("ERROR articles/all.jsonl:2: the line is longer than 20 MB; divide the article");
    }

    @Test
    void anEmptyFileHoldsNoArticles() throws IOException {
        Reading reading = Reading.of(corpus, "all.jsonl", "");

        assertThat(reading.articles()).isEmpty();
        assertThat(reading.problems()).isEmpty();
    }
}
