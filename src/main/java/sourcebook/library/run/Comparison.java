package sourcebook.library.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import sourcebook.index.build.IndexedFile;
import sourcebook.library.report.Report.Articles;
import sourcebook.library.report.Report.Listed;

/** Which articles two generations do not share, by the hashes of their words and citations. */
final class Comparison {
    private Comparison() {}

    static Articles of(Collection<IndexedFile> before, Collection<IndexedFile> now) {
        Map<String, String> old = hashes(before);
        Map<String, String> fresh = hashes(now);
        return new Articles(
                listed(fresh.keySet().stream()
                        .filter(id -> !old.containsKey(id))
                        .toList()),
                listed(fresh.keySet().stream()
                        .filter(id -> old.containsKey(id) && !Objects.equals(fresh.get(id), old.get(id)))
                        .toList()),
                listed(old.keySet().stream()
                        .filter(id -> !fresh.containsKey(id))
                        .toList()));
    }

    private static Map<String, String> hashes(Collection<IndexedFile> files) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach(file -> file.articles().forEach(article -> hashes.put(article.id(), article.hash())));
        return hashes;
    }

    private static Listed listed(List<String> ids) {
        return new Listed(ids.size(), ids);
    }
}
