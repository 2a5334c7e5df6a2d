package sourcebook.corpus.extract;

import java.io.IOException;

/** A file holds nothing that can be read as an article; the message says what to do. */
public final class Unreadable extends IOException {
    private final int line;
    private final String what;

    /**
     * The reason.
     *
     * @param line from 1; 0 where no line can be named
     */
    public Unreadable(int line, String what) {
        super(what);
        this.line = line;
        this.what = what;
    }

    public int line() {
        return line;
    }

    public String what() {
        return what;
    }
}
