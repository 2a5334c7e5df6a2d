package sourcebook.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A few articles of our own in a folder, which tests ask about, add to and change. */
public record SmallCorpus(Path root) {
    public static final String WORTH =
            "The Metropolitan Police contract with Shared Services Connected was worth £216m over ten years.";
    public static final String TAGGING = "The tagging contract of Riverbank Security ran for six years from 2005.";
    public static final String NO_ANSWER = "what is the boiling point of tungsten";
    public static final String WORTH_QUESTION =
            "how much was the Metropolitan Police contract with Shared Services Connected worth?";
    public static final String TAGGING_QUESTION = "how long did the tagging contract of Riverbank Security run?";
    public static final String CANTEEN_QUESTION = "when did Harbour Catering take over the canteens?";
    public static final String PAYROLL_QUESTION = "how many people did the payroll centre in Newport employ?";
    public static final String AMBIGUOUS_QUESTION = "how many people does the NPS employ?";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes the corpus into a folder of that parent. */
    public static SmallCorpus in(Path parent) throws IOException {
        SmallCorpus corpus = new SmallCorpus(parent.resolve("corpus"));
        corpus.article("police/met", "The Met’s back office", WORTH + " It began in 2015.");
        corpus.article("justice/tagging", "Tagging", TAGGING + " Nobody mourned it.");
        corpus.article("food/canteens", "Canteens", "Harbour Catering took over the canteens on 4 May 2011.");
        corpus.article("it/payroll", "Payroll", "The payroll centre in Newport employed 310 people.");
        corpus.article("justice/probation", "Probation", "The National Probation Service employs 9,000 people.");
        corpus.golden("money", "How much?", WORTH_QUESTION);
        corpus.golden("term", "How long?", TAGGING_QUESTION);
        corpus.golden("when", "When?", CANTEEN_QUESTION);
        corpus.golden("zz-number", "How many?", PAYROLL_QUESTION);
        corpus.write("names.csv", """
                name,other names,owner,share,from,to,source
                National Probation Service,NPS,,,,,
                National Payroll Society,NPS,,,,,
                """);
        return corpus;
    }

    /** An article whose words are kept exactly as they are given. */
    public void article(String id, String title, String text) throws IOException {
        String file = "articles/" + Integer.toHexString(id.hashCode()) + ".jsonl";
        write(file, JSON.writeValueAsString(Map.of("id", id, "title", title, "text", text)));
    }

    /** A file at a path below the corpus folder. */
    public void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void golden(String file, String kind, String question) throws IOException {
        write("golden/" + file + ".md", "# " + kind + "\n\n## " + question + "\n- outcome: found\n");
    }
}
