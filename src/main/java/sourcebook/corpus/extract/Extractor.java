package sourcebook.corpus.extract;

/** A way to write an article in a file of its own. Safe for many threads. */
public interface Extractor {
    /**
     * Reads the words of a file and what it states about itself.
     *
     * @throws Unreadable if there is nothing in it that could be quoted
     */
    Extract extract(byte[] bytes) throws Unreadable;
}
