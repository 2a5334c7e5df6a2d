package sourcebook.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sourcebook.render.Links;
import sourcebook.render.teams.TeamsCards;
import sourcebook.teams.trust.FakeMicrosoft;
import sourcebook.teams.trust.Http;
import sourcebook.teams.trust.OwnToken;
import sourcebook.teams.trust.ServiceHosts;
import sourcebook.teams.wire.Connector;
import sourcebook.teams.wire.Room;

/** How messages are posted where the Bot Connector is busy, broken, slow or somebody else. */
@SuppressWarnings("NullAway.Init")
final class ConnectorTest {
    private final List<Duration> pauses = new ArrayList<>();
    private final Http http = new Http(Duration.ofSeconds(20), 1 << 20);
    private final ObjectNode message =
            new TeamsCards(new Links("https://quotes.test")).sentence("Hello.").message();
    private FakeMicrosoft microsoft;
    private FakeConnector fake;
    private Connector connector;
    private Room room;

    @BeforeEach
    void start() throws IOException {
        microsoft = new FakeMicrosoft();
        fake = new FakeConnector(microsoft);
        connector = connector(http);
        room = room(fake.serviceUrl());
    }

    @AfterEach
    void stop() {
        fake.close();
        microsoft.close();
        http.close();
    }

    @Test
    void aMessageIsPostedWithOurTokenAndItsIdComesBack() throws Exception {
        assertThat(connector.post(room, "q-1", message)).contains("m-1");

        assertThat(fake.message().conversation()).isEqualTo("19:a/b c@thread;messageid=7");
        assertThat(fake.faults()).isEmpty();
    }

    @Test
    void whatWasNotTakenBecauseOfTooManyIsPostedAgainAfterAWhile() throws Exception {
        fake.answersWith(429, 429);
        fake.retryAfter("7");

        assertThat(connector.post(room, "", message)).isPresent();

        assertThat(fake.requests()).isEqualTo(3);
        assertThat(pauses)
                .hasSize(2)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_500)));
    }

    @Test
    void pausesGrowWhereNoneIsTold() throws Exception {
        fake.answersWith(429, 429, 429);

        connector.post(room, "", message);

        assertThat(pauses).hasSize(3);
        assertThat(pauses.get(2)).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aPauseIsNeverLongerThanHalfAMinute() throws Exception {
        fake.answersWith(429);
        fake.retryAfter("9999");

        connector.post(room, "", message);

        assertThat(pauses).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void tooManyTooOftenIsGivenUp() {
        fake.answersWith(429, 429, 429, 429, 429, 429);

        assertThatThrownBy(() -> connector.post(room, "", message)).hasMessageContaining("429");

        assertThat(fake.requests()).isEqualTo(4);
    }

    @Test
    void aPostThatMayHaveBeenTakenIsNotRepeated() {
        for (int status : List.of(500, 502, 503, 504, 412, 401, 403, 404, 413, 400)) {
            int before = fake.requests();
            fake.answersWith(status);

            assertThatThrownBy(() -> connector.post(room, "", message)).hasMessageContaining("answered " + status);

            assertThat(fake.requests() - before).as("status %d", status).isEqualTo(1);
        }
        assertThat(pauses).isEmpty();
    }

    @Test
    void aChangeMayBeRepeated() throws Exception {
        fake.answersWith(503, 412);

        connector.change(room, "m-9", message);

        assertThat(fake.requests()).isEqualTo(3);
        assertThat(fake.message().activity().path("id").asText()).isEqualTo("m-9");
    }

    @Test
    void aTokenThatWasNotTakenIsForgotten() throws Exception {
        fake.answersWith(401);
        assertThatThrownBy(() -> connector.post(room, "", message)).hasMessageContaining("401");

        connector.post(room, "", message);

        assertThat(microsoft.forms()).hasSize(2);
    }

    @Test
    void aSlowOneIsGivenUpAndNotAskedAgain() {
        fake.takes(3_000);
        try (Http hasty = new Http(Duration.ofMillis(400), 1 << 20)) {
            Connector impatient = connector(hasty);
            assertThatThrownBy(() -> impatient.post(room, "", message)).hasMessageContaining("did not answer within");
        }

        assertThat(fake.requests()).isEqualTo(1);
    }

    @Test
    void ourTokenGoesToNoOtherHost() {
        for (String elsewhere : List.of("http://localhost:1/", "https://evil.test/", "")) {
            assertThatThrownBy(() -> connector.post(room(elsewhere), "", message))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("may not be sent");
        }

        assertThat(microsoft.forms()).isEmpty();
    }

    private static Room room(String serviceUrl) {
        return new Room(serviceUrl, FakeMicrosoft.TENANT, "19:a/b c@thread;messageid=7", TeamsPeople.BOT, "");
    }

    private Connector connector(Http client) {
        OwnToken token = new OwnToken(
                URI.create(microsoft.address("/")),
                FakeMicrosoft.TENANT,
                new OwnToken.Credentials(FakeMicrosoft.APP, FakeMicrosoft.PASSWORD),
                () -> FakeMicrosoft.ISSUER,
                http,
                Clock.systemUTC());
        return new Connector(new ServiceHosts(Set.of("127.0.0.1")), token, client, pauses::add, new Random(1));
    }
}
