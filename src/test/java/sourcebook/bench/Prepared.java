package sourcebook.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sourcebook.index.format.Fields;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;

/**
 * A corpus on the disk, in the form that people keep theirs, with its index and its questions; made once and used again.
 *
 * @param sources the words of every article by its id, as they were written
 */
record Prepared(Path folder, List<Material.Asked> questions, Map<String, String> sources) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("target", "bench");
    private static final Path REAL = Path.of("..", "shared", "eval", "squad2-dev");
    private static final int PASSAGES = Integer.getInteger("bench.passages", 60_000);
    private static final long SEED = Long.getLong("bench.seed", 1);

    /** The corpus that is there, or a new one: of real articles where they are at hand, or else of invented words. */
    static Prepared open() throws IOException {
        boolean real = !Boolean.getBoolean("bench.zipf") && Copies.present(REAL);
        Path folder = ROOT.resolve((real ? "copies" : "zipf") + "-" + PASSAGES + "-" + SEED);
        if (!Files.exists(folder.resolve("questions.json"))) {
            write(folder, real ? Copies.of(REAL, PASSAGES, SEED) : Zipf.of(PASSAGES, SEED));
        }
        return new Prepared(folder, questions(folder), sources(folder));
    }

    Path corpus() {
        return folder.resolve("corpus");
    }

    Path state() {
        return folder.resolve("state-" + Fields.FORMAT);
    }

    /** Indexes the corpus unless that was done. */
    void index(Library library) throws IOException {
        library.refresh();
        Order order = Order.by(Actor.operator("the benchmark"));
        if (library.changed() && !(library.reindex(order, Progress.Watcher.NONE) instanceof Reindex.Published)) {
            throw new IOException("the corpus in " + corpus() + " could not be indexed");
        }
    }

    /** The questions are written last: where they are, all is. */
    private static void write(Path folder, Material material) throws IOException {
        Path articles = Files.createDirectories(folder.resolve("corpus/articles"));
        try (BufferedWriter out = Files.newBufferedWriter(articles.resolve("all.jsonl"))) {
            for (Material.Text article : material.articles()) {
                out.write(JSON.writeValueAsString(article) + "\n");
            }
        }
        List<String> names = new ArrayList<>(List.of("name,other names,owner,share,from,to,source"));
        material.parties().stream().distinct().forEach(party -> names.add(party + ",,,,,,"));
        Files.write(folder.resolve("corpus/names.csv"), names);
        JSON.writeValue(folder.resolve("questions.json").toFile(), material.questions());
    }

    private static List<Material.Asked> questions(Path folder) throws IOException {
        return JSON.readValue(folder.resolve("questions.json").toFile(), new TypeReference<>() {});
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (var lines = Files.lines(folder.resolve("corpus/articles/all.jsonl"))) {
            for (String line : (Iterable<String>) lines::iterator) {
                Material.Text article = JSON.readValue(line, Material.Text.class);
                sources.put(article.id(), article.text());
            }
        }
        return sources;
    }
}
