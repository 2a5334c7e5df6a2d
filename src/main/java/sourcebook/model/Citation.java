package sourcebook.model;

import org.jspecify.annotations.Nullable;

/**
 * Which article, by whom, where and when: all that is known of a source besides its words. What the source does
 * not state is null, never guessed.
 *
 * @param article the article's id in the corpus
 * @param url the public address of the source, http or https
 * @param record the public record that the article rests on, in words
 */
public record Citation(
        String article,
        String title,
        @Nullable String author,
        @Nullable String publisher,
        @Nullable String url,
        @Nullable PartialDate published,
        @Nullable String record) {

    public Citation {
        if (article.isBlank()) {
            throw new IllegalArgumentException("article id must not be blank");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank, article " + article);
        }
        if (url != null && !url.startsWith("https://") && !url.startsWith("http://")) {
            throw new IllegalArgumentException("url must be http or https, got " + url);
        }
    }
}
