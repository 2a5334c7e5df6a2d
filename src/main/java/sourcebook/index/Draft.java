package sourcebook.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.CorruptIndexException;
import org.jspecify.annotations.Nullable;
import sourcebook.embed.Embedder;
import sourcebook.index.build.IndexedFile;
import sourcebook.model.Generation;

/** A finished index that nobody serves yet. */
public final class Draft {
    /** How many passages, evenly spread, are compared with the article they were cut from. */
    private static final int SPOT_CHECKS = 1_000;

    private final Path folder;
    private final Generation generation;
    private final Map<String, IndexedFile> files;

    Draft(Path folder, Generation generation, Map<String, IndexedFile> files) {
        this.folder = folder;
        this.generation = generation;
        this.files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Checks beside Lucene's own and ours, by those who know what the draft is for. */
    public interface Inspection {
        Inspection NONE = draft -> List.of();

        /**
         * Looks at the draft as it would be served.
         *
         * @return why it must not be, in whole sentences; none where it may
         */
        List<String> reasons(Lease draft) throws IOException;
    }

    public Generation generation() {
        return generation;
    }

    /** The files that it was built from, by their names. */
    public Map<String, IndexedFile> files() {
        return files;
    }

    /** Keeps a text with the draft, in a file of its own; Lucene leaves files alone that it did not write. */
    public void keep(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    Path folder() {
        return folder;
    }

    /**
     * Checks the draft as it lies on the disk: every file's checksum, the counts, and that passages are the words of
     * their articles. If all of that is well, it is inspected further.
     *
     * @param embedder the model to ask it with, null to go by words alone
     */
    public Verdict verify(@Nullable Embedder embedder, Inspection inspection) throws IOException {
        List<String> reasons = new ArrayList<>();
        if (generation.holdings().articles() == 0 && generation.holdings().contracts() == 0) {
            reasons.add("The corpus has no article that could be read.");
        } else {
            checkStored(reasons, embedder, inspection);
        }
        return reasons.isEmpty() ? new Verdict.Verified(this) : new Verdict.Refused(reasons);
    }

    private void checkStored(List<String> reasons, @Nullable Embedder embedder, Inspection inspection)
            throws IOException {
        try (OpenGeneration open = OpenGeneration.open(folder)) {
            checkCounts(open, reasons);
            checkPassages(open, reasons);
            if (reasons.isEmpty()) {
                reasons.addAll(inspection.reasons(new Lease(open, embedder, () -> {})));
            }
        } catch (CorruptIndexException e) {
            reasons.add("The draft is damaged on the disk: " + e.getMessage());
        }
    }

    private void checkCounts(OpenGeneration open, List<String> reasons) {
        Generation.Holdings said = generation.holdings();
        int parties = open.names().parties().size();
        int vectors = generation.embedded() ? said.sentences() : 0;
        int expected = said.articles() + said.passages() + vectors + parties + files.size();
        int stored = open.reader().numDocs();
        if (stored != expected) {
            reasons.add("The draft should hold " + expected + " documents, and holds " + stored + ".");
        }
        if (said.contracts() > open.contracts().size()) {
            reasons.add("The draft should hold " + said.contracts() + " contracts, and holds fewer.");
        }
        if (said.passages() < said.articles()) {
            reasons.add("The draft holds fewer passages than articles.");
        }
    }

    private static void checkPassages(OpenGeneration open, List<String> reasons) throws IOException {
        int documents = open.reader().maxDoc();
        int step = Math.max(1, documents / SPOT_CHECKS);
        for (int document = 0; document < documents; document += step) {
            if (!open.faithful(document)) {
                reasons.add("Document " + document + " of the draft is not the words of its article.");
            }
        }
    }
}
