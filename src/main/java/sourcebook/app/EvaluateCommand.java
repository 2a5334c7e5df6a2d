package sourcebook.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.app.settings.Settings;
import sourcebook.embed.Embedder;
import sourcebook.evaluate.Comparison;
import sourcebook.evaluate.Evaluation;
import sourcebook.evaluate.GoldenSet;
import sourcebook.evaluate.QuestionSet;
import sourcebook.evaluate.TimeLeft;
import sourcebook.evaluate.fit.Training;
import sourcebook.evaluate.report.Report;
import sourcebook.index.Lease;
import sourcebook.library.Library;
import sourcebook.library.report.Order;
import sourcebook.quote.Model;

/** {@code evaluate}: how good the answers are, on question sets with known answers. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Indexes question sets, asks their questions, and prints how many answers are right,"
                + " beside what plain BM25 gets.")
final class EvaluateCommand implements Callable<Integer> {
    /** What is measured is measured, good or bad. */
    private static final Order MEASURED = new Order(Cli.OPERATOR, false, "an evaluation measures what there is");

    private static final int SHOWN = 3;

    private final Cli cli;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "SET_DIR",
            description = "Folders of question sets: corpus.jsonl.gz and SPLIT/questions.jsonl.")
    private List<Path> sets = List.of();

    @Option(names = "--split", defaultValue = "dev", description = "Which questions to ask; dev if not given.")
    private String split = "dev";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Ask at most this many questions of each set, spread over all of them.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--report", paramLabel = "FILE.html", description = "Write a page with charts there.")
    private @Nullable Path report;

    @Option(names = "--fit", paramLabel = "DIR", description = "Fit the weights to these sets and write them there.")
    private @Nullable Path fit;

    @Option(names = "--golden", description = "With --fit: fit to the golden questions of the corpus as well.")
    private boolean golden;

    EvaluateCommand(Cli cli) {
        this.cli = cli;
    }

    /** What is done with a set whose corpus is indexed. */
    private interface Use {
        void of(QuestionSet set, Library library) throws IOException;
    }

    @Override
    public Integer call() throws Exception {
        if (limit < 1) {
            throw usage("--limit must be 1 or more, got " + limit + ".");
        }
        try (Embedder embedder = cli.embedder()) {
            return fit == null ? evaluate(embedder) : fit(fit, embedder);
        }
    }

    private int evaluate(@Nullable Embedder embedder) throws IOException {
        List<Comparison> comparisons = new ArrayList<>();
        each(embedder, (set, library) -> {
            Comparison comparison = compare(set, library);
            comparisons.add(comparison);
            comparison.lines().forEach(cli.terminal().out()::println);
            cli.terminal().out().println();
        });
        if (report != null) {
            LocalDate today = LocalDate.ofInstant(cli.clock().instant(), ZoneOffset.UTC);
            Files.writeString(report, Report.page(comparisons, today));
        }
        return altered(comparisons);
    }

    private Comparison compare(QuestionSet set, Library library) throws IOException {
        long start = System.nanoTime();
        try {
            return new Evaluation(set, (done, all) -> told(set.name(), done, all, start)).run(library::lease);
        } finally {
            cli.terminal().endProgress();
        }
    }

    private void told(String set, int done, int all, long start) {
        if (cli.terminal().live()) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            cli.terminal().err().print("\r\u001b[K" + set + ": " + TimeLeft.told(done, all, elapsed));
            cli.terminal().err().flush();
        }
    }

    /** Quotes that are not verbatim are a defect, whatever else is right. */
    private int altered(List<Comparison> comparisons) {
        List<String> altered = comparisons.stream()
                .flatMap(comparison -> comparison.altered().stream())
                .toList();
        altered.stream().limit(SHOWN).forEach(quote -> cli.terminal().err().println("not verbatim: " + quote));
        return altered.isEmpty() ? Cli.DONE : Cli.FAILED;
    }

    private int fit(Path folder, @Nullable Embedder embedder) throws IOException {
        if (embedder == null) {
            throw usage("--fit fits both kinds of weights and needs the embeddings: leave out --no-embeddings.");
        }
        Training meaning = new Training(true);
        Training words = new Training(false);
        each(embedder, (set, library) -> {
            try (Lease index = library.lease().orElseThrow()) {
                meaning.add(set, index);
                words.add(set, index);
            }
        });
        if (golden) {
            golden(embedder, List.of(meaning, words));
        }
        write(meaning, folder, Model.Use.MEANING);
        write(meaning, folder, Model.Use.MEANING_SCOPED);
        write(words, folder, Model.Use.WORDS);
        write(words, folder, Model.Use.WORDS_SCOPED);
        return Cli.DONE;
    }

    private void write(Training training, Path folder, Model.Use use) throws IOException {
        boolean scoped = use == Model.Use.MEANING_SCOPED || use == Model.Use.WORDS_SCOPED;
        Training.Fitted fitted = training.fit(scoped);
        fitted.model().write(folder, use);
        cli.terminal().out().println(use + ":");
        fitted.report().forEach(cli.terminal().out()::println);
    }

    /** Adds the golden questions of the corpus itself. */
    private void golden(Embedder embedder, List<Training> trainings) throws IOException {
        Settings settings = cli.settings();
        Path state = settings.state().resolve(GoldenSet.NAME);
        try (Library library = new Library(settings.corpus(), state, embedder, cli.clock())) {
            indexed(library);
            try (Lease index = library.lease().orElseThrow()) {
                QuestionSet set = GoldenSet.of(library.goldens(), index);
                for (Training training : trainings) {
                    training.add(set, index);
                }
            }
        }
    }

    /** Every set, and once more without the articles that it names to be left out. */
    private void each(@Nullable Embedder embedder, Use use) throws IOException {
        for (Path folder : sets) {
            one(QuestionSet.read(folder, split, false), embedder, use);
            if (QuestionSet.hasRemoved(folder)) {
                one(QuestionSet.read(folder, split, true), embedder, use);
            }
        }
    }

    private void one(QuestionSet set, @Nullable Embedder embedder, Use use) throws IOException {
        Path work = cli.settings().state().resolve(set.name());
        set.unpack(work);
        try (Library library = new Library(work, work.resolve("state"), embedder, cli.clock())) {
            if (indexed(library) != Cli.DONE) {
                throw new IOException(set.name() + " could not be indexed; the lines above say why");
            }
            use.of(set.limited(limit), library);
        }
    }

    /** Builds an index where there is none, or where it was built without the embeddings that there are now. */
    private int indexed(Library library) throws IOException {
        library.refresh();
        return library.changed() ? new Indexing(cli.terminal()).run(library, MEASURED) : Cli.DONE;
    }

    private RuntimeException usage(String message) {
        return spec == null
                ? new IllegalArgumentException(message)
                : new ParameterException(spec.commandLine(), message);
    }
}
