package sourcebook.model;

import sourcebook.model.audience.Audience;

/**
 * One source: its citation and its canonical text, which every offset of a quote points into.
 *
 * @param text the words as they are kept and quoted; not blank
 * @param audience whom it may be shown to
 */
public record Article(Citation citation, String text, Audience audience) {
    public Article {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank, article " + citation.article());
        }
    }

    /** An article for everybody. */
    public Article(Citation citation, String text) {
        this(citation, text, Audience.PUBLIC);
    }

    public String id() {
        return citation.article();
    }
}
