package sourcebook.corpus.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sourcebook.corpus.extract.Unreadable;

class FeedReaderTest {
    private static final Path SAMPLES = Path.of("../shared/samples/feeds");
    /** The index counts every item by its name; in these one stands within another, as a version that lost a conflict. */
    private static final String COPY_WITHIN_AN_ENTRY = "rome/rome-modules__xml__(ep__ep[12]_v4a|v__v[456])\\.xml";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anEntryOfRssIsRead() throws Unreadable {
        List<FeedEntry> entries = read("""
                <rss version="2.0"><channel><title>News</title><item><title>Payroll &amp;amp; pensions</title>
                <link>https://news.example/a</link><pubDate>Tue, 14 Jul 2015 09:00:00 GMT</pubDate>
                <description>&lt;p&gt;The council &lt;b&gt;outsourced&lt;/b&gt; payroll.&lt;/p&gt;&lt;p&gt;It saves.</description>
                </item></channel></rss>""");

        assertThat(entries)
                .containsExactly(new FeedEntry(
                        Map.of(
                                "id", "https://news.example/a",
                                "title", "Payroll & pensions",
                                "url", "https://news.example/a",
                                "published", "2015-07-14"),
                        "The council outsourced payroll.\n\nIt saves."));
    }

    @Test
    void theContentOfAnAtomEntryCountsMoreThanItsSummary() throws Unreadable {
        List<FeedEntry> entries = read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><author><name>Ann Hall</name></author>
                <updated>2015-07-14T23:00:00Z</updated><summary>Short.</summary>
                <content type="html">&lt;p&gt;The whole of it.&lt;/p&gt;</content></entry></feed>""");

        assertThat(entries.getFirst().text()).isEqualTo("The whole of it.");
        assertThat(entries.getFirst().stated())
                .containsEntry("author", "Ann Hall")
                .containsEntry("published", "2015-07-14");
    }

    @Test
    void aDocumentTypeIsRefused() {
        assertThatThrownBy(() -> read("<!DOCTYPE rss [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\">"
                        + "<channel><title>&e;</title></channel></rss>"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void whatIsNoFeedIsRefused() {
        assertThatThrownBy(() -> read("<html><p>Text.</html>")).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> read("<rss version=\"2.0\"><channel>" + "<a>".repeat(50_000)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void everySampleFeedIsReadToItsLastEntryOrRefusedWithAReason() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the sample feeds are not here: " + SAMPLES);
        List<String> refused = new ArrayList<>();
        List<String> entriesMissing = new ArrayList<>();
        List<JsonNode> samples = samples("rome-index.jsonl");

        for (JsonNode sample : samples) {
            String file = sample.get("file").asText();
            try {
                int entries = FeedReader.read(Files.readAllBytes(SAMPLES.resolve(file)))
                        .size();
                if (entries < sample.get("items").asInt() - (file.matches(COPY_WITHIN_AN_ENTRY) ? 1 : 0)) {
                    entriesMissing.add(file + ": " + entries);
                }
            } catch (Unreadable e) {
                refused.add(file + ": " + e.what());
            }
        }

        assertThat(samples).hasSize(148);
        assertThat(refused)
                .singleElement()
                .asString()
                .startsWith("rome/rome__rss_0.91N.xml: not a feed that can be read: ")
                .contains("DOCTYPE is disallowed");
        assertThat(entriesMissing).isEmpty();
    }

    @Test
    void everyCaseOfAnotherReaderHasItsEntriesOrIsRefusedWithAReason() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the sample feeds are not here: " + SAMPLES);
        List<String> refused = new ArrayList<>();

        for (JsonNode sample : samples("gofeed-cases.jsonl")) {
            JsonNode expected = sample.get("expected");
            try {
                assertThat(read(sample.get("xml").asText()))
                        .as(sample.get("id").asText())
                        .hasSize(expected.path("entries").size()
                                + expected.path("items").size());
            } catch (Unreadable e) {
                refused.add(e.what());
            }
        }

        assertThat(refused)
                .hasSizeLessThanOrEqualTo(18)
                .allSatisfy(why -> assertThat(why)
                        .startsWith("not a feed that can be read: ")
                        .doesNotEndWith("null"));
    }

    private static List<JsonNode> samples(String file) throws IOException {
        List<JsonNode> samples = new ArrayList<>();
        for (String line : Files.readAllLines(SAMPLES.resolve(file))) {
            samples.add(JSON.readTree(line));
        }
        return samples;
    }

    @Test
    void entriesSurviveTheWayThroughAnotherProcess() throws IOException {
        byte[] feed = ("<rss version=\"2.0\"><channel><title>News</title><item><guid>1</guid><title>“A\tB”</title>"
                        + "<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two \u2028 lines.</description></item>"
                        + "</channel></rss>")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(FeedReader.entries(new FeedReader().extract(feed)))
                .isEqualTo(FeedReader.read(feed))
                .hasSize(1);
        assertThat(FeedReader.entries(new FeedReader()
                        .extract("<rss version=\"2.0\"><channel/></rss>".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    private static List<FeedEntry> read(String feed) throws Unreadable {
        return FeedReader.read(feed.getBytes(StandardCharsets.UTF_8));
    }
}
