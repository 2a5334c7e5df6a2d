package sourcebook.corpus.document;

/**
 * A line of a page, in points from its upper left corner.
 *
 * @param bottom where its letters stand
 * @param height of its letters
 */
record Line(String text, float left, float right, float bottom, float height) {}
