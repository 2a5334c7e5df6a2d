package sourcebook.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import sourcebook.corpus.Corpus;
import sourcebook.corpus.Intake;
import sourcebook.index.DraftWriter;
import sourcebook.index.Generations;
import sourcebook.index.build.Ticker;
import sourcebook.index.format.Analysis;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Problem;
import sourcebook.model.audience.Audience;
import sourcebook.text.Names;

/**
 * How much slower than a bare {@link IndexWriter} a draft is written, in turn so that whatever else the machine does falls
 * on all alike; and, in a process of its own with 512 MB, a hundred thousand articles, one in a hundred changed, and
 * queries during a reindex. {@code -Dbench.articles=…} indexes another number.
 */
final class IndexBench {
    private static final Path ROOT = Path.of("target", "bench");
    private static final int ARTICLES = Integer.getInteger("bench.articles", 100_000);
    private static final int SAMPLE = 1_000;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 2;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path scratch = ROOT.resolve("index-scratch");
    private final List<Article> articles = new ArrayList<>();

    private IndexBench() {}

    /** What is measured, in seconds of processor for all articles of the sample. */
    private interface Way {
        void run() throws IOException;
    }

    static void run(Table table) throws Exception {
        IndexBench bench = new IndexBench();
        if (!Boolean.getBoolean("bench.large")) {
            bench.ways(table);
        }
        bench.large(table);
    }

    private void ways(Table table) throws IOException {
        for (int i = 0; i < SAMPLE; i++) {
            articles.add(new Article(
                    new Citation("article-" + i, SyntheticCorpus.title(i), null, "Example Press", null, null, null),
                    SyntheticCorpus.text(i, 0),
                    Audience.PUBLIC));
        }
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("bare IndexWriter", this::bare);
        ways.put(
                "ready text",
                () -> draft(into -> {
                    for (Article article : articles) {
                        into.article(article);
                    }
                }));
        ways.put("Markdown", files("md"));
        ways.put("HTML", files("html"));
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                double took = measured(way.getValue());
                if (round >= WARM_UP) {
                    seconds.computeIfAbsent(way.getKey(), name -> new ArrayList<>())
                            .add(took);
                }
            }
        }
        table.section("Articles a second of processor, against a bare IndexWriter with the same analyzer");
        double[] bare = doubles(seconds, "bare IndexWriter");
        table.row("bare IndexWriter", "1/s", Spread.of(Arrays.stream(bare).map(s -> SAMPLE / s)));
        table.atLeast(0.6, "from ready text", "x", Spread.ratio(bare, doubles(seconds, "ready text")));
        table.atLeast(0.35, "from Markdown", "x", Spread.ratio(bare, doubles(seconds, "Markdown")));
        table.atLeast(0.35, "from HTML", "x", Spread.ratio(bare, doubles(seconds, "HTML")));
    }

    private static double[] doubles(Map<String, List<Double>> seconds, String way) {
        return seconds.getOrDefault(way, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private double measured(Way way) throws IOException {
        delete(scratch.resolve("out"));
        long before = SYSTEM.getProcessCpuTime();
        way.run();
        return (SYSTEM.getProcessCpuTime() - before) / 1e9;
    }

    /** One document an article, its words searched and kept: what Lucene's own demonstration does. */
    private void bare() throws IOException {
        try (FSDirectory directory = FSDirectory.open(scratch.resolve("out"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Analysis.analyzer()))) {
            for (Article article : articles) {
                Document document = new Document();
                document.add(new StringField("id", article.id(), Field.Store.YES));
                document.add(new TextField("title", article.citation().title(), Field.Store.YES));
                document.add(new TextField("text", article.text(), Field.Store.YES));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
        }
    }

    private interface Source {
        void read(Intake into) throws IOException;
    }

    private void draft(Source source) throws IOException {
        try (Generations generations = new Generations(scratch.resolve("out"), null);
                DraftWriter writer = generations.draft(Names.none())) {
            writer.revision().begin("all", "");
            source.read(new Intake() {
                @Override
                public void article(Article article) throws IOException {
                    writer.add(article);
                }

                @Override
                public void problem(Problem problem) {
                    throw new IllegalStateException(problem.toString());
                }
            });
            writer.revision().end();
            writer.build(Ticker.NONE);
            writer.finish("", Instant.EPOCH, Ticker.NONE);
        }
    }

    private Way files(String ending) throws IOException {
        Path folder = scratch.resolve(ending);
        Files.createDirectories(folder.resolve("articles"));
        for (int i = 0; i < SAMPLE; i++) {
            String text = SyntheticCorpus.text(i, 0);
            String title = SyntheticCorpus.title(i);
            Files.writeString(
                    folder.resolve("articles/article-" + i + "." + ending),
                    ending.equals("md") ? "---\ntitle: " + title + "\n---\n\n" + text : page(title, text));
        }
        return () -> draft(into -> new Corpus(folder).read(into));
    }

    private static String page(String title, String text) {
        return "<!doctype html><html lang=en><head><meta charset=utf-8><title>" + title + " | Example Press</title>"
                + "<meta property='og:title' content='" + title + "'><link rel=canonical href='https://example.org/a'>"
                + "</head><body><header><nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav></header>"
                + "<div id=cookie-banner>We use cookies.</div><main><article><h1>" + title + "</h1><p>"
                + text.replace("\n\n", "</p><p>") + "</p></article></main><aside><a href=/b>Related</a></aside>"
                + "<footer>Imprint</footer></body></html>";
    }

    private void large(Table table) throws Exception {
        Path state = scratch.resolve("state");
        delete(state);
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IndexChild.class.getName(),
                        ROOT.toString(),
                        Integer.toString(ARTICLES),
                        state.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, List<Double>> told = new LinkedHashMap<>();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                String[] parts = line.split("\t");
                told.computeIfAbsent(parts[0], what -> new ArrayList<>()).add(Double.valueOf(parts[1]));
            }
        } finally {
            child.destroy();
        }
        if (child.waitFor() != 0) {
            throw new IOException("indexing " + ARTICLES + " articles with 512 MB ended with " + child.exitValue());
        }
        table.section(ARTICLES + " articles in a process with 512 MB of heap");
        told.forEach(
                (what, values) -> row(table, what, Spread.of(values.stream().mapToDouble(Double::doubleValue))));
        delete(state);
    }

    private static void row(Table table, String what, Spread spread) {
        if (what.endsWith("share of a full reindex")) {
            table.atMost(0.05, what, "x", spread);
        } else if (what.endsWith("against its median")) {
            table.atMost(1.5, what, "x", spread);
        } else if (what.endsWith("peak heap in MB")) {
            table.atMost(512, what, "MB", spread);
        } else {
            table.row(what, "", spread);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
