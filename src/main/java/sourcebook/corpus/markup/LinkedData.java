package sourcebook.corpus.markup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article as JSON-LD in the words of schema.org; all empty where it says nothing so. */
record LinkedData(JsonNode article) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_CHARS = 1 << 20;
    private static final int MAX_NODES = 10_000;

    /** Types of schema.org that are, or hold, a written piece. */
    private static final Pattern ARTICLE =
            Pattern.compile("(?:\\w*Article|\\w*Posting|Report|Review|WebPage|CreativeWork)");

    static LinkedData of(Document page) {
        List<JsonNode> found = page.select("script[type=application/ld+json]").stream()
                .flatMap(script -> articles(script).stream())
                .toList();
        return new LinkedData(found.stream()
                .filter(node -> node.hasNonNull("headline"))
                .findFirst()
                .orElseGet(() -> found.isEmpty() ? MissingNode.getInstance() : found.getFirst()));
    }

    Optional<String> headline() {
        return text(article.path("headline"));
    }

    Optional<String> authors() {
        String names = each(article.path("author"))
                .flatMap(author -> name(author).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    Optional<String> publisher() {
        return each(article.path("publisher"))
                .flatMap(publisher -> name(publisher).stream())
                .findFirst();
    }

    Optional<String> published() {
        return text(article.path("datePublished")).or(() -> text(article.path("dateCreated")));
    }

    Optional<String> address() {
        JsonNode page = article.path("mainEntityOfPage");
        return text(article.path("url")).or(() -> text(page)).or(() -> text(page.path("@id")));
    }

    private static List<JsonNode> articles(Element script) {
        String json = script.data();
        if (json.length() > MAX_CHARS) {
            return List.of();
        }
        try {
            return articles(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    /** Objects of a fitting type, wherever they are nested, the outermost first. */
    private static List<JsonNode> articles(JsonNode root) {
        Deque<JsonNode> left = new ArrayDeque<>(List.of(root));
        Stream.Builder<JsonNode> found = Stream.builder();
        for (int seen = 0; !left.isEmpty() && seen < MAX_NODES; seen++) {
            JsonNode node = left.removeFirst();
            if (each(node.path("@type"))
                    .anyMatch(type -> ARTICLE.matcher(type.asText()).matches())) {
                found.add(node);
            }
            node.forEach(left::addLast);
        }
        return found.build().toList();
    }

    private static Optional<String> name(JsonNode node) {
        return text(node).or(() -> text(node.path("name")));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank()
                ? Optional.of(node.asText().strip())
                : Optional.empty();
    }

    private static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }
}
