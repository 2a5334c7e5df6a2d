package sourcebook.render;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import sourcebook.model.Fact;
import sourcebook.model.Quote;
import sourcebook.model.contract.Source.Notice;
import sourcebook.model.contract.Source.Said;

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
        return base + quotePath(quote);
    }

    /** Where a fact can be read: its sentence in the article, its notice, or the contract's page. */
    public String fact(Fact fact) {
        return base(factPath(fact));
    }

    /** The contract's page. */
    public String contract(String id) {
        return base + contractPath(id);
    }

    /** The page of a list of contracts, as the words after {@code contracts} ask for it. */
    public String list(String asked) {
        return base + listPath(asked);
    }

    /** Where a fact can be read: a path of ours, or the whole address of the publisher's notice. */
    static String factPath(Fact fact) {
        return switch (fact.source()) {
            case Said said -> quotePath(said.quote());
            case Notice notice when notice.url() != null -> notice.url();
            case Notice notice ->
                fact.subject().contract() == null
                        ? "/"
                        : contractPath(fact.subject().contract());
        };
    }

    /** The path of an article's page, opened at the quoted sentence. */
    public static String quotePath(Quote quote) {
        return articlePath(quote.citation().article()) + "?quote=" + quote.span() + "#quote";
    }

    /** The path of a contract's page; the slashes of its id stay. */
    public static String contractPath(String id) {
        return path("/contracts/", id);
    }

    /** The path of a party's page. */
    public static String partyPath(String key) {
        return path("/parties/", key);
    }

    /** The path of a list of contracts, as the words after {@code contracts} ask for it. */
    public static String listPath(String asked) {
        return "/contracts?f=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }

    private String base(String path) {
        return path.startsWith("/") ? base + path : path;
    }

    /** The path of an article's page; the slashes of its id stay. */
    public static String articlePath(String id) {
        return path("/articles/", id);
    }

    private static String path(String folder, String id) {
        return Arrays.stream(id.split("/")).map(Links::segment).collect(Collectors.joining("/", folder, ""));
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
