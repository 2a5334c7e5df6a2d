package sourcebook.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sourcebook.dialogue.Response;
import sourcebook.model.Article;
import sourcebook.model.Generation.Holdings;
import sourcebook.model.Reply;
import sourcebook.model.Span;
import sourcebook.render.slack.Manner;
import sourcebook.render.slack.SlackHelp;
import sourcebook.render.slack.SlackMessage;
import sourcebook.render.slack.SlackResponse;

/**
 * What each answer looks like in each form, to the byte, in the folder {@code renders}. To change it, run
 * {@code mvn test -Dtest=RendersTest -Drenders.rewrite=true} and read the difference.
 */
final class RendersTest {
    private static final Path FOLDER = Path.of("src/test/resources/renders");
    private static final boolean REWRITE = Boolean.getBoolean("renders.rewrite");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> names() throws IOException {
        return renders().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anAnswerIsRenderedAsItWasReviewed(String name) throws IOException {
        String rendered = renders().get(name);
        Path file = FOLDER.resolve(name);
        if (REWRITE) {
            Files.writeString(file, rendered);
        }

        assertThat(rendered).isEqualTo(Files.readString(file));
    }

    @Test
    void theFolderHoldsNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(new TreeSet<>(names()));
        }
    }

    private static Map<String, String> renders() throws IOException {
        Map<String, String> renders = new LinkedHashMap<>();
        for (Map.Entry<String, Reply> sample : Samples.all().entrySet()) {
            forms(sample.getKey(), sample.getValue(), renders);
        }
        SlackMessage shared = new SlackResponse(Samples.LINKS)
                .shared("how long?", List.of(Samples.quote(Samples.MET, "It runs for ten years.", null)), "ada");
        renders.put("shared.slack.json", pretty(shared.inChannel()));
        renders.put(
                "help.slack.json",
                pretty(SlackHelp.help(List.of("how long?", "a `b` & <c>")).privately()));
        renders.put(
                "help-without-examples.slack.json",
                pretty(SlackHelp.help(List.of()).privately()));
        renders.put("first-page.html", HtmlPages.ask(null, List.of("how long?"), new Holdings(61, 300, 900, null)));
        renders.put("first-page-building.html", HtmlPages.ask(null, List.of(), null));
        renders.put("message.html", HtmlPages.message("A heading", "A <message>."));
        Article article = new Article(Samples.MET, "First (it says so). Second!\n\nThird.");
        renders.put("article.html", HtmlArticle.render(article, new Span(7, 18)));
        return renders;
    }

    private static void forms(String name, Reply reply, Map<String, String> renders) throws IOException {
        renders.put(name + ".slack.json", pretty(slack(reply).privately()));
        renders.put(name + ".txt", new PlainAnswer(Samples.LINKS, false).render(reply.answer()) + "\n");
        renders.put(name + ".colour.txt", new PlainAnswer(Samples.LINKS, true).render(reply.answer()) + "\n");
        renders.put(name + ".json", new JsonAnswer(Samples.LINKS).render("q1", reply) + "\n");
        renders.put(name + ".html", HtmlPages.ask(reply, List.of(), new Holdings(61, 300, 900, null)) + "\n");
    }

    static SlackMessage slack(Reply reply) {
        Response answered = new Response.Answered(reply, null, 0, true, List.of("and how long?", "who said so?"));
        return new SlackResponse(Samples.LINKS).render(answered, Manner.PRIVATE, (action, value) -> "sealed." + value);
    }

    private static String pretty(String json) throws IOException {
        return JSON.readTree(json).toPrettyString() + "\n";
    }
}
