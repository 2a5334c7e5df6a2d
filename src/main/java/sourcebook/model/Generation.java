package sourcebook.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One built index.
 *
 * @param number counts up from 1; a later build has a higher one
 * @param corpus fingerprint of the corpus files it was built from, hexadecimal
 * @param examples questions that it can answer, to show people what they can ask; may be empty
 */
public record Generation(long number, Instant builtAt, String corpus, Holdings holdings, List<String> examples) {
    public Generation {
        examples = List.copyOf(examples);
    }

    /**
     * How much a generation holds.
     *
     * @param newest the latest publication date of any article, null where none states one
     */
    public record Holdings(
            int articles,
            int passages,
            int sentences,
            @Nullable PartialDate newest) {}
}
