package sourcebook.slack.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import sourcebook.NodePeers;
import sourcebook.render.Samples;
import sourcebook.slack.Manifest;

/** What we send, by Slack's own types and rules; and that it calls nobody, is never silent, and quotes word for word. */
@SuppressWarnings("NullAway.Init")
final class SlackTypesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ANSWERS = 10_000;
    private static final int AT_ONCE = 2_500;
    /** Where the notices of the samples are published. */
    private static final String NOTICES = "https://finder.test";

    private static final Path RENDERS = Path.of("src/test/resources/renders");
    private static final Path RECORDED = Path.of("src/test/resources/slack");

    @TempDir
    Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void everySurfaceIsOfSlacksTypesAndKeepsItsRules() throws Exception {
        NodePeers peers = NodePeers.of("slack");
        List<String> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Gallery.all(folder).forEach((name, surface) -> {
            assertThat(surface.faults("https://quotes.test")).as(name).isEmpty();
            names.add(name);
            lines.add(surface.line());
        });
        for (Path file : renders()) {
            Surface surface = Surface.message(Files.readString(file));
            assertThat(surface.faults("https://quotes.test", NOTICES))
                    .as(file.toString())
                    .isEmpty();
            names.add(file.toString());
            lines.add(surface.line());
        }

        assertVerdicts(peers, names, lines);
    }

    @Test
    void tenThousandRandomAnswersAreOneMessageEachThatCallsNobodyAndQuotesWordForWord() throws Exception {
        NodePeers peers = NodePeers.of("slack");
        RandomSurfaces surfaces = new RandomSurfaces(new Random(seed));
        int quotes = 0;
        for (int from = 0; from < ANSWERS; from += AT_ONCE) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                RandomSurfaces.Made made = surfaces.next();
                lines.add(made.surface().line());
                quotes += made.quoted().size();
                assertThat(made.surface().faults(Samples.LINKS.base(), NOTICES))
                        .as("seed %d: %s", seed, made.surface())
                        .isEmpty();
                List<String> shown = quotes(made.surface());
                assertThat(shown)
                        .as("seed %d: %s", seed, made.surface())
                        .isEqualTo(cut(made) ? made.quoted().subList(0, shown.size()) : made.quoted());
            }
            assertThat(peers.run(lines, "schema.cjs"))
                    .as("seed %d", seed)
                    .hasSize(AT_ONCE)
                    .containsOnly("ok");
        }
        assertThat(quotes).isGreaterThan(ANSWERS / 2);
    }

    @Test
    void theManifestIsOfSlacksTypes() throws Exception {
        NodePeers peers = NodePeers.of("slack");
        List<String> lines = new ArrayList<>();
        for (String yaml : List.of(
                Manifest.yaml("https://quotes.test/base"),
                Manifest.socketYaml("https://quotes.test"),
                Manifest.socketYaml(""))) {
            JsonNode manifest = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
            assertLengths(manifest);
            lines.add(line("manifest", withoutNewScopes(manifest)));
        }

        assertVerdicts(peers, List.of("http", "socket", "socket without links"), lines);
    }

    @Test
    void theRecordedEventsAreOfSlacksTypes() throws Exception {
        NodePeers peers = NodePeers.of("slack");
        List<String> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(RECORDED)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("event_"))
                    .sorted()
                    .toList()) {
                names.add(file.toString());
                lines.add(line("event", JSON.readTree(Files.readString(file)).path("event")));
            }
        }

        assertVerdicts(peers, names, lines);
    }

    @Test
    void theJudgesCanSayNo() throws Exception {
        NodePeers peers = NodePeers.of("slack");
        List<String> wrong = List.of(
                "{\"kind\":\"blocks\",\"value\":[{\"type\":\"section\",\"text\":{\"type\":\"plain_text\",\"text\":5}}]}",
                "{\"kind\":\"blocks\",\"value\":[{\"type\":\"header\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"}}]}",
                "{\"kind\":\"blocks\",\"value\":[{\"type\":\"divider\",\"colour\":\"red\"}]}",
                "{\"kind\":\"view\",\"value\":{\"type\":\"modal\",\"blocks\":[]}}",
                "{\"kind\":\"manifest\",\"value\":{\"display_information\":{}}}",
                "{\"kind\":\"event\",\"value\":{\"type\":\"app_mention\"}}");

        assertThat(peers.run(wrong, "schema.cjs")).hasSize(wrong.size()).doesNotContain("ok");
        String silent = "{\"parse\":\"none\",\"link_names\":false,\"text\":\" \",\"blocks\":[]}";
        assertThat(Surface.message(silent).faults("https://quotes.test")).isNotEmpty();
        for (String text : List.of("<!here>", "<@U1>", "<https://evil.test|x>", "<https://quotes.test.evil/|x>")) {
            String message = "{\"parse\":\"none\",\"link_names\":false,\"text\":\"" + text
                    + "\",\"blocks\":[{\"type\":\"divider\"}]}";
            assertThat(Surface.message(message).faults("https://quotes.test"))
                    .as(text)
                    .hasSize(1);
        }
    }

    /** Whether it says itself that it shows the first claims alone, because of Slack's limit. */
    private static boolean cut(RandomSurfaces.Made made) {
        return made.surface().json().toString().contains("claims are shown.");
    }

    /** What is quoted: set apart in messages, in bold in the modal that shows where it stands. */
    private static List<String> quotes(Surface surface) {
        List<String> quotes = new ArrayList<>();
        for (JsonNode block : surface.blocks()) {
            for (JsonNode part :
                    block.path("type").asText().equals("rich_text") ? block.path("elements") : List.<JsonNode>of()) {
                boolean quote = part.path("type").asText().equals("rich_text_quote");
                StringBuilder words = new StringBuilder();
                for (JsonNode element : part.path("elements")) {
                    boolean bold = surface.kind() == Surface.Kind.VIEW
                            && element.at("/style/bold").asBoolean();
                    words.append(quote || bold ? element.path("text").asText() : "");
                }
                if (!words.isEmpty()) {
                    quotes.add(words.toString());
                }
            }
        }
        return quotes;
    }

    private static void assertVerdicts(NodePeers peers, List<String> names, List<String> lines) throws Exception {
        List<String> verdicts = peers.run(lines, "schema.cjs");
        assertThat(verdicts).hasSameSizeAs(lines);
        for (int i = 0; i < verdicts.size(); i++) {
            assertThat(verdicts.get(i)).as(names.get(i)).isEqualTo("ok");
        }
    }

    private static List<Path> renders() throws IOException {
        try (Stream<Path> files = Files.list(RENDERS)) {
            return files.filter(file -> file.toString().endsWith(".slack.json"))
                    .sorted()
                    .toList();
        }
    }

    private static String line(String kind, JsonNode value) {
        return JSON.createObjectNode().put("kind", kind).set("value", value).toString();
    }

    /** The types of Slack's client do not know this scope, which Slack's documents have had since 2024. */
    private static JsonNode withoutNewScopes(JsonNode manifest) {
        JsonNode copy = manifest.deepCopy();
        var scopes = copy.at("/oauth_config/scopes/bot").elements();
        while (scopes.hasNext()) {
            if (scopes.next().asText().equals("assistant:write")) {
                scopes.remove();
            }
        }
        return copy;
    }

    /** Lengths that the types state in words alone. */
    private static void assertLengths(JsonNode manifest) {
        assertThat(manifest.at("/display_information/name").asText()).hasSizeBetween(1, 35);
        assertThat(manifest.at("/display_information/description").asText()).hasSizeBetween(1, 140);
        assertThat(manifest.at("/display_information/background_color").asText())
                .matches("#[0-9a-f]{6}");
        assertThat(manifest.at("/features/bot_user/display_name").asText()).hasSizeBetween(1, 80);
        for (JsonNode command : manifest.at("/features/slash_commands")) {
            assertThat(command.path("command").asText()).matches("/[a-z-]{1,31}");
            assertThat(command.path("description").asText()).hasSizeBetween(1, 2_000);
            assertThat(command.path("usage_hint").asText()).hasSizeBetween(1, 1_000);
        }
        for (JsonNode shortcut : manifest.at("/features/shortcuts")) {
            assertThat(shortcut.path("name").asText()).hasSizeBetween(1, 24);
            assertThat(shortcut.path("callback_id").asText()).hasSizeBetween(1, 255);
            assertThat(shortcut.path("description").asText()).hasSizeBetween(1, 150);
        }
        assertThat(manifest.at("/features/unfurl_domains").size()).isLessThanOrEqualTo(5);
    }
}
