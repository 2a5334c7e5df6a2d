package sourcebook.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import sourcebook.Fixture;
import sourcebook.model.Article;

/** Question sets over the fixture's articles, written as those of others are. */
public final class TinySet {
    public static final String WORTH = "The payroll contract is worth £12.4m.";
    public static final String SINCE = "Volunteers have run five village libraries since 2012.";

    /** Answers by place, by sentence, within an article, and none. */
    public static final String QUESTIONS =
            """
            {"id":"worth","question":"what is the payroll contract of Acme worth?","answerable":true,"relevant":["acme-payroll"],"answers":[{"text":"£12.4m","start":%d}]}
            {"id":"since","question":"since when have volunteers run village libraries?","answerable":true,"relevant":["libraries"],"answers":[],"answer_sentences":["%s"]}
            {"id":"meals","question":"how many school meals does Acme cook a day?","scope":"acme-schools","answerable":true,"relevant":["acme-schools"],"answer_sentences":["Acme cooks 4,000 school meals a day in Northtown."]}
            {"id":"elsewhere","question":"how many school meals does Acme cook a day?","scope":"libraries","answerable":false,"relevant":[]}
            {"id":"nothing","question":"what is the boiling point of tungsten?","answerable":false,"relevant":[],"answers":[]}
            """.formatted(Fixture.ACME_PAYROLL.text().indexOf("£12.4m"), SINCE);

    /** Only articles are right or wrong. */
    public static final String ARTICLES_ASKED = """
            {"id":"p","question":"payroll contract Northtown","answerable":true,"relevant":["acme-payroll"]}
            {"id":"l","question":"village libraries","answerable":true,"relevant":["libraries"]}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private TinySet() {}

    /** Writes a set into a folder of that name. */
    public static Path in(Path parent, String name, String questions) throws IOException {
        Path folder = parent.resolve(name);
        Files.createDirectories(folder.resolve("dev"));
        Files.writeString(folder.resolve("dev/questions.jsonl"), questions);
        corpus(folder, Fixture.ALL);
        return folder;
    }

    /** Writes the corpus of a set anew. */
    public static void corpus(Path folder, List<Article> articles) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("corpus.jsonl.gz")))) {
            for (Article article : articles) {
                Map<String, String> line =
                        Map.of("id", article.id(), "title", article.citation().title(), "text", article.text());
                out.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
