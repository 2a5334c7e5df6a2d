package sourcebook.corpus.feed;

import java.util.Map;

/**
 * One piece of a feed.
 *
 * @param stated what the feed says of it, by key: id, title, author, url, published; url may be relative to the feed's
 * @param text its words as paragraphs; empty where the feed gives none
 */
public record FeedEntry(Map<String, String> stated, String text) {
    public FeedEntry {
        stated = Map.copyOf(stated);
    }
}
