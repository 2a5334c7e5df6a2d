package sourcebook.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.answer.Answering;
import sourcebook.dialogue.Response;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Found;
import sourcebook.model.Citation;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.PartialDate;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.render.teams.TeamsCards;

/** One answer on three platforms: the same quotes, the same sources, the same figures. */
final class SameEverywhereTest {
    private static final int ANSWERS = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PIECES = List.of(
            "a word ", "*b* ", "[x](http://e) ", "<at>y</at> ", "& ", "<b> ", "😀 ", "£5m ", "{{DATE(x)}} ", "مرحبا ");

    @TempDir
    Path state;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void quotesSourcesAndFiguresAreTheSame() throws IOException {
        List<Reply> replies = new ArrayList<>(Samples.all().values());
        replies.addAll(ofTheSampleCorpus());
        int real = replies.size();
        while (replies.size() < ANSWERS) {
            replies.add(Samples.reply(text(), madeUp()));
        }

        replies.forEach(this::assertSame);

        assertThat(real).isGreaterThan(100);
        assertThat(replies.stream().filter(reply -> reply.answer() instanceof Found))
                .hasSizeGreaterThan(ANSWERS / 2);
    }

    private void assertSame(Reply reply) {
        JsonNode json = read(new JsonAnswer(Samples.LINKS).render("", reply));
        JsonNode slack = read(RendersTest.slack(reply).privately());
        JsonNode teams = new TeamsCards(Samples.LINKS)
                .render(new Response.Answered(reply, null, 0, false, List.of()))
                .content();
        List<String> told = new ArrayList<>();
        json.path("evidence").forEach(evidence -> told.add(evidence.path("text").asText()));

        if (reply.answer() instanceof Found) {
            assertThat(teamsQuotes(teams))
                    .as("%s, seed %d", reply.question(), seed)
                    .isEqualTo(shown(told, teamsQuotes(teams)));
            assertThat(slackQuotes(slack))
                    .as("%s, seed %d", reply.question(), seed)
                    .isEqualTo(shown(told, slackQuotes(slack)));
        } else {
            assertThat(teamsQuotes(teams))
                    .as("%s, seed %d", reply.question(), seed)
                    .isEqualTo(slackQuotes(slack));
        }
        for (JsonNode evidence : json.path("evidence")) {
            String link = evidence.path("link").asText();
            assertThat(slack.toString()).as(link).contains(link.replace("&", "&amp;"));
            assertThat(teams.toString()).as(link).contains(link);
        }
        facts(reply).forEach(fact -> assertStated(fact, json, slack, teams));
    }

    /** All of them, but for one that is too long for a message: a fact's sentence and a quote's are shown alike. */
    private static List<String> shown(List<String> told, List<String> seen) {
        return told.stream()
                .filter(text -> text.length() <= 2_900 || seen.contains(text))
                .toList();
    }

    private static void assertStated(Fact fact, JsonNode json, JsonNode slack, JsonNode teams) {
        String statement = FactWording.statement(fact);
        assertThat(texts(slack)).contains(statement);
        assertThat(texts(teams)).contains(statement);
        assertThat(texts(json)).contains(fact.text());
        List<String> figures = new ArrayList<>();
        json.path("evidence")
                .forEach(evidence -> figures.add(evidence.path("value").asText()));
        assertThat(figures).contains(fact.value().figure());
    }

    private List<Reply> ofTheSampleCorpus() throws IOException {
        try (Library library = new Library(Path.of("index-data"), state, null, Clock.systemUTC())) {
            library.reindex(Order.by(Actor.operator("a test")), Progress.Watcher.NONE);
            Answering answering = new Answering(library::lease);
            List<Reply> replies = new ArrayList<>();
            for (String question : questions()) {
                replies.add(answering.ask(question, null, 3));
            }
            return replies;
        }
    }

    private static List<String> questions() throws IOException {
        List<String> questions = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("index-data", "golden"))) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("## "))
                        .forEach(line -> questions.add(line.substring(3)));
            }
        }
        return questions;
    }

    private Answer madeUp() {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Citation citation = new Citation(
                    "made/up-" + random.nextInt(9),
                    text(),
                    text(),
                    null,
                    null,
                    random.nextBoolean() ? new PartialDate("2015-07-14") : null,
                    null);
            evidence.add(Samples.quote(citation, text() + i + ".", random.nextBoolean() ? text() : null));
        }
        return new Found(evidence, 1, List.of());
    }

    private String text() {
        StringBuilder text = new StringBuilder("w ");
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString().strip();
    }

    private static List<Fact> facts(Reply reply) {
        List<Fact> facts = new ArrayList<>();
        if (reply.answer() instanceof Found found) {
            for (Evidence evidence : found.evidence()) {
                switch (evidence) {
                    case Fact fact -> facts.add(fact);
                    case Quote quote -> {}
                }
            }
        }
        return facts;
    }

    private static List<String> slackQuotes(JsonNode message) {
        return nodes(message, node -> node.path("type").asText().equals("rich_text_quote")).stream()
                .map(node -> joined(node.path("elements")))
                .toList();
    }

    private static List<String> teamsQuotes(JsonNode card) {
        return nodes(card, node -> node.path("style").asText().equals("emphasis")).stream()
                .map(node -> joined(node.at("/items/0/inlines")))
                .toList();
    }

    private static List<String> texts(JsonNode message) {
        return nodes(message, node -> node.path("text").isTextual()).stream()
                .map(node -> node.path("text").asText())
                .toList();
    }

    private static String joined(JsonNode parts) {
        StringBuilder words = new StringBuilder();
        parts.forEach(part -> words.append(part.path("text").asText()));
        return words.toString();
    }

    private static List<JsonNode> nodes(JsonNode node, Predicate<JsonNode> wanted) {
        List<JsonNode> nodes = new ArrayList<>();
        if (node.isObject() && wanted.test(node)) {
            nodes.add(node);
        }
        node.forEach(inside -> nodes.addAll(nodes(inside, wanted)));
        return nodes;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
