package sourcebook.corpus.markup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import sourcebook.corpus.extract.Dates;
import sourcebook.corpus.extract.Extract;

/**
 * What a page states about its article: as linked data (JSON-LD, schema.org), as Open Graph and other {@code <meta>},
 * and in marked elements, the first that can be right counting.
 */
final class PageFacts {
    private static final String ADDRESS = "https?://[^\\s\"<>]+";
    private static final int MAX_CHARS = 500;

    private static final List<String> TITLES =
            List.of("meta[property=og:title]", "meta[name=twitter:title]", "meta[name=dc.title]");
    private static final List<String> AUTHORS = List.of(
            "meta[name=author]",
            "meta[property=article:author]",
            "meta[property=author]",
            "meta[name=parsely-author]",
            "meta[name=sailthru.author]",
            "meta[name=dc.creator]",
            "meta[name=dcterms.creator]",
            "[itemprop=author] [itemprop=name]",
            "[itemprop=author]",
            "[rel=author]");
    private static final List<String> PUBLISHERS = List.of(
            "meta[property=og:site_name]",
            "meta[name=publisher]",
            "meta[name=dc.publisher]",
            "meta[name=application-name]");
    private static final List<String> ADDRESSES = List.of("link[rel=canonical]", "meta[property=og:url]");
    private static final List<String> DATES = List.of(
            "meta[property=article:published_time]",
            "meta[property=og:published_time]",
            "meta[name=date]",
            "meta[name=pubdate]",
            "meta[name=publish-date]",
            "meta[name=publication_date]",
            "meta[name=parsely-pub-date]",
            "meta[name=sailthru.date]",
            "meta[name=dc.date]",
            "meta[name=dc.date.issued]",
            "meta[name=dcterms.date]",
            "meta[name=dcterms.issued]",
            "meta[name=dcterms.created]",
            "[itemprop=datePublished]",
            "time[pubdate]",
            "article time[datetime]",
            "time[datetime]",
            "article time",
            "time");

    private final Document page;
    private final LinkedData linked;
    private final Map<String, String> stated = new HashMap<>();

    private PageFacts(Document page) {
        this.page = page;
        this.linked = LinkedData.of(page);
    }

    /** By the keys of an extract; what the page does not state is not in it. */
    static Map<String, String> of(Document page) {
        PageFacts facts = new PageFacts(page);
        facts.state("publisher", Stream.concat(facts.linked.publisher().stream(), facts.values(PUBLISHERS)));
        facts.state("title", facts.titles());
        facts.state(Extract.AUDIENCE, facts.values(List.of("meta[name=audience]")));
        facts.state("author", facts.authors());
        facts.state("url", facts.addresses().filter(url -> url.matches(ADDRESS)));
        facts.state("published", facts.dates().filter(date -> Dates.read(date).isPresent()));
        return facts.stated;
    }

    private void state(String key, Stream<String> values) {
        values.map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= MAX_CHARS)
                .findFirst()
                .ifPresent(value -> stated.put(key, value));
    }

    private Stream<String> titles() {
        Stream<String> marked = Stream.concat(values(TITLES), linked.headline().stream());
        Stream<String> shown = Stream.concat(values(List.of("title")).map(this::withoutSite), values(List.of("h1")));
        return Stream.concat(marked, shown);
    }

    /** Titles in the browser's tab end in the site's name. */
    private String withoutSite(String title) {
        Optional<String> heading = values(List.of("h1")).findFirst();
        if (heading.isPresent()
                && title.startsWith(heading.get())
                && heading.get().length() > 10) {
            return heading.get();
        }
        String publisher = stated.getOrDefault("publisher", "");
        int end = publisher.isEmpty() ? -1 : title.length() - publisher.length();
        return end > 3 && title.regionMatches(true, end, publisher, 0, publisher.length())
                ? title.substring(0, end).replaceFirst("\\s*[|\\-–—:·»]\\s*$", "")
                : title;
    }

    private Stream<String> authors() {
        return Stream.concat(linked.authors().stream(), values(AUTHORS))
                .filter(author -> !author.matches(ADDRESS))
                .map(author -> author.replaceFirst("^(?i)by\\s+", ""));
    }

    private Stream<String> addresses() {
        return Stream.concat(values(ADDRESSES), linked.address().stream());
    }

    private Stream<String> dates() {
        return Stream.concat(linked.published().stream(), values(DATES));
    }

    private Stream<String> values(List<String> selectors) {
        return selectors.stream()
                .map(page::selectFirst)
                .flatMap(Stream::ofNullable)
                .map(PageFacts::value)
                .filter(value -> !value.isBlank());
    }

    private static String value(Element element) {
        String machine = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
        if (!machine.isBlank()) {
            return machine;
        }
        return element.normalName().equals("link") ? element.attr("href") : element.text();
    }
}
