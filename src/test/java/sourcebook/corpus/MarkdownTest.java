package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.model.Citation;
import sourcebook.model.PartialDate;

class MarkdownTest {
    private static final String ARTICLE = """
            ---
            title: "Payroll: who runs it"
            author: Ann Hall
            publisher: The Journal
            published: 2015-07-14
            url: https://journal.example/payroll
            record: Decision 12
            ---

            # Heading

            The council *outsourced* its payroll
            to Acme &amp; Sons.

            - one
            - two
            """;

    @TempDir
    Path corpus;

    @Test
    void frontMatterIsTheCitationAndTheRestIsTheText() throws IOException {
        Reading reading = Reading.of(corpus, "council/payroll.md", ARTICLE);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.article().citation())
                .isEqualTo(new Citation(
                        "council/payroll",
                        "Payroll: who runs it",
                        "Ann Hall",
                        "The Journal",
                        "https://journal.example/payroll",
                        new PartialDate("2015-07-14"),
                        "Decision 12"));
        assertThat(reading.article().text())
                .isEqualTo("Heading\n\nThe council outsourced its payroll to Acme & Sons.\n\none\n\ntwo");
    }

    @Test
    void aByteOrderMarkAndForeignLineEndsMakeNoDifference() throws IOException {
        String text = Reading.of(corpus, "a.md", ARTICLE).article().text();

        Reading windows = Reading.of(corpus, "a.md", "\ufeff" + ARTICLE.replace("\n", "\r\n"));
        Reading oldMac = Reading.of(corpus, "a.md", ARTICLE.replace('\n', '\r'));

        assertThat(windows.article().text()).isEqualTo(text);
        assertThat(windows.article().citation().author()).isEqualTo("Ann Hall");
        assertThat(oldMac.article().text()).isEqualTo(text);
    }

    @Test
    void anArticleWithoutFrontMatterIsNamedAfterItsFile() throws IOException {
        Reading reading = Reading.of(corpus, "who-pays_what.md", "It pays.");

        assertThat(reading.article().citation().title()).isEqualTo("who pays what");
        assertThat(reading.problemLines())
                .containsExactly(
                        "WARNING articles/who-pays_what.md:1: no title; begin the file with front matter: ---, title: …, ---");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "1.10", "007", "true", "0x1F", "1e3", "2015-07-14", "12:30", "No"})
    void aTitleIsKeptAsItIsWritten(String title) throws IOException {
        Reading reading = Reading.of(corpus, "a.md", "---\ntitle: " + title + "\n---\nText.");

        assertThat(reading.article().citation().title()).isEqualTo(title);
    }

    @Test
    void severalAuthorsAreNamedInARow() throws IOException {
        Reading reading = Reading.of(corpus, "a.md", "---\ntitle: T\nauthor:\n  - Ann Hall\n  - Tom Reed\n---\nText.");

        assertThat(reading.article().citation().author()).isEqualTo("Ann Hall, Tom Reed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"author:", "author: ~", "author: null", "author: ''", "author: '  '", "other: x", "# note"})
    void whatIsNotStatedIsUnknown(String line) throws IOException {
        Reading reading = Reading.of(corpus, "a.md", "---\ntitle: T\n" + line + "\n---\nText.");

        assertThat(reading.article().citation().author()).isNull();
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void brokenFrontMatterIsLeftOutAndItsLineIsNamed() throws IOException {
        Reading reading = Reading.of(corpus, "a.md", "---\ntitle: T\nauthor: Ann\n\tpublisher: [x\n---\nText.");

        assertThat(reading.article().text()).isEqualTo("Text.");
        assertThat(reading.problemLines().getFirst())
                .startsWith("WARNING articles/a.md:4: the front matter is left out: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just words", "- a\n- list"})
    void frontMatterThatStatesNothingIsLeftOut(String yaml) throws IOException {
        Reading reading = Reading.of(corpus, "a.md", "---\n" + yaml + "\n---\nText.");

        assertThat(reading.article().text()).isEqualTo("Text.");
        assertThat(reading.problemLines())
                .contains("WARNING articles/a.md:1: the front matter is left out: write key: value lines");
    }

    @Test
    void aPartThatHoldsPartsIsLeftOut() throws IOException {
        Reading reading = Reading.of(corpus, "a.md", "---\ntitle: T\nauthor: {first: Ann}\n---\nText.");

        assertThat(reading.article().citation().author()).isNull();
        assertThat(reading.problemLines())
                .containsExactly("WARNING articles/a.md:1: author is left out: write its value on one line");
    }

    @Test
    void emptyFrontMatterIsNoText() throws IOException {
        Reading reading = Reading.of(corpus, "a.md", "---\n---\nText.");

        assertThat(reading.article().text()).isEqualTo("Text.");
    }

    @Test
    void spacesBehindTheFencesMakeNoDifference() throws IOException {
        Reading reading = Reading.of(corpus, "a.md", "--- \ntitle: T\n---\t\nText.");

        assertThat(reading.article().citation().title()).isEqualTo("T");
        assertThat(reading.article().text()).isEqualTo("Text.");
    }

    @Test
    void scriptsAndCommentsInMarkdownAreNoText() throws IOException {
        Reading reading =
                Reading.of(corpus, "a.md", "<script>alert(1)</script>\n\n<!-- hidden -->\n\nText <b>bold</b>.");

        assertThat(reading.article().text()).isEqualTo("Text bold.");
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "*a **b ", "- "})
    void whatIsNestedTooDeeplyIsReadAsText(String opening) throws IOException {
        Reading reading = Reading.of(corpus, "a.md", opening.repeat(20_000) + "Text." + "** *".repeat(20_000));

        assertThat(reading.article().text()).contains("Text.");
    }

    @Test
    void frontMatterThatIsNestedTooDeeplyIsLeftOut() throws IOException {
        Reading reading = Reading.of(corpus, "a.md", "---\ntitle: " + "[".repeat(20_000) + "\n---\nText.");

        assertThat(reading.article().text()).isEqualTo("Text.");
        assertThat(reading.problemLines().getFirst())
                .startsWith("WARNING articles/a.md:")
                .contains("the front matter is left out: ");
    }

    @Test
    void aDateOrAddressThatCannotBeRightIsLeftOutWithAWarning() throws IOException {
        Reading reading = Reading.of(
                corpus, "a.md", "---\ntitle: T\npublished: 31/02/2015\nurl: javascript:alert(1)\n---\nText.");

        assertThat(reading.article().citation().published()).isNull();
        assertThat(reading.article().citation().url()).isNull();
        assertThat(reading.problemLines())
                .containsExactlyInAnyOrder(
                        "WARNING articles/a.md:1: url javascript:alert(1) is left out: it must begin with http:// or"
                                + " https:// and have no spaces",
                        "WARNING articles/a.md:1: date 31/02/2015 is left out: write it as 2015, 2015-07 or 2015-07-14");
    }
}
