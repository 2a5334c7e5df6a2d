package sourcebook.index.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Problem;

/**
 * Which files and articles of the generation before stay, change and go, while the corpus is gone through. An article that
 * is read again and is the same keeps its documents, whichever file it stands in now. For one thread.
 */
public final class Revision {
    private final Map<String, IndexedFile> before;
    private final Map<String, IndexedFile> files = new TreeMap<>();
    private final Map<String, IndexedArticle> stale = new HashMap<>();
    private @Nullable Open open;

    /** From the files of the generation before; none where all is to be built anew. */
    public Revision(Map<String, IndexedFile> before) {
        this.before = before;
        before.values().forEach(file -> file.articles().forEach(article -> stale.put(article.id(), article)));
    }

    /** A file while it is read. */
    private static final class Open {
        private final String name;
        private final String sha256;
        private final List<IndexedArticle> articles = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private boolean contested;

        Open(String name, String sha256) {
            this.name = name;
            this.sha256 = sha256;
        }
    }

    /** Keeps a file as it is, if its bytes are those it had; returns whether they are. Files are asked for before any is read. */
    public boolean keeps(String name, String sha256) {
        IndexedFile file = before.get(name);
        if (file == null || file.contested() || !file.sha256().equals(sha256)) {
            return false;
        }
        files.put(name, file);
        file.articles().forEach(article -> stale.remove(article.id()));
        return true;
    }

    /** The names of the files that the generation before was built from. */
    public Set<String> namesBefore() {
        return before.keySet();
    }

    /** The files kept so far, by the ids of their articles. */
    public Map<String, String> fileOfId() {
        Map<String, String> ids = new HashMap<>();
        files.values().forEach(file -> file.articles().forEach(article -> ids.put(article.id(), file.name())));
        return ids;
    }

    /** A file is read from here on. */
    public void begin(String name, String sha256) {
        open = new Open(name, sha256);
    }

    /** Takes an article of the file; returns whether its documents must be written. */
    public boolean add(IndexedArticle article) {
        opened().articles.add(article);
        IndexedArticle old = stale.get(article.id());
        if (old != null && old.hash().equals(article.hash())) {
            stale.remove(article.id());
            return false;
        }
        return true;
    }

    public void problem(Problem problem) {
        opened().problems.add(problem);
    }

    /** The file has an article whose id was taken. */
    public void contested() {
        opened().contested = true;
    }

    /** The file was read to its end. */
    public void end() {
        Open read = opened();
        files.put(read.name, new IndexedFile(read.name, read.sha256, read.articles, read.contested, read.problems));
        open = null;
    }

    /** All files of the generation that comes of it, by their names. */
    public Map<String, IndexedFile> files() {
        return files;
    }

    /** Files whose documents must be replaced or go: those that were read, and those that are no longer there. */
    public List<String> filesToReplace() {
        List<String> replaced = new ArrayList<>();
        before.forEach((name, file) -> {
            if (files.get(name) != file) {
                replaced.add(name);
            }
        });
        return replaced;
    }

    /** Files whose documents must be added. */
    public List<IndexedFile> filesToWrite() {
        return files.values().stream()
                .filter(file -> before.get(file.name()) != file)
                .toList();
    }

    /** Ids of articles of the generation before whose documents must go: they changed, or are no longer there. */
    public Set<String> articlesToDelete() {
        return stale.keySet();
    }

    /** Whether nothing at all changes. */
    public boolean same() {
        return filesToReplace().isEmpty() && filesToWrite().isEmpty();
    }

    private Open opened() {
        return Optional.ofNullable(open)
                .orElseThrow(() -> new IllegalStateException("begin a file before what is in it"));
    }
}
