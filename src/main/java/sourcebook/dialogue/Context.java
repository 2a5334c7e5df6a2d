package sourcebook.dialogue;

import sourcebook.model.Quote;

/**
 * A quote where it stands.
 *
 * @param sentence what was quoted
 * @param paragraph the paragraph around it, as a quote of its own; it contains the sentence's span
 */
public record Context(Quote sentence, Quote paragraph) {
    public Context {
        if (!paragraph.span().contains(sentence.span())) {
            throw new IllegalArgumentException(
                    "the sentence " + sentence.span() + " must stand in its paragraph " + paragraph.span());
        }
    }
}
