package sourcebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.evaluate.Contestant.Said;
import sourcebook.evaluate.QuestionSet.Question;
import sourcebook.evaluate.Scores.Measure;
import sourcebook.model.Article;
import sourcebook.model.Passage;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.text.Passages;

/** Our figures are those of the script that everybody's answers are scored with. */
@SuppressWarnings("NullAway.Init")
final class ScorePyTest {
    private static final Path SCRIPT = Path.of("../shared/eval/score.py");
    private static final int ROUNDS = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void anyAnswersScoreTheSame() throws Exception {
        assumeTrue(Files.isRegularFile(SCRIPT), "the scoring script is not beside the project: " + SCRIPT);
        assumeTrue(python(), "there is no python3 to run the scoring script with");
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            boolean removed = round % 2 == 1;
            Path tiny = TinySet.in(folder, "tiny", questions(round, random));
            Files.writeString(tiny.resolve("removed_docs.txt"), "libraries\n");
            QuestionSet set = QuestionSet.read(tiny, "dev", removed);
            List<Said> said =
                    set.questions().stream().map(q -> said(set, random)).toList();

            assertThat(ours(set, said)).as("seed " + seed + ", round " + round).isEqualTo(theirs(set, said, removed));
        }
    }

    /** The tiny set's questions many times over, so that shares have many digits; in the last rounds all or none. */
    private static String questions(int round, Random random) {
        List<String> lines = new ArrayList<>(TinySet.QUESTIONS.lines().toList());
        lines = new ArrayList<>(
                Collections.nCopies(30, lines).stream().flatMap(List::stream).toList());
        Collections.shuffle(lines, random);
        StringBuilder questions = new StringBuilder();
        int number = 0;
        for (String line : lines.subList(0, 101)) {
            if (round < 6 || line.contains("\"answerable\":" + (round == 6))) {
                questions
                        .append(line.replaceFirst("\"id\":\"", "\"id\":\"" + number++ + "-"))
                        .append('\n');
            }
        }
        return questions.toString();
    }

    private static Said said(QuestionSet set, Random random) {
        List<Quote> quotes = new ArrayList<>();
        boolean given = random.nextInt(4) > 0;
        for (int i = random.nextInt(1, 6); given && i > 0; i--) {
            quotes.add(quote(set, random));
        }
        double confidence = random.nextInt(40) / 40.0;
        return new Said(given, confidence, random.nextLong(300), quotes, given ? quotes.getFirst() : null, List.of());
    }

    private static Quote quote(QuestionSet set, Random random) {
        try {
            List<Article> articles = List.copyOf(set.articles().values());
            Article article = articles.get(random.nextInt(articles.size()));
            if (random.nextInt(20) == 0) {
                article = new Article(article.citation(), article.text().replace('e', 'a'));
            }
            List<Passages.Stretch> passages = Passages.of(article.text());
            Passages.Stretch passage = passages.get(random.nextInt(passages.size()));
            Span span =
                    passage.sentences().get(random.nextInt(passage.sentences().size()));
            return new Quote(Passage.of(article, passage.span()), span, null, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Double> ours(QuestionSet set, List<Said> said) throws IOException {
        Marking marking = new Marking(set.articles());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            outcomes.add(marking.mark(set.questions().get(i), said.get(i)));
        }
        Map<String, Double> figures = new TreeMap<>();
        for (Measure measure : Scores.of(outcomes, false)) {
            Number value = measure.value();
            figures.put(measure.name(), value == null ? Double.NaN : value.doubleValue());
        }
        return figures;
    }

    private Map<String, Double> theirs(QuestionSet set, List<Said> said, boolean removed) throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            lines.add(answer(set.questions().get(i), said.get(i)));
        }
        Path answers = Files.write(folder.resolve("answers.jsonl"), lines);
        List<String> command = new ArrayList<>(
                List.of("python3", SCRIPT.toString(), set.folder().toString(), answers.toString(), "--json"));
        if (removed) {
            command.addAll(List.of(
                    "--removed", set.folder().resolve("removed_docs.txt").toString()));
        }
        Map<String, Double> figures = new TreeMap<>();
        for (Map.Entry<String, JsonNode> figure : JSON.readTree(run(command)).properties()) {
            if (!figure.getValue().isTextual()) {
                figures.put(figure.getKey(), figure.getValue().asDouble(Double.NaN));
            }
        }
        return figures;
    }

    private static String answer(Question question, Said said) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", question.id())
                .put("outcome", said.given() ? "found" : "not_found")
                .put("confidence", said.confidence())
                .put("millis", said.millis());
        var evidence = json.putArray("evidence");
        for (Quote quote : said.quotes()) {
            evidence.addObject()
                    .put("type", "quote")
                    .put("article", quote.citation().article())
                    .put("start", quote.span().start())
                    .put("end", quote.span().end())
                    .put("text", quote.text());
        }
        return json.toString();
    }

    private String run(List<String> command) throws Exception {
        File out = folder.resolve("scores.json").toFile();
        new ProcessBuilder(command)
                .redirectOutput(out)
                .redirectError(folder.resolve("errors").toFile())
                .start()
                .waitFor();
        return Files.readString(out.toPath());
    }

    private boolean python() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("version").toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
