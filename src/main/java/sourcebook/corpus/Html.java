package sourcebook.corpus;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import sourcebook.model.Problem;

/** One article a file, as a web page: its main part is the text, its own metadata the citation. */
final class Html implements Format {
    private static final String NOT_TEXT = "script, style, noscript, template, svg, iframe, form, nav, aside, footer, "
            + "body > header, [hidden], [aria-hidden=true]";

    /** Where pages state what, the first that is there counting. */
    private static final Map<String, List<String>> SELECTORS = Map.of(
            "title",
            List.of("meta[property=og:title]", "title", "h1"),
            "author",
            List.of("meta[name=author]", "meta[property=article:author]", "[rel=author]"),
            "publisher",
            List.of("meta[property=og:site_name]", "meta[name=publisher]"),
            "url",
            List.of("link[rel=canonical]", "meta[property=og:url]"),
            Metadata.AUDIENCE,
            List.of("meta[name=audience]"),
            "published",
            List.of("meta[property=article:published_time]", "meta[name=date]", "time[datetime]"));

    @Override
    public void read(SourceFile file, Intake intake) throws IOException {
        Document page = Jsoup.parse(file.text());
        Map<String, String> stated = stated(page);
        page.select(NOT_TEXT).remove();
        String text = BlockText.of(main(page));
        if (text.isEmpty()) {
            intake.problem(Problem.error(file.name(), 0, "the page has no text; save it as it shows in the browser"));
            return;
        }
        Metadata metadata = new Metadata(file.name(), 0, stated, intake);
        intake.article(metadata.article(metadata.citation(file.id(), file.readableName()), text));
    }

    private static Map<String, String> stated(Document page) {
        Map<String, String> stated = new HashMap<>();
        SELECTORS.forEach((key, selectors) -> selectors.stream()
                .map(page::selectFirst)
                .filter(element -> element != null && !value(element).isBlank())
                .findFirst()
                .ifPresent(element -> stated.put(key, value(element))));
        return stated;
    }

    private static String value(Element element) {
        return switch (element.normalName()) {
            case "meta" -> element.attr("content");
            case "link" -> element.attr("href");
            case "time" -> element.attr("datetime");
            default -> element.text();
        };
    }

    private static Element main(Document page) {
        Element main = page.selectFirst("article, main, [role=main]");
        return main == null ? page.body() : main;
    }
}
