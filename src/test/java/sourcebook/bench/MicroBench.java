package sourcebook.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import sourcebook.answer.Answering;
import sourcebook.model.Reply;
import sourcebook.model.search.Candidates;
import sourcebook.question.Question;
import sourcebook.question.Questions;

/** The same steps under JMH, each in a process of its own: for bytes allocated, and for looking closer at one step. */
@SuppressWarnings("NullAway.Init") // JMH calls open() before all else
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
public class MicroBench {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private World world;
    private Answering answering;
    private IndexSearcher raw;
    private int next;

    @Setup
    public void open() throws IOException {
        world = new World();
        answering = world.answering();
        raw = world.raw();
    }

    @TearDown
    public void close() throws IOException {
        world.close();
    }

    @Benchmark
    public TopDocs plainLucene() throws IOException {
        return raw.search(known().raw(), new TopScoreDocCollectorManager(Known.PASSAGES, 1));
    }

    @Benchmark
    public Candidates leaseSearch() throws IOException {
        return world.lease().search(known().query());
    }

    @Benchmark
    public Question readingTheQuestion() {
        return Questions.read(known().text(), world.lease().names(), null);
    }

    @Benchmark
    public Reply wholeAnswer() throws IOException {
        return answering.ask(known().text(), null, World.QUOTES);
    }

    private Known known() {
        List<Known> questions = world.questions();
        next = (next + 1) % questions.size();
        return questions.get(next);
    }

    /** Runs them all. */
    static void run(Table table) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(MicroBench.class.getName())
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        table.section("4. JMH, one process each (not interleaved: trust the bytes, not the times)");
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            table.row(name, "us", spread(result.getPrimaryResult()));
            table.row(
                    name,
                    "B",
                    spread(Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED))));
        }
    }

    private static Spread spread(Result<?> result) {
        return new Spread(
                result.getScore(),
                result.getStatistics().getMin(),
                result.getStatistics().getMax());
    }
}
