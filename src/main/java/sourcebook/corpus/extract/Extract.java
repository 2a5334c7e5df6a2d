package sourcebook.corpus.extract;

import java.util.List;
import java.util.Map;

/**
 * What was read out of one file, before any of it is judged.
 *
 * @param stated what the file states about its article, by key: title, author, publisher, url, published, record
 * @param line where it states them, 0 for the whole file
 * @param text its words, paragraphs divided by blank lines; not blank
 * @param remarks what was left out of it
 */
public record Extract(Map<String, String> stated, int line, String text, List<Remark> remarks) {
    /** The key that states whom an article is for. */
    public static final String AUDIENCE = "audience";

    public Extract {
        stated = Map.copyOf(stated);
        remarks = List.copyOf(remarks);
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
    }

    public Extract(Map<String, String> stated, String text) {
        this(stated, 0, text, List.of());
    }

    /**
     * Something that was left out, while the rest was read.
     *
     * @param line from 1; 0 where no line can be named
     */
    public record Remark(int line, String what) {}
}
