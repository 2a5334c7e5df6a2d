package sourcebook.index;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import sourcebook.embed.Embedder;
import sourcebook.index.build.Gone;
import sourcebook.index.build.Program;
import sourcebook.index.build.SentenceVectors;
import sourcebook.index.format.Stamp;
import sourcebook.model.Generation;
import sourcebook.text.Names;

/**
 * The generations of a state folder: drafts are made and published here, and the current one is lent. Safe for many
 * threads; several processes may share the folder as long as one at a time writes drafts.
 */
public final class Generations implements Closeable {
    private static final System.Logger LOG = System.getLogger(Generations.class.getName());

    private final Path state;
    private final GenerationFolders folders;
    private final @Nullable Embedder embedder;
    private volatile @Nullable Live live;

    /**
     * Nothing is opened until {@link #refresh}.
     *
     * @param embedder the model to embed sentences and questions with, null to go by words alone; it stays the caller's
     */
    public Generations(Path state, @Nullable Embedder embedder) {
        this.state = state;
        this.folders = new GenerationFolders(state);
        this.embedder = embedder;
    }

    /**
     * Serves what CURRENT names now, if it is not served already. Leases given before stay valid.
     *
     * @return whether another generation is served than before
     * @throws IOException if no kept generation can be opened; what was served before still is
     */
    public synchronized boolean refresh() throws IOException {
        OptionalLong current = folders.current();
        if (current.isEmpty()) {
            return false;
        }
        Live serving = live;
        if (serving == null) {
            live = new Live(folders, open(folders, current.getAsLong()), current.getAsLong());
            return true;
        }
        return serving.moveTo(current.getAsLong());
    }

    /** The generation being served; empty until one was published. */
    public Optional<Lease> lease() throws IOException {
        Live serving = live;
        if (serving == null) {
            return Optional.empty();
        }
        OpenGeneration open = serving.acquire();
        return Optional.of(new Lease(open, embedder, () -> serving.release(open)));
    }

    /** A writer for the generation after the newest, which begins with nothing; any unfinished draft is deleted. */
    public DraftWriter draft(Names names) throws IOException {
        return draft(names, Before.NOTHING);
    }

    /** A writer for the generation after the newest, which begins with what a usable one holds. */
    public DraftWriter draft(Lease before) throws IOException {
        OpenGeneration open = before.open();
        return draft(
                before.names(),
                new Before(
                        folders.folder(open.generation().number()),
                        before.files(),
                        open.contracts().asked(),
                        open.generation().holdings().contracts()));
    }

    private DraftWriter draft(Names names, Before before) throws IOException {
        long number = folders.nextNumber();
        Path folder = folders.newDraft(number);
        if (before.folder() != null) {
            folders.copy(before.folder(), folder);
            before.copy(Gone.FOLDER, folder);
        }
        SentenceVectors vectors = embedder == null ? null : SentenceVectors.open(embedder, embeddings());
        try {
            return new DraftWriter(new DraftWriter.Home(folder, number), names, vectors, before);
        } catch (IOException | RuntimeException e) {
            try (vectors) {
                throw e;
            }
        }
    }

    private Path embeddings() {
        return state.resolve("embeddings").resolve(Embedder.MODEL);
    }

    /**
     * Why the next generation cannot begin with what an earlier one holds, as the end of a sentence; empty where it can.
     *
     * @param names the names that it is to be indexed with
     */
    public Optional<String> unusable(Lease before, Names names) throws IOException {
        if (!before.open().program().equals(Program.ID)) {
            return Optional.of("another version of the program built the index");
        }
        if (before.generation().embedded() != (embedder != null)) {
            return Optional.of(embedder == null ? "it is to go by words alone" : "the index has no vectors yet");
        }
        if (!Set.copyOf(names.parties()).equals(Set.copyOf(before.names().parties()))) {
            return Optional.of("names.csv changed");
        }
        return Optional.empty();
    }

    /** The numbers of the generations on the disk, newest first. */
    public List<Long> published() throws IOException {
        return folders.published();
    }

    /** The number that is to be served; empty before anything was published. */
    public OptionalLong current() throws IOException {
        return folders.current();
    }

    /** What a generation says of itself, its checksums unseen. */
    public Generation described(long number) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folders.folder(number))) {
            return Stamp.read(SegmentInfos.readLatestCommit(directory).getUserData());
        }
    }

    /** A text that was kept with a generation. */
    public Optional<String> kept(long number, String name) throws IOException {
        try {
            return Optional.of(Files.readString(folders.folder(number).resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Serves an earlier generation, or one that was rolled back. To be called by whoever holds the right to write drafts.
     *
     * @throws IOException if it is not there or not whole; what was served before still is
     */
    public void rollBack(long number) throws IOException {
        OpenGeneration.open(folders.folder(number)).close();
        folders.makeCurrent(number);
        refresh();
    }

    /** Makes a verified draft the current generation and serves it. */
    public void publish(Verdict.Verified verified) throws IOException {
        folders.publish(verified.draft(), serving());
        refresh();
    }

    /** The number that is served, which is not the current one where that is damaged. */
    private OptionalLong serving() throws IOException {
        try (Lease lease = lease().orElse(null)) {
            return lease == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(lease.generation().number());
        }
    }

    /** Deletes unfinished drafts; to be called by whoever holds the right to write them. */
    public void discardDrafts() throws IOException {
        folders.deleteDrafts();
    }

    @Override
    public synchronized void close() throws IOException {
        if (live != null) {
            live.close();
        }
    }

    /** The generation of that number, or, loudly, the newest other one that is whole. */
    private static OpenGeneration open(GenerationFolders folders, long number) throws IOException {
        try {
            return OpenGeneration.open(folders.folder(number));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "Generation " + number + " cannot be served: " + e.getMessage());
            return openOther(
                    folders,
                    number,
                    new IOException("generation " + number + " cannot be served: " + e.getMessage(), e));
        }
    }

    private static OpenGeneration openOther(GenerationFolders folders, long number, IOException why)
            throws IOException {
        for (long other : folders.published()) {
            if (other != number) {
                try {
                    OpenGeneration open = OpenGeneration.open(folders.folder(other));
                    LOG.log(Level.WARNING, "Generation " + other + " is served instead; run 'bin/sourcebook reindex'");
                    return open;
                } catch (IOException | RuntimeException e) {
                    why.addSuppressed(e);
                }
            }
        }
        throw why;
    }

    /** The open generation, counted by Lucene's own manager: an old one closes when its last lease is given back. */
    private static final class Live extends ReferenceManager<OpenGeneration> {
        private final GenerationFolders folders;
        private volatile long asked;
        private long opened;

        Live(GenerationFolders folders, OpenGeneration first, long number) {
            this.folders = folders;
            this.current = first;
            this.asked = number;
            this.opened = number;
        }

        boolean moveTo(long number) throws IOException {
            asked = number;
            long before = opened;
            maybeRefreshBlocking();
            return opened != before;
        }

        @Override
        protected @Nullable OpenGeneration refreshIfNeeded(OpenGeneration serving) throws IOException {
            if (asked == opened) {
                return null;
            }
            OpenGeneration next = OpenGeneration.open(folders.folder(asked));
            opened = asked;
            return next;
        }

        @Override
        protected void decRef(OpenGeneration generation) throws IOException {
            generation.reader().decRef();
        }

        @Override
        protected boolean tryIncRef(OpenGeneration generation) {
            return generation.reader().tryIncRef();
        }

        @Override
        protected int getRefCount(OpenGeneration generation) {
            return generation.reader().getRefCount();
        }
    }
}
