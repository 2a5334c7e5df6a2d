package sourcebook.index.build;

import java.util.List;
import sourcebook.model.Problem;

/**
 * A file of the corpus as it went into a generation.
 *
 * @param name its path below the corpus folder
 * @param sha256 of its bytes, hexadecimal
 * @param contested whether it has an article whose id another file took first: it must be read again each time
 * @param problems what is wrong with it
 */
public record IndexedFile(
        String name, String sha256, List<IndexedArticle> articles, boolean contested, List<Problem> problems) {
    public IndexedFile {
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
    }
}
