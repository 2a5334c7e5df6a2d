package sourcebook.render;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import sourcebook.model.Quote;

/**
 * Addresses of our own pages.
 *
 * @param base the public address of this service without a slash at its end, such as {@code https://quotes.example.org}
 */
public record Links(String base) {
    public Links {
        if (base.endsWith("/") || !base.matches("https?://.+")) {
            throw new IllegalArgumentException("base must be an http address without a slash at its end, got " + base);
        }
    }

    /** The article's page. */
    public String article(String id) {
        return base + articlePath(id);
    }

    /** The article's page, opened at the quoted sentence. */
    public String quote(Quote quote) {
        return article(quote.citation().article()) + "?quote=" + quote.span() + "#quote";
    }

    /** The path of an article's page; the slashes of its id stay. */
    public static String articlePath(String id) {
        return Arrays.stream(id.split("/")).map(Links::segment).collect(Collectors.joining("/", "/articles/", ""));
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
