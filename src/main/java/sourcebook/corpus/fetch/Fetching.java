package sourcebook.corpus.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Unreadable;
import sourcebook.corpus.feed.FeedEntry;
import sourcebook.corpus.feed.FeedReader;
import sourcebook.corpus.sandbox.Kind;

/** Asks for one feed and has each of its entries become an article in its folder. For one thread, once. */
final class Fetching {
    /** For pages of one feed, in one round; the others are fetched in the next. */
    private static final Duration MOST_TIME = Duration.ofMinutes(2);

    private static final int MAX_SLUG = 60;
    private static final int KEY_CHARS = 12;

    private final Feed feed;
    private final FeedFolder folder;
    private final PoliteWeb web;
    private final Parser parser;
    private final FeedMemory before;
    private final Map<String, FeedMemory.Entry> entries;
    private int pages;

    Fetching(Feed feed, FeedFolder folder, PoliteWeb web, Parser parser) throws IOException {
        this.feed = feed;
        this.folder = folder;
        this.web = web;
        this.parser = parser;
        FeedMemory memory = folder.memory(feed.url());
        this.before = memory.url().equals(feed.url())
                ? memory
                : new FeedMemory(feed.url(), null, null, "", "", memory.entries());
        this.entries = new TreeMap<>(memory.entries());
    }

    /** Does it, and remembers how it went; whatever fails, what was fetched before stays. */
    FeedMemory at(Instant now) throws IOException {
        FeedMemory after;
        try {
            after = asked(now);
        } catch (Unfetched e) {
            after = failed(now, e.reason());
        } catch (Unreadable e) {
            after = failed(now, e.what());
        }
        folder.remember(after);
        return after;
    }

    private FeedMemory failed(Instant now, String reason) {
        return new FeedMemory(feed.url(), before.etag(), before.lastModified(), now.toString(), reason, entries);
    }

    private FeedMemory asked(Instant now) throws IOException {
        Web.Answer answer = web.get(Web.url(feed.url(), null), conditions());
        if (answer.status() == 304) {
            return failed(now, "");
        }
        expect(answer, 200);
        for (FeedEntry entry : FeedReader.entries(parser.extract(Kind.FEED, answer.body()))) {
            take(entry, answer.from());
        }
        boolean pending = entries.values().stream().anyMatch(FeedMemory.Entry::pending);
        return new FeedMemory(
                feed.url(),
                pending ? null : answer.headers().get("ETag"),
                pending ? null : answer.headers().get("Last-Modified"),
                now.toString(),
                "",
                entries);
    }

    private Map<String, String> conditions() {
        Map<String, String> conditions = new HashMap<>();
        if (entries.values().stream().anyMatch(entry -> !entry.file().isEmpty() && !folder.has(entry.file()))) {
            return conditions;
        }
        putIfAny(conditions, "If-None-Match", before.etag());
        putIfAny(conditions, "If-Modified-Since", before.lastModified());
        return conditions;
    }

    private static void putIfAny(Map<String, String> into, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            into.put(key, value);
        }
    }

    private static void expect(Web.Answer answer, int status) throws Unfetched {
        if (answer.status() != status) {
            throw new Unfetched(answer.from().host() + " answers " + answer.status() + " to "
                    + answer.from().encodedPath());
        }
    }

    private void take(FeedEntry entry, HttpUrl base) throws IOException {
        String key = hash(telling(entry));
        String hash = hash(entry.stated() + "\n" + entry.text());
        FeedMemory.Entry known = entries.get(key);
        if (known != null && known.settled(hash) && (known.file().isEmpty() || folder.has(known.file()))) {
            return;
        }
        String kept = known == null ? "" : known.file();
        int tries = known == null || !known.hash().equals(hash) ? 0 : known.tries();
        Optional<Map<String, String>> article;
        try {
            article = article(entry, base);
        } catch (Unfetched e) {
            entries.put(key, new FeedMemory.Entry(kept, hash, e.reason(), tries + 1));
            return;
        } catch (Unreadable e) {
            entries.put(key, new FeedMemory.Entry(kept, hash, title(entry) + ": " + e.what(), tries + 1));
            return;
        }
        if (article.isEmpty()) {
            entries.put(key, new FeedMemory.Entry(kept, hash, title(entry) + " is fetched next time", tries));
            return;
        }
        String name = kept.isEmpty() ? name(entry, key) : kept;
        Map<String, String> whole = article.get();
        whole.put("id", "feeds/" + feed.name() + "/" + name.substring(0, name.lastIndexOf('.')));
        folder.keep(name, whole);
        entries.put(key, new FeedMemory.Entry(name, hash, "", 0));
    }

    /** The entry as an article; empty where its page is left for the next round. */
    private Optional<Map<String, String>> article(FeedEntry entry, HttpUrl base) throws IOException {
        Map<String, String> article = new TreeMap<>(entry.stated());
        article.remove("id");
        HttpUrl link =
                entry.stated().containsKey("url") ? Web.url(entry.stated().get("url"), base) : null;
        if (link != null) {
            article.put("url", link.toString());
        }
        String text = entry.text();
        if (!feed.fullText() || text.isBlank()) {
            if (link == null) {
                throw new Unreadable(0, "the entry has no text and no page");
            }
            Optional<Extract> page = page(link);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            page.get().stated().forEach(article::putIfAbsent);
            article.remove(Extract.AUDIENCE);
            text = page.get().text();
        }
        if (!feed.publisher().isBlank()) {
            article.put("publisher", feed.publisher());
        }
        article.put("text", text);
        return Optional.of(article);
    }

    private Optional<Extract> page(HttpUrl link) throws IOException {
        if (pages >= MOST_TIME.dividedBy(web.pause(link))) {
            return Optional.empty();
        }
        pages++;
        Web.Answer answer = web.get(link, Map.of());
        expect(answer, 200);
        return Optional.of(parser.extract(Kind.HTML, answer.body()));
    }

    /** What tells an entry from the feed's others, whatever else of it changes. */
    private static String telling(FeedEntry entry) {
        return List.of("id", "url", "title").stream()
                .map(key -> entry.stated().getOrDefault(key, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(entry.text());
    }

    private static String title(FeedEntry entry) {
        return "“" + entry.stated().getOrDefault("title", "an entry without a title") + "”";
    }

    private static String name(FeedEntry entry, String key) {
        String plain = Normalizer.normalize(entry.stated().getOrDefault("title", ""), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String slug = plain.substring(0, Math.min(MAX_SLUG, plain.length()));
        return (slug.isEmpty() ? "" : slug + "-") + key.substring(0, KEY_CHARS) + ".jsonl";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
