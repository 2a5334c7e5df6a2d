package sourcebook.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Quote;
import sourcebook.model.Span;

/**
 * Questions with known answers over a corpus: a folder with {@code corpus.jsonl.gz}, which the questions are about, and
 * {@code SPLIT/questions.jsonl}.
 *
 * @param name the folder's name, with {@code -removed} behind it where articles are left out
 * @param removed ids of articles left out of the corpus: questions on them have no answer then
 */
public record QuestionSet(String name, Path folder, Set<String> removed, List<Question> questions) {
    private static final String REMOVED = "removed_docs.txt";
    private static final ObjectMapper JSON = new ObjectMapper();

    public QuestionSet {
        questions = List.copyOf(questions);
        removed = Set.copyOf(removed);
    }

    /** Whether the set names articles to leave out, to see what is refused then. */
    public static boolean hasRemoved(Path folder) {
        return Files.exists(folder.resolve(REMOVED));
    }

    /**
     * A question with what counts as a right answer.
     *
     * @param relevant articles that answer; none where any may
     * @param spans where the answer's words stand; may be none
     * @param sentences whole sentences that answer; may be none
     * @param longest the longest of the right answers, in UTF-16 units
     */
    public record Question(
            String id,
            String text,
            @Nullable String scope,
            boolean answerable,
            Set<String> relevant,
            List<Quote.Place> spans,
            List<String> sentences,
            int longest) {}

    /** The questions of one split; with {@code withoutRemoved} the articles that the set names are left out. */
    public static QuestionSet read(Path folder, String split, boolean withoutRemoved) throws IOException {
        Set<String> removed = withoutRemoved ? Set.copyOf(Files.readAllLines(folder.resolve(REMOVED))) : Set.of();
        List<Question> questions = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(split).resolve("questions.jsonl"))) {
            questions.add(question(JSON.readTree(line), removed));
        }
        String name = folder.toAbsolutePath().normalize().getFileName() + (withoutRemoved ? "-removed" : "");
        return new QuestionSet(name, folder, removed, questions);
    }

    /** Unpacks the corpus into a folder that can be indexed, unless it lies there already. */
    public void unpack(Path corpus) throws IOException {
        Path file = corpus.resolve("articles/corpus.jsonl");
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            return;
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(folder.resolve("corpus.jsonl.gz"))),
                        StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!removed.contains(JSON.readTree(line).path("id").asText())) {
                    out.write(line + "\n");
                }
            }
        }
    }

    private static Question question(JsonNode json, Set<String> removed) {
        Set<String> relevant = new HashSet<>(strings(json.path("relevant")));
        List<Quote.Place> spans = new ArrayList<>();
        int longest = 0;
        for (JsonNode answer : json.path("answers")) {
            int length = answer.path("text").asText().length();
            longest = Math.max(longest, length);
            if (answer.has("start")) {
                int start = answer.path("start").asInt();
                relevant.forEach(article -> spans.add(new Quote.Place(article, new Span(start, start + length))));
            }
        }
        List<String> sentences = strings(json.path("answer_sentences"));
        for (String sentence : sentences) {
            longest = Math.max(longest, sentence.length());
        }
        return new Question(
                json.path("id").asText(),
                json.path("question").asText(),
                json.path("scope").isTextual() ? json.path("scope").asText() : null,
                json.path("answerable").asBoolean() && Collections.disjoint(relevant, removed),
                relevant,
                spans,
                sentences,
                longest);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }
}
