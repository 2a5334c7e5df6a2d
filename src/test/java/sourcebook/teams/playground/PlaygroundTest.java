package sourcebook.teams.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;
import sourcebook.teams.trust.FakeMicrosoft;

/**
 * The whole service in Microsoft's Agents Playground, driven in a browser, with tokens checked on both sides. It runs
 * with {@code mvn test -Pplayground} alone, for the Playground's licence is for evaluation and is the runner's to accept:
 * it is installed from npm by the test, into {@code target}. Pictures are kept in {@code target/pictures}.
 */
final class PlaygroundTest {
    private static final List<String> PACKAGES =
            List.of("@microsoft/m365agentsplayground@0.2.28", "playwright-core@1.64.1");

    /** The object id of the person in {@code playground.yml}. */
    private static final String ADMIN = "aaaaaaaa-0000-4000-8000-000000000001";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void aQuestionAButtonAndASearchWorkInMicrosoftsPlayground() throws Exception {
        assumeTrue(Boolean.getBoolean("playground"), "the Playground runs with -Pplayground alone");
        Path programs = installed();
        int port = freePort();
        String serviceUrl = "http://localhost:" + port + "/_connector";
        try (FakeMicrosoft microsoft = new FakeMicrosoft();
                FakeLogin login = new FakeLogin(microsoft, serviceUrl, folder)) {
            microsoft.givesSignedTokens();
            Map<String, String> settings = new HashMap<>(microsoft.settings());
            settings.put("TEAMS_SERVICE_HOSTS", "localhost");
            settings.put("SOURCEBOOK_ADMINS", FakeMicrosoft.TENANT + ":" + ADMIN);
            try (RunningService service = RunningService.over(SmallCorpus.in(folder), settings, Clock.systemUTC())) {
                JsonNode seen = driven(programs, port, login, service);

                assertThat(seen.path("welcomes").asInt()).isEqualTo(1);
                assertThat(seen.path("answer").asText()).contains(SmallCorpus.WORTH);
                assertThat(seen.path("context").asText()).contains("In context", SmallCorpus.WORTH);
                assertThat(seen.path("admin").asText()).contains("is served", "Ordered by First Example in Teams");
                assertThat(seen.path("found").asText()).contains(SmallCorpus.WORTH);
            }
        }
    }

    private JsonNode driven(Path programs, int port, FakeLogin login, RunningService service) throws Exception {
        Process playground = playground(programs, port, login, service);
        try {
            Path out = folder.resolve("seen.json");
            Process driver = new ProcessBuilder(
                            "node",
                            "drive.cjs",
                            "http://127.0.0.1:" + port + "/",
                            SmallCorpus.WORTH_QUESTION,
                            Path.of("target", "pictures").toAbsolutePath().toString())
                    .directory(programs.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(programs.resolve("driver.log").toFile())
                    .start();
            ended(driver, 5);
            return JSON.readTree(Files.readString(out));
        } finally {
            playground.destroy();
        }
    }

    private static Process playground(Path programs, int port, FakeLogin login, RunningService service)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "node",
                        "--require",
                        "./hosts.cjs",
                        "node_modules/.bin/agentsplayground",
                        "start",
                        "-e",
                        service.at("/api/messages").toString(),
                        "-c",
                        "msteams",
                        "-p",
                        Integer.toString(port),
                        "--client-id",
                        FakeMicrosoft.APP,
                        "--client-secret",
                        "secret",
                        "--tenant-id",
                        FakeMicrosoft.TENANT,
                        "--disable-telemetry")
                .directory(programs.toFile())
                .redirectErrorStream(true)
                .redirectOutput(programs.resolve("playground.log").toFile());
        builder.environment().put("TEAMSAPPTESTER_BROWSER", "none");
        builder.environment().put("LOGIN_PORT", Integer.toString(login.port()));
        builder.environment().put("NODE_EXTRA_CA_CERTS", login.certificate().toString());
        Process process = builder.start();
        Path log = programs.resolve("playground.log");
        for (int i = 0; i < 300 && !Files.readString(log).contains("Listening"); i++) {
            Thread.sleep(100);
        }
        return process;
    }

    private static Path installed() throws IOException, InterruptedException {
        Path programs =
                Files.createDirectories(Path.of("target", "node", "playground")).toAbsolutePath();
        Path ours = Path.of("src", "test", "node", "playground");
        for (String script : List.of("hosts.cjs", "drive.cjs")) {
            Files.copy(ours.resolve(script), programs.resolve(script), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(
                ours.resolve("playground.yml"),
                programs.resolve(".m365agentsplayground.yml"),
                StandardCopyOption.REPLACE_EXISTING);
        if (!Files.exists(programs.resolve("node_modules/.bin/agentsplayground"))) {
            Files.writeString(programs.resolve("package.json"), "{\"private\":true}");
            List<String> command = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund"));
            command.addAll(PACKAGES);
            ended(
                    new ProcessBuilder(command)
                            .directory(programs.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(programs.resolve("install.log").toFile())
                            .start(),
                    10);
        }
        return programs;
    }

    private static void ended(Process process, long minutes) throws IOException, InterruptedException {
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        if (process.isAlive() || process.exitValue() != 0) {
            throw new IOException("a program failed; its log lies in target/node/playground");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
