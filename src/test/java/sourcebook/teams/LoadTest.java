package sourcebook.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static sourcebook.teams.CardReading.button;
import static sourcebook.teams.CardReading.quotations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.Eventually;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.journal.Feedback;
import sourcebook.journal.Journal;
import sourcebook.model.Quote;
import sourcebook.teams.FakeConnector.Post;
import sourcebook.teams.trust.FakeMicrosoft;

/** Many at once, the same again and again, and a restart in between: each delivery has one effect. */
@SuppressWarnings("NullAway.Init")
final class LoadTest {
    /** How many deliveries are sent; a long run is {@code -Dteams.deliveries=10000}. */
    private static final int DELIVERIES = Integer.getInteger("teams.deliveries", 600);

    /** How often each is sent. */
    private static final int TIMES = 20;

    /** More than talk at the same time. */
    private static final int TOO_MANY = 270;

    @TempDir
    private Path folder;

    private FakeMicrosoft microsoft;
    private FakeConnector connector;
    private RunningService service;
    private TeamsPeople people;

    @BeforeEach
    void start() throws Exception {
        microsoft = new FakeMicrosoft();
        connector = new FakeConnector(microsoft);
        SmallCorpus.in(folder);
        open();
    }

    @AfterEach
    void stop() {
        close();
        assertThat(connector.faults()).isEmpty();
        connector.close();
        microsoft.close();
    }

    private void open() throws Exception {
        Map<String, String> settings = new HashMap<>(microsoft.settings());
        service = RunningService.over(new SmallCorpus(folder.resolve("corpus")), settings, Clock.systemUTC());
        people = new TeamsPeople(microsoft, service.at("/"), connector.serviceUrl());
    }

    private void close() {
        people.close();
        service.close();
    }

    @Test
    void deliveriesThatComeAgainAndAgainHaveOneEffectEachAlsoAfterARestart() throws Exception {
        List<ObjectNode> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < DELIVERIES / TIMES; i++) {
            ObjectNode question = people.said(SmallCorpus.WORTH_QUESTION);
            questions.add(question);
            ids.add(question.path("id").asText());
        }
        List<ObjectNode> half = new ArrayList<>();
        Collections.nCopies(TIMES / 2, questions).forEach(half::addAll);
        Collections.shuffle(half, new Random(DELIVERIES));

        assertThat(sendAll(half)).containsOnly(200);
        List<String> answered = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            answered.add(connector.message().message());
        }
        close();
        open();
        assertThat(sendAll(half)).containsOnly(200);
        connector.staysSilent();

        assertThat(answered).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(connector.requests()).isEqualTo(questions.size());
    }

    @Test
    void whatThereIsNoRoomForIsRefusedAndAnsweredWhenItComesAgain() throws Exception {
        connector.holds();
        List<ObjectNode> questions = new ArrayList<>();
        for (int i = 0; i < TOO_MANY; i++) {
            questions.add(people.said(SmallCorpus.WORTH_QUESTION));
        }
        List<ObjectNode> refused = new ArrayList<>();
        List<Integer> statuses = sendAll(questions);
        for (int i = 0; i < TOO_MANY; i++) {
            if (statuses.get(i) == 503) {
                refused.add(questions.get(i));
            }
        }
        assertThat(refused).isNotEmpty();
        connector.lets();
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < TOO_MANY - refused.size(); i++) {
            answered.add(connector.message().message());
        }

        assertThat(sendAll(refused)).containsOnly(200);

        for (int i = 0; i < refused.size(); i++) {
            answered.add(connector.message().message());
        }
        assertThat(answered).as("each of them, once").hasSize(TOO_MANY);
        connector.staysSilent();
    }

    @Test
    void anEditIsPutInThePlaceOfTheAnswerAlsoAfterARestart() throws Exception {
        ObjectNode question = people.said(SmallCorpus.WORTH_QUESTION);
        people.send(question);
        connector.message();
        close();
        open();
        ObjectNode edit = question.deepCopy().put("type", "messageUpdate").put("text", SmallCorpus.TAGGING_QUESTION);
        ((ObjectNode) edit.path("channelData")).put("eventType", "editMessage");

        people.send(edit);

        Post changed = connector.message();
        assertThat(changed.method()).isEqualTo("PUT");
        assertThat(quotations(changed.card())).contains(SmallCorpus.TAGGING);
    }

    @Test
    void anOpinionCountsOnceHoweverOftenItComesAndIsAboutTheQuotesThatWereShown() throws Exception {
        people.send(people.said(SmallCorpus.WORTH_QUESTION));
        JsonNode card = connector.message().card();
        Eventually.become(this::kept);
        ObjectNode like = people.invoke("message/submitAction").put("replyToId", "m-1");
        like.putObject("value")
                .put("actionName", "feedback")
                .putObject("actionValue")
                .put("reaction", "like");
        ObjectNode pressed = people.pressed(button(card, "This did not help").path("data"));
        ObjectNode unknown =
                people.pressed(button(card, "This helped").path("data")).put("replyToId", "m-99");

        for (ObjectNode opinion : List.of(like, pressed, like, unknown, pressed, like)) {
            assertThat(people.send(opinion).statusCode()).isEqualTo(200);
        }

        close();
        List<Feedback.Opinion> kept = opinions();
        open();
        assertThat(kept).extracting(Feedback.Opinion::helpful).containsExactlyInAnyOrder(true, false);
        assertThat(kept).allSatisfy(opinion -> {
            assertThat(opinion.places()).extracting(Quote.Place::article).contains("police/met");
            assertThat(opinion.team()).isEqualTo(FakeMicrosoft.TENANT);
        });
    }

    /** Whether it is kept what the first message showed, which is a moment after it was delivered. */
    private boolean kept() throws IOException {
        try (Journal journal = journal()) {
            return journal.answers().ids().stream().anyMatch(id -> id.endsWith("m-1"));
        }
    }

    private List<Feedback.Opinion> opinions() throws IOException {
        try (Journal journal = journal()) {
            return journal.feedback().latest(10);
        }
    }

    private Journal journal() throws IOException {
        Journal.Terms terms = new Journal.Terms(folder.resolve("state").resolve("journal.db"), null, Duration.ZERO);
        return Journal.open(terms, Clock.systemUTC());
    }

    /** The statuses, in the order of the deliveries. */
    private List<Integer> sendAll(List<ObjectNode> deliveries) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Future<Integer>> taken = new ArrayList<>();
            for (ObjectNode delivery : deliveries) {
                taken.add(threads.submit(() -> people.send(delivery).statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : taken) {
                statuses.add(one.get());
            }
            return statuses;
        }
    }
}
