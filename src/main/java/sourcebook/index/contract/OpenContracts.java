package sourcebook.index.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import sourcebook.model.audience.Clearance;

/** A generation's contracts opened for reading, their checksums verified. Immutable; safe for many threads until closed. */
public final class OpenContracts {
    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final Set<String> asked;

    private OpenContracts(IndexReader reader, Set<String> asked) {
        this.reader = reader;
        this.asked = asked;
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    /** The contracts in a generation's folder; none where it has none. */
    public static OpenContracts open(Path generation) throws IOException {
        Path folder = ContractWriter.folder(generation);
        if (!Files.isDirectory(folder)) {
            return new OpenContracts(new MultiReader(), Set.of());
        }
        FSDirectory directory = FSDirectory.open(folder);
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            reader.getReaderCacheHelper().addClosedListener(key -> directory.close());
            return checked(reader);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static OpenContracts checked(DirectoryReader reader) throws IOException {
        try {
            if (!ContractFields.FORMAT.equals(
                    reader.getIndexCommit().getUserData().get("format"))) {
                throw new IOException(
                        "the index of contracts is of another format; run 'bin/sourcebook reindex' to build a new one");
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            String asked = reader.getIndexCommit().getUserData().getOrDefault(ContractWriter.ASKED, "");
            return new OpenContracts(reader, asked.lines().collect(Collectors.toUnmodifiableSet()));
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** What may be seen of them, with quotes cut from these articles. */
    public ContractSearch search(ContractWriter.Articles articles, Clearance clearance) {
        return new ContractSearch(searcher, articles, clearance);
    }

    /** Ids of articles that fact sheets were compared with when they were written. */
    public Set<String> asked() {
        return asked;
    }

    /** How many documents there are. */
    public int size() {
        return reader.numDocs();
    }

    /** The parties that are written in more than one way, by their keys, with all spellings. */
    public Map<String, List<String>> merged() throws IOException {
        Map<String, List<String>> merged = new LinkedHashMap<>();
        String key = "";
        List<String> spelt = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(ContractFields.SPELT);
            TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
            while (each.next() != null) {
                String[] parts = each.term().utf8ToString().split(ContractFields.SEPARATOR, 2);
                if (!parts[0].equals(key)) {
                    keep(merged, key, spelt);
                    key = parts[0];
                    spelt = new ArrayList<>();
                }
                spelt.add(parts[1]);
            }
        }
        keep(merged, key, spelt);
        return merged;
    }

    private static void keep(Map<String, List<String>> merged, String key, List<String> spelt) {
        if (spelt.size() > 1) {
            merged.put(key, spelt);
        }
    }

    public void close() throws IOException {
        reader.close();
    }
}
