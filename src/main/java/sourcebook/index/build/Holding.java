package sourcebook.index.build;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import sourcebook.model.Generation.Holdings;

/** Adds up what the files of a generation hold. */
public final class Holding {
    private Holding() {}

    public static Holdings of(Collection<IndexedFile> files, int contracts) {
        return new Holdings(
                (int) articles(files).count(),
                articles(files).mapToInt(IndexedArticle::passages).sum(),
                articles(files).mapToInt(IndexedArticle::sentences).sum(),
                articles(files)
                        .map(IndexedArticle::published)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                contracts);
    }

    private static Stream<IndexedArticle> articles(Collection<IndexedFile> files) {
        return files.stream().flatMap(file -> file.articles().stream());
    }
}
