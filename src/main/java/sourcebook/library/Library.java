package sourcebook.library;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.Corpus;
import sourcebook.corpus.Golden;
import sourcebook.corpus.Intake;
import sourcebook.embed.Embedder;
import sourcebook.index.Draft;
import sourcebook.index.DraftWriter;
import sourcebook.index.Generations;
import sourcebook.index.Lease;
import sourcebook.index.Verdict;
import sourcebook.model.Article;
import sourcebook.model.Fact;
import sourcebook.model.Problem;
import sourcebook.text.Names;
import sourcebook.text.fact.TextContracts;

/**
 * A corpus and the generations built from it. Safe for many threads: leases can be taken while a reindex runs, and one
 * reindex runs at a time, whichever process started it.
 */
public final class Library implements Closeable {
    /** Problems kept for the report; a corpus with more is broken in a way that these show. */
    static final int MAX_PROBLEMS = 1_000;

    private final Corpus corpus;
    private final Path state;
    private final Clock clock;
    private final @Nullable Embedder embedder;
    private final Generations generations;

    /**
     * A library.
     *
     * @param embedder the model to find meaning with, null to go by words alone; it stays the caller's
     */
    public Library(Path corpus, Path state, @Nullable Embedder embedder, Clock clock) {
        this.corpus = new Corpus(corpus);
        this.state = state;
        this.clock = clock;
        this.embedder = embedder;
        this.generations = new Generations(state, embedder);
    }

    /** Serves the generation that is current on the disk now; another process may have published one. */
    public boolean refresh() throws IOException {
        return generations.refresh();
    }

    /** The generation being served; empty until one was published and {@link #refresh}ed. */
    public Optional<Lease> lease() throws IOException {
        return generations.lease();
    }

    /** The corpus's golden questions; what is wrong with their files is told by a reindex. */
    public List<Golden> goldens() throws IOException {
        return corpus.goldens(problem -> {});
    }

    /** Whether a reindex would give another generation: the corpus changed, or vectors can be made now. */
    public boolean changed() throws IOException {
        try (Lease lease = lease().orElse(null)) {
            return lease == null
                    || embedder != null && !lease.generation().embedded()
                    || !lease.generation().corpus().equals(corpus.fingerprint());
        }
    }

    /**
     * Builds a generation from the corpus, verifies it and, if it passes, serves it. Whatever fails, what is served now
     * stays.
     *
     * @throws IOException if the corpus or the state folder cannot be read or written
     */
    public Reindex reindex(Reindex.Progress progress) throws IOException {
        Optional<ReindexLock> lock = ReindexLock.take(state, clock.instant());
        if (lock.isEmpty()) {
            return new Reindex.Busy(ReindexLock.holder(state));
        }
        try (ReindexLock held = lock.get()) {
            return reindexAlone(progress);
        }
    }

    private Reindex reindexAlone(Reindex.Progress progress) throws IOException {
        List<Problem> problems = new ArrayList<>();
        try {
            Draft draft = build(problems, progress);
            progress.at("checking", 0, 0);
            return switch (draft.verify()) {
                case Verdict.Refused refused -> new Reindex.Refused(refused.reasons(), problems);
                case Verdict.Verified verified -> {
                    progress.at("publishing", 0, 0);
                    generations.publish(verified);
                    yield new Reindex.Published(draft.generation(), problems);
                }
            };
        } finally {
            generations.discardDrafts();
        }
    }

    private Draft build(List<Problem> problems, Reindex.Progress progress) throws IOException {
        String fingerprint = corpus.fingerprint();
        Names names = corpus.names(problems::add);
        try (DraftWriter writer = generations.draft(names, progress::embedded)) {
            Writing writing = new Writing(writer, names, new ArrayList<>(), problems, progress);
            corpus.read(writing);
            writer.contracts(new Contracting(corpus, names, writing.read, state.resolve("contracts.spool"), problems));
            examples(problems).forEach(writer::example);
            progress.at("writing", 0, 0);
            return writer.finish(fingerprint, clock.instant());
        }
    }

    /** The first answerable question of each kind, so that examples differ. */
    private List<String> examples(List<Problem> problems) throws IOException {
        Map<String, String> byKind = new LinkedHashMap<>();
        for (Golden golden : corpus.goldens(problems::add)) {
            if (golden.found()) {
                byKind.putIfAbsent(golden.kind(), golden.question());
            }
        }
        return List.copyOf(byKind.values());
    }

    @Override
    public void close() throws IOException {
        generations.close();
    }

    /** What the corpus reads goes into the draft; what its sentences state of contracts and problems are gathered. */
    private record Writing(
            DraftWriter writer, Names names, List<Fact> read, List<Problem> problems, Reindex.Progress progress)
            implements Intake {
        @Override
        public void article(Article article) throws IOException {
            writer.add(article);
            TextContracts.of(article, names).forEach(contract -> read.addAll(contract.facts()));
        }

        @Override
        public void problem(Problem problem) {
            if (problems.size() < MAX_PROBLEMS) {
                problems.add(problem);
            }
        }

        @Override
        public void progress(int filesRead, int files) {
            progress.at("indexing", filesRead, files);
        }
    }
}
