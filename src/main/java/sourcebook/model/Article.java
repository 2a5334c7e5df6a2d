package sourcebook.model;

/**
 * One source: its citation and its canonical text, which every offset of a quote points into.
 *
 * @param text the words as they are kept and quoted; not blank
 */
public record Article(Citation citation, String text) {
    public Article {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank, article " + citation.article());
        }
    }

    public String id() {
        return citation.article();
    }
}
