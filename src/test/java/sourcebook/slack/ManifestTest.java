package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

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
                .singleElement()
                .satisfies(command -> assertThat(command)
                        .containsEntry("command", "/outsourcing")
                        .containsEntry("url", ENDPOINT)
                        .containsEntry("should_escape", false));
    }

    @Test
    void theAppAsksForNoMoreThanItsCommand() {
        assertThat(at(manifest(), "oauth_config", "scopes")).isEqualTo(Map.of("bot", List.of("commands")));
    }

    @Test
    void theManifestReadsTheSameEachTime() {
        assertThat(Manifest.yaml("https://quotes.test").lines().map(line -> line.replaceFirst(":.*", "")))
                .containsExactly(
                        "display_information",
                        "  name",
                        "  description",
                        "  background_color",
                        "features",
                        "  bot_user",
                        "    display_name",
                        "    always_online",
                        "  slash_commands",
                        "  - command",
                        "    url",
                        "    description",
                        "    usage_hint",
                        "    should_escape",
                        "oauth_config",
                        "  scopes",
                        "    bot",
                        "    - commands",
                        "settings",
                        "  interactivity",
                        "    is_enabled",
                        "    request_url",
                        "  org_deploy_enabled",
                        "  socket_mode_enabled",
                        "  token_rotation_enabled");
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
