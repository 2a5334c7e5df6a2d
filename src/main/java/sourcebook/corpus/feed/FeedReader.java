package sourcebook.corpus.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Extractor;
import sourcebook.corpus.extract.Unreadable;
import sourcebook.corpus.markup.HtmlPage;

/**
 * Reads RSS and Atom. A document type is refused, so that no entity is ever looked up; nothing is fetched. As an
 * extractor it gives a feed's entries as lines, which {@link #entries} turns back, so that a feed is read where all
 * hostile files are.
 */
public final class FeedReader implements Extractor {
    private static final int MAX_ENTRIES = 1_000;
    private static final String HEAD = "feed\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The entries of a feed, at most a thousand, as it orders them.
     *
     * @throws Unreadable if it is no feed, with the reason
     */
    public static List<FeedEntry> read(byte[] feed) throws Unreadable {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(feed))) {
            SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
            input.setAllowDoctypes(false);
            return input.build(reader).getEntries().stream()
                    .limit(MAX_ENTRIES)
                    .map(FeedReader::entry)
                    .toList();
        } catch (FeedException | IOException | IllegalArgumentException e) {
            throw new Unreadable(0, "not a feed that can be read: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new Unreadable(0, "the feed is nested too deeply");
        }
    }

    @Override
    public Extract extract(byte[] feed) throws Unreadable {
        StringBuilder lines = new StringBuilder(HEAD);
        for (FeedEntry entry : read(feed)) {
            lines.append(line(entry)).append('\n');
        }
        return new Extract(Map.of(), lines.toString());
    }

    /** The entries of a feed that was extracted. */
    public static List<FeedEntry> entries(Extract feed) throws IOException {
        List<FeedEntry> entries = new ArrayList<>();
        for (String line : feed.text().lines().skip(1).toList()) {
            entries.add(JSON.readValue(line, FeedEntry.class));
        }
        return entries;
    }

    private static String line(FeedEntry entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of strings cannot fail to be written", e);
        }
    }

    private static FeedEntry entry(SyndEntry entry) {
        Map<String, String> stated = new HashMap<>();
        state(stated, "id", entry.getUri());
        state(stated, "title", entry.getTitle() == null ? null : HtmlPage.textOf(entry.getTitle()));
        state(stated, "author", entry.getAuthor());
        state(stated, "url", entry.getLink());
        Date published = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        state(stated, "published", published == null ? null : day(published));
        return new FeedEntry(stated, text(entry));
    }

    private static String day(Date date) {
        return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** The longest of what the feed gives: its contents, or else its summary. */
    private static String text(SyndEntry entry) {
        Stream<SyndContent> summary = Stream.ofNullable(entry.getDescription());
        return Stream.concat(entry.getContents().stream(), summary)
                .map(SyndContent::getValue)
                .flatMap(Stream::ofNullable)
                .map(HtmlPage::textOf)
                .reduce("", (longest, other) -> other.length() > longest.length() ? other : longest);
    }

    private static void state(Map<String, String> stated, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            stated.put(key, value.strip());
        }
    }
}
