package sourcebook.question;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question put to one article, which it calls by name: "in the Cleveland contract, who …".
 *
 * @param name what the article is called, such as {@code Cleveland}
 * @param kind the word for what it is about, such as {@code contract}; empty where the name stands for a title
 * @param question the question without the name
 */
public record InArticle(String name, String kind, String question) {
    private static final String TEXT = "(?:article|piece|story|report|page|text|source)";
    private static final String AFFAIR = "(?:contract|deal|agreement|case|partnership|affair|outsourcing|project)";
    private static final String QUOTED = "[“\"'‘]";

    private static final Pattern TITLED =
            Pattern.compile("(?i)^in (?:the )?" + TEXT + " (?:on |about |called |titled )?(?:" + QUOTED
                    + "(?<title>[^”\"]{2,200}?)[”\"'’]|(?:the )?(?<name>[^,:]{2,80}?))\\s?[,:]\\s+(?<rest>.+)$");

    private static final Pattern CALLED = Pattern.compile(
            "(?i)^in the (?<name>[^,:]{2,60}?) (?<kind>" + AFFAIR + "|" + TEXT + ")\\s?[,:]\\s+(?<rest>.+)$");

    private static final Pattern BEHIND =
            Pattern.compile("(?i)^(?<rest>.+?),? in the " + TEXT + " (?:on|about|called|titled) (?:" + QUOTED
                    + "(?<title>[^”\"]{2,200}?)[”\"'’]|(?:the )?(?<name>[^,:?]{2,80}?))\\s?\\?*$");

    /** Reads the name of an article off a question; empty where it calls none. */
    public static Optional<InArticle> read(String question) {
        return Stream.of(TITLED, CALLED, BEHIND)
                .map(form -> form.matcher(question))
                .filter(Matcher::find)
                .map(InArticle::of)
                .findFirst();
    }

    /** The question put to the article of that title. */
    public InArticle of(String title) {
        return new InArticle(title, "", question);
    }

    /** As one can type it. */
    public String asked() {
        return "In the article “" + name.replace('“', '"').replace('”', '"') + "”, " + question;
    }

    private static InArticle of(Matcher matcher) {
        boolean kind = matcher.namedGroups().containsKey("kind");
        String title = matcher.namedGroups().containsKey("title") ? matcher.group("title") : null;
        return new InArticle(
                (title == null ? matcher.group("name") : title).strip(),
                kind ? matcher.group("kind") : "",
                matcher.group("rest").strip());
    }
}
