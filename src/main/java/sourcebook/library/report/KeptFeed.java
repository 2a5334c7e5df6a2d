package sourcebook.library.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a feed stands.
 *
 * @param lookedAt when it was asked last; null where it was not yet
 * @param articles how many it has brought
 * @param problems what was wrong when it was asked last
 */
public record KeptFeed(String name, String url, @Nullable Instant lookedAt, int articles, List<String> problems) {
    public KeptFeed {
        problems = List.copyOf(problems);
    }
}
