package sourcebook.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import sourcebook.answer.Answering;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;

/**
 * Indexes a synthetic corpus in a process whose heap is bounded from outside: that it ends well is the proof that the heap
 * is enough. Then one in a hundred articles changes. Prints a figure a line.
 */
public final class IndexChild {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int CHANGED = 100;
    private static final int ROUNDS = 3;
    private static final int QUERIES = 300;

    private final SyntheticCorpus corpus;
    private final Library library;
    private final Random random = new Random(7);

    private IndexChild(SyntheticCorpus corpus, Library library) {
        this.corpus = corpus;
        this.library = library;
    }

    public static void main(String[] arguments) throws Exception {
        SyntheticCorpus corpus = SyntheticCorpus.of(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        try (Library library = new Library(corpus.folder(), Path.of(arguments[2]), null, Clock.systemUTC())) {
            new IndexChild(corpus, library).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        double full = reindex(true);
        tell("full reindex, seconds of processor", full);
        tell("full reindex, peak heap in MB", peakHeapMegabytes());
        try (var lease = library.lease().orElseThrow()) {
            tell("passages", lease.generation().holdings().passages());
            tell("contracts", lease.generation().holdings().contracts());
        }
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < corpus.articles() / CHANGED; i++) {
                corpus.write(random.nextInt(corpus.articles() - 1) + 1, round);
            }
            double part = reindex(false);
            tell("1 % changed, seconds of processor", part);
            tell("1 % changed, share of a full reindex", part / full);
        }
        queries();
    }

    private double reindex(boolean full) throws IOException {
        long before = SYSTEM.getProcessCpuTime();
        Reindex outcome =
                library.reindex(new Order(Actor.operator("the benchmark"), full, null), Progress.Watcher.NONE);
        if (!(outcome instanceof Reindex.Published)) {
            throw new IOException("the corpus could not be indexed: " + outcome.reasons());
        }
        return (SYSTEM.getProcessCpuTime() - before) / 1e9;
    }

    /** While nothing else is done, and while everything is indexed again. */
    private void queries() throws Exception {
        median(QUERIES);
        double alone = median(QUERIES);
        AtomicBoolean done = new AtomicBoolean();
        Thread indexing = new Thread(() -> {
            try {
                reindex(true);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } finally {
                done.set(true);
            }
        });
        indexing.start();
        List<Double> during = new ArrayList<>();
        while (!done.get()) {
            during.add(median(QUERIES / 3));
        }
        indexing.join();
        double median = during.stream().sorted().toList().get(during.size() / 2);
        tell("query, median in ms", alone);
        tell("query during a reindex, median in ms", median);
        tell("query during a reindex, against its median", median / alone);
    }

    private double median(int queries) throws IOException {
        Answering answering = new Answering(library::lease);
        long[] nanos = new long[queries];
        for (int i = 0; i < queries; i++) {
            String text = SyntheticCorpus.text(random.nextInt(corpus.articles()), 0);
            String question = "What of " + text.substring(0, text.indexOf('.')) + "?";
            long start = System.nanoTime();
            answering.ask(question, null, 3);
            nanos[i] = System.nanoTime() - start;
        }
        return Spread.quantile(LongStream.of(nanos), 0.5) / 1e6;
    }

    private static double peakHeapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / (double) (1 << 20);
    }

    private static void tell(String what, double value) {
        System.out.printf(Locale.ROOT, "%s\t%.3f%n", what, value);
    }
}
