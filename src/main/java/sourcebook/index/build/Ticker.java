package sourcebook.index.build;

import java.io.IOException;

/** Told how far something is; may stop it by an exception. */
public interface Ticker {
    Ticker NONE = done -> {};

    /**
     * So much is done.
     *
     * @throws IOException to stop
     */
    void at(long done) throws IOException;
}
