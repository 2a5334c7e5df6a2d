package sourcebook.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Texts by their ids, such as JSON that another package writes and reads. Safe for many threads. */
public final class Texts {
    private final Space space;

    Texts(Space space) {
        this.space = space;
    }

    /** Keeps a text, in place of an earlier one of that id. */
    public void put(String id, String text) throws IOException {
        space.put(id, text.getBytes(StandardCharsets.UTF_8));
    }

    public Optional<String> find(String id) throws IOException {
        return space.find(id).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** All ids, sorted. */
    public List<String> ids() throws IOException {
        return space.ids();
    }

    public void delete(String id) throws IOException {
        space.delete(id);
    }
}
