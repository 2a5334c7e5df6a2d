package sourcebook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.model.Citation;
import sourcebook.model.PartialDate;

class HtmlTest {
    private static final String PAGE = """
            <!doctype html><html><head><title>Payroll | The Journal</title>
            <meta property="og:title" content="Payroll"><meta name="author" content="Ann Hall">
            <meta property="og:site_name" content="The Journal"><link rel="canonical" href="https://journal.example/p">
            <meta property="article:published_time" content="2015-07-14T09:00:00+01:00"></head>
            <body><header>Site name</header><nav>Menu</nav><main><h1>Payroll</h1>
            <p>The council   outsourced<br>its&nbsp;payroll to <b>Acme</b> &amp; Sons.</p>
            <table><tr><th>Year</th><th>Cost</th></tr><tr><td>2015</td><td>£5m</td></tr></table>
            <script>track()</script><div hidden>secret</div></main><footer>Imprint</footer></body></html>
            """;

    @TempDir
    Path corpus;

    @Test
    void theMainPartIsTheTextAndTheHeadIsTheCitation() throws IOException {
        Reading reading = Reading.of(corpus, "page.html", PAGE);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.article().citation())
                .isEqualTo(new Citation(
                        "page",
                        "Payroll",
                        "Ann Hall",
                        "The Journal",
                        "https://journal.example/p",
                        new PartialDate("2015-07-14"),
                        null));
        assertThat(reading.article().text())
                .isEqualTo(
                        "Payroll\n\nThe council outsourced its payroll to Acme & Sons.\n\nYear\n\nCost\n\n2015\n\n£5m");
    }

    @Test
    void anAuthorsNameIsReadAndNotTheirAddress() throws IOException {
        Reading reading = Reading.of(
                corpus,
                "a.htm",
                "<title>T</title><p>Text by <a rel=author href='/people/ann'>Ann Hall</a>, <time datetime=2015-07>July"
                        + "</time>.");

        assertThat(reading.article().citation().author()).isEqualTo("Ann Hall");
        assertThat(reading.article().citation().published()).isEqualTo(new PartialDate("2015-07"));
    }

    @Test
    void changesMarkedInALineDoNotDivideIt() throws IOException {
        Reading reading =
                Reading.of(corpus, "a.html", "<title>T</title><p>It <del>is</del><ins>was</ins> <i>late</i>.");

        assertThat(reading.article().text()).doesNotContain("\n");
    }

    @Test
    void aPageNestedDeeplyIsRead() throws IOException {
        Reading reading = Reading.of(corpus, "a.html", "<title>T</title>" + "<b>".repeat(20_000) + "Text.");

        assertThat(reading.article().text()).isEqualTo("Text.");
    }

    @Test
    void aPageThatStatesNothingIsNamedAfterItsFile() throws IOException {
        Reading reading = Reading.of(corpus, "some-page.HTML", "Only text");

        assertThat(reading.article().citation())
                .isEqualTo(new Citation("some-page", "some page", null, null, null, null, null));
    }

    @Test
    void aPageWithoutTextIsRefused() throws IOException {
        Reading reading = Reading.of(corpus, "a.html", "<title>T</title><script>run()</script>");

        assertThat(reading.articles()).isEmpty();
        assertThat(reading.problemLines())
                .containsExactly("ERROR articles/a.html: the page has no text; save it as it shows in the browser");
    }
}
