package sourcebook.index;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.text.Mention;

/**
 * What to search for.
 *
 * @param text the question in plain words; nothing in it is query syntax
 * @param mentions the parties named in the text; their words are searched as the party, however a source spells it
 * @param article the id of the only article to search, null for all
 * @param passages how many passages to look into
 */
public record Query(
        String text, List<Mention> mentions, @Nullable String article, int passages) {
    public Query {
        mentions = List.copyOf(mentions);
    }
}
