package sourcebook.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import sourcebook.model.Generation;

/** A finished index that nobody serves yet. */
public final class Draft {
    /** How many passages, evenly spread, are compared with the article they were cut from. */
    private static final int SPOT_CHECKS = 1_000;

    private final Path folder;
    private final Generation generation;

    Draft(Path folder, Generation generation) {
        this.folder = folder;
        this.generation = generation;
    }

    public Generation generation() {
        return generation;
    }

    Path folder() {
        return folder;
    }

    /**
     * Checks the draft as it lies on the disk: every file's checksum, the counts, and that passages are the words of
     * their articles.
     */
    public Verdict verify() throws IOException {
        List<String> reasons = new ArrayList<>();
        if (generation.holdings().articles() == 0 && generation.holdings().contracts() == 0) {
            reasons.add("The corpus has no article that could be read.");
        } else {
            checkStored(reasons);
        }
        return reasons.isEmpty() ? new Verdict.Verified(this) : new Verdict.Refused(reasons);
    }

    private void checkStored(List<String> reasons) throws IOException {
        try (OpenGeneration open = OpenGeneration.open(folder)) {
            checkCounts(open, reasons);
            checkPassages(open, reasons);
        } catch (CorruptIndexException e) {
            reasons.add("The draft is damaged on the disk: " + e.getMessage());
        }
    }

    private void checkCounts(OpenGeneration open, List<String> reasons) {
        Generation.Holdings said = generation.holdings();
        int parties = open.names().parties().size();
        int vectors = generation.embedded() ? said.sentences() : 0;
        int expected = said.articles() + said.passages() + vectors + parties;
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
