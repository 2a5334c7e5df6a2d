package sourcebook.corpus.fetch;

import java.io.IOException;

/** Looks whether to go on, and throws if not. */
public interface Look {
    Look NONE = () -> {};

    void now() throws IOException;
}
