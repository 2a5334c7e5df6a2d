package sourcebook.slack.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.slack.Blocks;
import sourcebook.slack.FakeSlack;
import sourcebook.slack.SlackClient;

/** Everything that people see in Slack, as the whole service makes it over the sample corpus; made once for all tests. */
final class Gallery {
    static final String QUESTION = "how much was the Met's contract with SSCL worth?";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAID = "The introduction of PIP had been a fiasco";
    private static @Nullable Map<String, Surface> all;

    private final FakeSlack fake;
    private final SlackClient slack;
    private final Map<String, Surface> surfaces = new LinkedHashMap<>();

    private Gallery(FakeSlack fake, SlackClient slack) {
        this.fake = fake;
        this.slack = slack;
    }

    /**
     * Each by its name.
     *
     * @param folder an empty one, where the service works the first time
     */
    static synchronized Map<String, Surface> all(Path folder) throws IOException, InterruptedException {
        if (all == null) {
            all = made(folder);
        }
        return all;
    }

    private static Map<String, Surface> made(Path folder) throws IOException, InterruptedException {
        SmallCorpus corpus = corpus(folder);
        try (FakeSlack fake = new FakeSlack();
                RunningService service = RunningService.over(corpus, fake.settingsWithToken(), Clock.systemUTC());
                SlackClient slack = new SlackClient(service.at("/slack/events"), fake.responseUrl())) {
            Gallery gallery = new Gallery(fake, slack);
            gallery.commands();
            gallery.buttons();
            gallery.verified();
            gallery.elsewhere();
            corpus.article("example/ferry", "Ferries", "The ferry contract of Example Lines is worth £3m.");
            gallery.reindexed();
            return Map.copyOf(gallery.surfaces);
        }
    }

    /** The sample corpus, with a name that two parties have. */
    private static SmallCorpus corpus(Path folder) throws IOException {
        Path from = Path.of("index-data");
        Path to = folder.resolve("corpus");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        Path names = to.resolve("names.csv");
        Files.writeString(
                names,
                Files.readString(names)
                        + "National Example Partnership,NEP,,,,,\nNorthern Example Procurement,NEP,,,,,\n");
        return new SmallCorpus(to);
    }

    private void commands() throws IOException, InterruptedException {
        ask("answer", QUESTION);
        ask("refusal", "who won the 1998 World Cup?");
        ask("not-stated", "Who is the chief executive of SSCL?");
        ask("ambiguous", "how long is the NEP contract?");
        ask("help", "help");
        ask("said", "said Kerry Hallard about the Metropolitan Police");
        ask("sources", "source");
        ask("list", "contracts SSCL");
        ask("expiring", "expiring within 36 months");
        ask("too-long", "x".repeat(2_000));
        administer("admin-help", "UADMIN", "help");
        administer("admin-status", "UADMIN", "status");
        administer("admin-channel", "UADMIN", "channel");
        administer("admin-refused", "U1", "status");
    }

    private void buttons() throws IOException, InterruptedException {
        JsonNode answer = answer("How much did G4S lose on the Olympics?");
        press(answer, "more");
        keep("more", Surface.message(fake.message().toString()));
        press(answer, "context");
        keep("context", view("views.open"));
        press(answer, "down");
        keep("reason", view("views.open"));
        press(answer, "up");
        keep("thanks", Surface.message(fake.message().toString()));
        press(answer, "share");
        keep("shared", Surface.message(fake.message().toString()));
        press(answer, "thread");
        keep("thread-opening", posted());
        keep("thread-answer", posted());
    }

    private void verified() throws IOException, InterruptedException {
        ask("verify-verbatim", "verify \"the Metropolitan Police contract with SSCL was put at £216m over ten years\"");
        ask(
                "verify-nearly",
                "verify \"the whole Metropolitan Police contract with SSCL was put at £216m over ten years\"");
        ask("verify-changed", "verify \"the Metropolitan Police contract with SSCL was put at £261m over ten years\"");
        ask("verify-another", "verify \"" + SAID + "\" by Kerry Hallard");
        ask("verify-joined", "verify \"the cost of entry … Sopra Steria held 75 per cent of SSCL\"");
        ask("verify-not-found", "verify \"every penguin in the building was outsourced to Antarctica\"");
    }

    private void elsewhere() throws IOException, InterruptedException {
        slack.event(SlackClient.message("app_mention", "C1", "", "<@UBOT> " + QUESTION));
        keep("mention", posted());
        slack.event(SlackClient.message("message", "D1", "", "when did the Procurement Act 2023 come into force?"));
        keep("direct", posted());
        home("U1");
        keep("home", view("views.publish"));
        ObjectNode shared = JSON.createObjectNode().put("type", "link_shared").put("user", "U1");
        shared.put("channel", "C1").put("message_ts", "1.2");
        String article = RunningService.PUBLIC + "/articles/police/met-sscl-contract";
        shared.putArray("links").addObject().put("url", article).put("domain", "quotes.test");
        ((ObjectNode) shared.path("links").get(0)).put("url", article);
        slack.event(shared);
        keep(
                "unfurl",
                Surface.blocks(JSON.readTree(fake.called("chat.unfurl").getOrDefault("unfurls", ""))
                        .path(article)
                        .path("blocks")
                        .toString()));
    }

    private void reindexed() throws IOException, InterruptedException {
        administer("reindex-begun", "UADMIN", "reindex");
        keep("reindex-running", posted("chat.postMessage"));
        Surface ended = posted("chat.update");
        while (Blocks.words(ended.json()).startsWith("Reindex: ")) {
            ended = posted("chat.update");
        }
        keep("reindex-ended", ended);
        home("UADMIN");
        keep("home-admin", view("views.publish"));
    }

    private void home(String user) throws IOException, InterruptedException {
        slack.event(JSON.createObjectNode()
                .put("type", "app_home_opened")
                .put("user", user)
                .put("tab", "home")
                .put("channel", "D1"));
    }

    private Surface view(String method) throws InterruptedException {
        return Surface.view(fake.called(method).getOrDefault("view", ""));
    }

    private Surface posted() throws IOException, InterruptedException {
        return posted("chat.postMessage");
    }

    private Surface posted(String method) throws IOException, InterruptedException {
        Map<String, String> posted = fake.called(method);
        ObjectNode message = JSON.createObjectNode().put("text", posted.get("text"));
        message.put("parse", posted.get("parse"))
                .put("link_names", !"0".equals(posted.get("link_names")) && !"false".equals(posted.get("link_names")));
        message.set("blocks", JSON.readTree(posted.getOrDefault("blocks", "")));
        return Surface.message(message.toString());
    }

    private void ask(String name, String typed) throws IOException, InterruptedException {
        keep(name, Surface.message(answer(typed).toString()));
    }

    private void administer(String name, String user, String typed) throws IOException, InterruptedException {
        keep(name, Surface.message(late(slack.administer("T1", user, typed)).toString()));
    }

    private JsonNode answer(String typed) throws IOException, InterruptedException {
        return late(slack.command(typed));
    }

    private JsonNode late(JsonNode now) throws IOException, InterruptedException {
        return Blocks.words(now).startsWith("Searching…") ? fake.message() : now;
    }

    private void press(JsonNode answer, String action) throws IOException, InterruptedException {
        List<String> there = Blocks.buttons(answer).stream()
                .map(button -> button.path("action_id").asText())
                .toList();
        slack.press(Blocks.buttons(answer).stream()
                .filter(button -> button.path("action_id").asText().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + action + " among " + there)));
    }

    private void keep(String name, Surface surface) {
        surfaces.put(name, surface);
    }
}
