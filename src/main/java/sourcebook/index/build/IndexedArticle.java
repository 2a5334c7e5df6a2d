package sourcebook.index.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.PartialDate;
import sourcebook.text.Passages;

/**
 * What the index remembers of an article that it holds.
 *
 * @param hash of its citation and text, hexadecimal: equal where its documents are
 * @param published null where the article does not state it
 */
public record IndexedArticle(
        String id,
        String hash,
        int passages,
        int sentences,
        @Nullable PartialDate published) {
    /** 128 bits: two articles of one corpus will not share them. */
    private static final int HASH_BYTES = 16;

    /** What is remembered of an article that was divided so. */
    public static IndexedArticle of(Article article, List<Passages.Stretch> passages) {
        int sentences = passages.stream()
                .mapToInt(stretch -> stretch.sentences().size())
                .sum();
        return new IndexedArticle(
                article.id(),
                hash(article),
                passages.size(),
                sentences,
                article.citation().published());
    }

    /** The hash of an article. */
    public static String hash(Article article) {
        MessageDigest digest = sha256();
        Citation citation = article.citation();
        for (@Nullable
        Object part : new @Nullable Object[] {
            citation.article(),
            citation.title(),
            citation.author(),
            citation.publisher(),
            citation.url(),
            citation.published(),
            citation.record(),
            article.audience(),
            article.text()
        }) {
            digest.update((byte) (part == null ? 0 : 1));
            digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0xff);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
