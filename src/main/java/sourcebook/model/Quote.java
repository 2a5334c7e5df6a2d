package sourcebook.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a source. It holds a place and never words: {@link #text} cuts them from the stored source and checks
 * them against its hash.
 *
 * @param span the sentence, in the article's offsets, not empty
 * @param speaker who said it, where the text itself says so
 * @param score how well it answers, comparable within one answer only; higher is better
 * @param also the same sentence in other articles, one place each; these have no others themselves
 */
public record Quote(Passage passage, Span span, @Nullable String speaker, double score, List<Quote> also)
        implements Evidence {
    public Quote {
        also = List.copyOf(also);
        if (span.length() == 0 || !passage.span().contains(span)) {
            throw new IllegalArgumentException("a quote's span must be a part of its passage, got " + span);
        }
    }

    /** A sentence that is known of one article. */
    public Quote(Passage passage, Span span, @Nullable String speaker, double score) {
        this(passage, span, speaker, score, List.of());
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
        return new Quote(passage, span, somebody, score, also);
    }

    /** The same with the other articles that have it. */
    public Quote alsoIn(List<Quote> others) {
        return new Quote(passage, span, speaker, score, others);
    }

    public Place place() {
        return new Place(passage.citation().article(), span);
    }

    /** Which article says so. */
    public Citation citation() {
        return passage.citation();
    }
}
