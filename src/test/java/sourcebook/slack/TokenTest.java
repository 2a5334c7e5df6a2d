package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.answer.Answering;
import sourcebook.journal.Journal;

/** What the log says at the start about the token. */
@SuppressWarnings("NullAway.Init")
final class TokenTest {
    private static final String TOKEN = "xoxb-canary-token";

    @TempDir
    Path folder;

    @Test
    void aGoodTokenTellsWhoWeAre() throws Exception {
        try (FakeSlack fake = new FakeSlack()) {
            fake.knows("sourcebook", "Acme");

            assertThat(check(fake.address("/api/"), TOKEN)).isEqualTo("Slack: connected to Acme as sourcebook.");
        }
    }

    @Test
    void aRefusedTokenIsNotRepeated() throws Exception {
        try (FakeSlack fake = new FakeSlack()) {
            assertThat(check(fake.address("/api/"), TOKEN))
                    .startsWith("Slack refused SLACK_BOT_TOKEN (invalid_auth)")
                    .doesNotContain(TOKEN);
        }
    }

    @Test
    void aSlackThatCannotBeReachedIsNoHindrance() throws IOException {
        assertThat(check("http://127.0.0.1:1/api/", TOKEN))
                .startsWith("Slack could not be reached to check SLACK_BOT_TOKEN")
                .doesNotContain(TOKEN);
    }

    @Test
    void withoutATokenNobodyIsCalled() throws IOException {
        assertThat(check("http://127.0.0.1:1/api/", null)).startsWith("Slack: no SLACK_BOT_TOKEN is set");
    }

    @Test
    void theSettingsDoNotShowTheirSecrets() {
        assertThat(settings("http://127.0.0.1:1/api/", TOKEN).toString())
                .doesNotContain(TOKEN, FakeSlack.SECRET)
                .contains("***");
    }

    private String check(String api, @Nullable String token) throws IOException {
        Answering nothing = new Answering(Optional::empty);
        Journal.Terms terms = new Journal.Terms(folder.resolve("journal.db"), null, Duration.ZERO);
        try (Journal journal = Journal.open(terms, Clock.systemUTC());
                SlackEndpoint endpoint =
                        new SlackEndpoint(settings(api, token), FakeSlack.parts(nothing, journal), Clock.systemUTC())) {
            return endpoint.checkToken();
        }
    }

    private static SlackSettings settings(String api, @Nullable String token) {
        return FakeSlack.endpoint(api, token);
    }
}
