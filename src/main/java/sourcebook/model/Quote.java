package sourcebook.model;

import org.jspecify.annotations.Nullable;

/**
 * A sentence of a source. It holds a place and never words: {@link #text} cuts them from the stored source and checks
 * them against its hash each time.
 *
 * @param span the sentence, in the article's offsets, not empty
 * @param speaker who said it, where the text itself says so
 * @param score how well it answers, comparable within one answer only; higher is better
 */
public record Quote(Passage passage, Span span, @Nullable String speaker, double score) implements Evidence {
    public Quote {
        if (span.length() == 0 || !passage.span().contains(span)) {
            throw new IllegalArgumentException("a quote's span must be a part of its passage, got " + span);
        }
    }

    /** A quote's place, short enough to travel in a button: it is turned into a quote again by the index alone. */
    public record Place(String article, Span span) {}

    /**
     * The exact words.
     *
     * @throws Passage.Altered if the stored source changed since it was indexed
     */
    @Override
    public String text() {
        return passage.cut(span);
    }

    /** Whether another quote has the same words. They are compared as stored, unchecked, for none of them come out. */
    public boolean sameWords(Quote other) {
        int from = span.start() - passage.start();
        int theirs = other.span.start() - other.passage.start();
        return span.length() == other.span.length()
                && passage.text().regionMatches(from, other.passage.text(), theirs, span.length());
    }

    /** The same with who said it. */
    public Quote by(@Nullable String somebody) {
        return new Quote(passage, span, somebody, score);
    }

    public Place place() {
        return new Place(passage.citation().article(), span);
    }

    /** Which article says so. */
    public Citation citation() {
        return passage.citation();
    }
}
