package sourcebook.slack.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.app.Eventually;
import sourcebook.app.SmallCorpus;
import sourcebook.journal.Journal;
import sourcebook.slack.Blocks;
import sourcebook.slack.FakeSlack;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.talk.Sealing;

/** What Slack sends, as recorded in its documents' shapes, through the whole service by either door. */
@SuppressWarnings("NullAway.Init")
final class PayloadsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Origin ASKER = new Origin("T1", "U1", "C1", null, false, null, null);

    @TempDir
    Path folder;

    private Door door;
    private FakeSlack fake;
    private Map<String, String> sealed = Map.of();

    private interface Check {
        void of(JsonNode acknowledged) throws IOException, InterruptedException;
    }

    /** What comes of each, in the order in which they are sent. */
    private Map<String, Check> effects() {
        Map<String, Check> effects = new LinkedHashMap<>();
        effects.put(
                "slash_command", now -> assertThat(Blocks.quotes(answer(now))).contains(SmallCorpus.WORTH));
        effects.put(
                "slash_command_admin",
                now -> assertThat(Blocks.words(answer(now))).contains("5 articles"));
        effects.put("block_actions_share", now -> {
            JsonNode shared = fake.message();
            assertThat(shared.path("response_type").asText()).isEqualTo("in_channel");
            assertThat(Blocks.quotes(shared)).contains(SmallCorpus.WORTH);
        });
        effects.put("block_actions_thread", now -> {
            assertThat(posted()).isEmpty();
            assertThat(posted()).contains(SmallCorpus.WORTH);
        });
        effects.put(
                "block_actions_more",
                now -> assertThat(Blocks.words(fake.message())).isNotBlank());
        effects.put(
                "block_actions_context", now -> assertThat(view("views.open")).contains(SmallCorpus.WORTH));
        effects.put(
                "block_actions_up",
                now -> assertThat(Blocks.words(fake.message())).startsWith("Thank you"));
        effects.put("block_actions_down", now -> assertThat(view("views.open")).contains("It is out of date"));
        effects.put(
                "block_actions_ask",
                now -> assertThat(Blocks.quotes(fake.message())).contains(SmallCorpus.TAGGING));
        effects.put("view_submission", now -> {
            assertThat(now.isMissingNode()).isTrue();
            Eventually.become(() -> journalHolds("It is out of date"));
        });
        effects.put(
                "message_action",
                now -> assertThat(Blocks.quotes(fake.message())).contains(SmallCorpus.TAGGING));
        effects.put("event_app_mention", now -> assertThat(posted()).contains(SmallCorpus.WORTH));
        effects.put("event_message_channels", now -> assertThat(posted()).anyMatch(quote -> quote.contains("4 May")));
        effects.put("event_message_im", now -> assertThat(posted()).contains(SmallCorpus.TAGGING));
        effects.put(
                "event_message_changed",
                now -> assertThat(now.path("text").asText()).isEmpty());
        effects.put(
                "event_app_home_opened",
                now -> assertThat(view("views.publish")).contains("recent questions"));
        effects.put(
                "event_assistant_thread_started",
                now -> assertThat(fake.called("assistant.threads.setSuggestedPrompts"))
                        .containsEntry("channel_id", "D1"));
        effects.put(
                "event_link_shared",
                now -> assertThat(fake.called("chat.unfurl").get("unfurls")).contains(SmallCorpus.WORTH));
        effects.put(
                "block_actions_forget", now -> assertThat(view("views.publish")).doesNotContain("recent questions"));
        effects.put("event_app_uninstalled", now -> assertForgotten("EvA"));
        effects.put("event_tokens_revoked", now -> assertForgotten("EvB"));
        return effects;
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socket"})
    void everythingThatSlackSendsIsTakenAndAnswered(String kind) throws Exception {
        door = kind.equals("http") ? Door.http(folder) : Door.socket(folder);
        try (Door open = door) {
            fake = open.fake();
            sealed = sealed();
            for (Map.Entry<String, Check> effect : effects().entrySet()) {
                if (effect.getKey().equals("event_app_uninstalled")
                        || effect.getKey().equals("event_tokens_revoked")) {
                    askAgain(effect.getKey());
                }
                effect.getValue().of(open.deliver(payload(effect.getKey())));
            }
            assertThat(fake.calls("chat.postMessage")).isZero();
            assertThat(fake.calls("chat.postEphemeral")).isZero();
        }
    }

    @Test
    void theCheckOfTheAddressIsAnswered() throws Exception {
        try (Door open = Door.http(folder)) {
            assertThat(open.deliver(Recorded.payload("url_verification", "", ""))
                            .toString())
                    .contains("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
        }
    }

    @Test
    void throughAnotherConnectionTheConversationGoesOn() throws Exception {
        try (Door.Socket open = (Door.Socket) Door.socket(folder)) {
            fake = open.fake();
            open.refresh();

            assertThat(Blocks.quotes(answer(open.deliver(payload("slash_command")))))
                    .contains(SmallCorpus.WORTH);
        }
    }

    @Test
    void thereIsAnEffectForEveryKind() throws IOException {
        Set<String> expected = new TreeSet<>(effects().keySet());
        expected.add("url_verification");
        for (String frame : new String[] {"hello", "disconnect", "slash_commands", "interactive", "events_api"}) {
            expected.add("socket_" + frame);
        }

        assertThat(Recorded.names()).isEqualTo(expected);
    }

    /** What each button carries, as the service seals it. */
    private Map<String, String> sealed() throws IOException, InterruptedException {
        JsonNode asked = payload("slash_command");
        ((ObjectNode) asked).put("trigger_id", "1.2.before");
        Map<String, String> values = new LinkedHashMap<>();
        Blocks.buttons(answer(door.deliver(asked)))
                .forEach(button -> values.put(
                        button.path("action_id").asText(), button.path("value").asText()));
        Sealing sealing = new Sealing(Door.SECRET, Clock.systemUTC());
        String quotes =
                sealing.open("down", ASKER, values.getOrDefault("down", "")).orElseThrow();
        values.put("more", sealing.forPerson(ASKER).seal("more", "1 " + SmallCorpus.WORTH_QUESTION));
        values.put("ask", sealing.forPerson(ASKER).seal("ask", SmallCorpus.TAGGING_QUESTION));
        values.put("forget", sealing.forPerson(ASKER).seal("forget", "mine"));
        values.put("reason", sealing.forPerson(ASKER).seal("reason", quotes));
        return values;
    }

    private JsonNode payload(String name) throws IOException {
        String action = name.equals("view_submission") ? "reason" : name.replace("block_actions_", "");
        return Recorded.payload(name, fake.responseUrl(), sealed.getOrDefault(action, ""));
    }

    private void askAgain(String trigger) throws IOException, InterruptedException {
        JsonNode asked = payload("slash_command");
        answer(door.deliver(((ObjectNode) asked).put("trigger_id", trigger)));
        assertThat(home(trigger)).contains("recent questions");
    }

    private void assertForgotten(String event) throws IOException, InterruptedException {
        assertThat(home(event)).doesNotContain("recent questions");
    }

    private String home(String event) throws IOException, InterruptedException {
        door.deliver(((ObjectNode) payload("event_app_home_opened")).put("event_id", event + "home"));
        return view("views.publish");
    }

    private JsonNode answer(JsonNode now) throws IOException, InterruptedException {
        return Blocks.words(now).startsWith("Searching…") ? fake.message() : now;
    }

    /** The quotes of the next message that was posted. */
    private List<String> posted() throws IOException, InterruptedException {
        return Blocks.quotes(JSON.readTree(fake.called("chat.postMessage").get("blocks")));
    }

    private String view(String method) throws IOException, InterruptedException {
        return Blocks.words(JSON.readTree(fake.called(method).get("view")));
    }

    private boolean journalHolds(String words) throws IOException {
        Journal.Terms terms = new Journal.Terms(door.state().resolve("journal.db"), null, Duration.ofDays(30));
        try (Journal journal = Journal.open(terms, Clock.systemUTC())) {
            return journal.feedback().latest(9).stream()
                    .anyMatch(opinion -> opinion.reason().equals(words));
        }
    }
}
