package sourcebook.library.report;

/**
 * Told how reindexes ended, whoever ordered them: those of this process on their own thread, and those that another
 * process published when this one takes them over. An exception is logged and harms nothing.
 */
public interface Listener {
    /**
     * A reindex ended.
     *
     * @param by who ordered it, as people know them
     */
    void ended(String by, Reindex outcome);
}
