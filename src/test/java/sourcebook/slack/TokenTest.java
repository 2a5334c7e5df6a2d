package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sourcebook.answer.Answering;
import sourcebook.render.Links;

/** What the log says at the start about the token. */
final class TokenTest {
    private static final String TOKEN = "xoxb-canary-token";

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
    void aSlackThatCannotBeReachedIsNoHindrance() {
        assertThat(check("http://127.0.0.1:1/api/", TOKEN))
                .startsWith("Slack could not be reached to check SLACK_BOT_TOKEN")
                .doesNotContain(TOKEN);
    }

    @Test
    void withoutATokenNobodyIsCalled() {
        assertThat(check("http://127.0.0.1:1/api/", null)).startsWith("Slack: no SLACK_BOT_TOKEN is set");
    }

    @Test
    void theSettingsDoNotShowTheirSecrets() {
        assertThat(settings("http://127.0.0.1:1/api/", TOKEN).toString())
                .doesNotContain(TOKEN, FakeSlack.SECRET)
                .contains("***");
    }

    private static String check(String api, @Nullable String token) {
        Answering nothing = new Answering(Optional::empty);
        try (SlackEndpoint endpoint =
                new SlackEndpoint(settings(api, token), nothing, new Links("https://quotes.test"), Clock.systemUTC())) {
            return endpoint.checkToken();
        }
    }

    private static SlackSettings settings(String api, @Nullable String token) {
        return new SlackSettings(FakeSlack.SECRET, token, URI.create(api), Set.of("hooks.slack.com"));
    }
}
