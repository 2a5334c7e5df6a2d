package sourcebook.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import sourcebook.text.Passages;

/** Real articles with people's questions, copied under other names until there are enough passages. */
final class Copies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Material.Asked> asked = new ArrayList<>();
    private final Renaming renaming;

    private Copies(Path folder) throws IOException {
        for (JsonNode paragraph : lines(folder.resolve("corpus.jsonl.gz"))) {
            texts.merge(
                    paragraph.get("title").asText(),
                    paragraph.get("text").asText(),
                    (text, more) -> text + "\n\n" + more);
        }
        for (JsonNode question : lines(folder.resolve("dev/questions.jsonl"))) {
            if (question.get("answerable").asBoolean()) {
                String gold = question.get("answer_sentences").get(0).asText();
                asked.add(new Material.Asked(question.get("question").asText(), gold));
            }
        }
        renaming = new Renaming(texts.values());
    }

    static boolean present(Path folder) {
        return Files.exists(folder.resolve("corpus.jsonl.gz")) && Files.exists(folder.resolve("dev/questions.jsonl"));
    }

    /** Copies of the articles in a folder, with each question asked of one copy. */
    static Material of(Path folder, int passages, long seed) throws IOException {
        Copies copies = new Copies(folder);
        int each = copies.texts.values().stream()
                .mapToInt(text -> Passages.of(text).size())
                .sum();
        return copies.material(Math.ceilDiv(passages, each), new Random(seed));
    }

    private Material material(int copies, Random random) {
        List<Material.Text> articles = new ArrayList<>();
        List<String> parties = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            for (Map.Entry<String, String> article : texts.entrySet()) {
                String title = renaming.in(article.getKey(), copy);
                String id = "copy-" + copy + "/" + article.getKey().replace(' ', '-');
                articles.add(new Material.Text(id, title, renaming.in(article.getValue(), copy)));
                if (!title.equals(article.getKey())) {
                    parties.add(title);
                }
            }
        }
        return new Material(
                articles,
                asked.stream().map(a -> renamed(a, random.nextInt(copies))).toList(),
                parties);
    }

    private Material.Asked renamed(Material.Asked asked, int copy) {
        return new Material.Asked(renaming.in(asked.question(), copy), renaming.in(asked.gold(), copy));
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }
}
