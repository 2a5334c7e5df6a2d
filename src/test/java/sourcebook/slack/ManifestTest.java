package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class ManifestTest {
    private static final String ENDPOINT = "https://quotes.test/base/slack/events";

    @Test
    void slackIsToldTheAddressOfTheEndpoint() {
        Map<?, ?> manifest = manifest();

        assertThat(at(manifest, "settings", "interactivity"))
                .isEqualTo(Map.of("is_enabled", true, "request_url", ENDPOINT));
        assertThat(at(manifest, "features", "slash_commands"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .hasSize(2)
                .allSatisfy(command ->
                        assertThat(command).containsEntry("url", ENDPOINT).containsEntry("should_escape", false))
                .extracting(command -> command.get("command"))
                .containsExactly("/outsourcing", "/outsourcing-admin");
    }

    @Test
    void theAppReadsOnlyWhereItIsSpokenTo() {
        assertThat(at(manifest(), "oauth_config", "scopes").toString())
                .contains("commands", "chat:write", "app_mentions:read")
                .doesNotContain("users:read", "mpim", "files", "reactions", "admin");
    }

    @Test
    void forASocketSlackIsToldNoAddress() {
        String yaml = Manifest.socketYaml("https://quotes.test/base");

        assertThat(yaml).contains("socket_mode_enabled: true", "- quotes.test").doesNotContain("url:");
        assertThat(Manifest.socketYaml("")).doesNotContain("unfurl_domains");
    }

    @Test
    void forManyWorkspacesTheManifestNamesWhereTheyComeBackToAndHasTokensRenewed() {
        String many = Manifest.yaml(new Manifest.Mode("https://quotes.test/base", false, true));
        String socket = Manifest.yaml(new Manifest.Mode("https://quotes.test/base", true, true));

        for (String yaml : List.of(many, socket)) {
            assertThat(yaml)
                    .contains("- https://quotes.test/base/slack/oauth_redirect", "token_rotation_enabled: true");
        }
        assertThat(Manifest.yaml("https://quotes.test/base"))
                .contains("token_rotation_enabled: false")
                .doesNotContain("redirect_urls");
        assertThatThrownBy(() -> new Manifest.Mode("", true, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theManifestReadsTheSameEachTime() {
        assertThat(Manifest.yaml("https://quotes.test"))
                .isEqualTo(Manifest.yaml("https://quotes.test"))
                .startsWith("display_information:\n  name: Sourcebook\n");
    }

    private static Map<?, ?> manifest() {
        Object yaml =
                new Load(LoadSettings.builder().build()).loadFromString(Manifest.yaml("https://quotes.test/base"));
        return (Map<?, ?>) Objects.requireNonNull(yaml);
    }

    private static Object at(Map<?, ?> map, String outer, String inner) {
        Map<?, ?> inside = (Map<?, ?>) Objects.requireNonNull(map.get(outer));
        return Objects.requireNonNull(inside.get(inner));
    }
}
