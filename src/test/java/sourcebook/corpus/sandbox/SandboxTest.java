package sourcebook.corpus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sourcebook.corpus.extract.Extract;
import sourcebook.corpus.extract.Unreadable;

class SandboxTest {
    private static final Bounds BOUNDS = new Bounds(TriggeredMain.class, 64, Duration.ofSeconds(5), false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spin     | the file took longer than 5 s to read
            sleep    | the file took longer than 5 s to read
            exhaust  | the file needs more than 64 MB of memory to read
            halt     | reading the file ended its reader (exit 41)
            exit     | reading the file ended its reader (exit 0)
            overflow | reading the file ended its reader (exit 1)
            throw    | reading the file ended its reader (exit 1)
            babble   | reading the file ended its reader
            flood    | reading the file ended its reader
            """)
    void aParserThatMisbehavesCostsItsFileAlone(String trigger, String reason) throws IOException {
        try (Sandbox sandbox = new Sandbox(BOUNDS)) {
            assertThatThrownBy(() -> read(sandbox, trigger))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageStartingWith(reason);
            assertThat(read(sandbox, "Next file.").text()).isEqualTo("Next file.");
        }
    }

    @Test
    void whatAParserPrintsIsNotTakenForItsAnswer() throws IOException {
        try (Sandbox sandbox = new Sandbox(BOUNDS)) {
            assertThat(read(sandbox, "print").text()).isEqualTo("print");
        }
    }

    @Test
    void aChildHasNothingOfTheEnvironmentButThePath() throws IOException {
        try (Sandbox sandbox = new Sandbox(BOUNDS)) {
            assertThat(read(sandbox, "Text.").stated().get("environment"))
                    .matches("\\[(?:(?:PATH|LC_CTYPE|__CF_USER_TEXT_ENCODING)(?:, )?)*]");
        }
    }

    @Test
    void javaHasNoNetworkInAChild() throws IOException {
        try (Sandbox sandbox = new Sandbox(BOUNDS)) {
            assertNothingArrives(sandbox);
        }
    }

    @Test
    void theSystemGivesAChildAnEmptyNetworkWhereItCan() throws IOException {
        assumeTrue(Bounds.usual().ownNetwork(), "this system cannot give a process a network of its own");
        try (Sandbox sandbox = new Sandbox(new Bounds(TriggeredMain.class, 64, Duration.ofSeconds(9), true))) {
            assertNothingArrives(sandbox);
        }
    }

    @Test
    void withoutAChildToStartTheWorldIsToBlameAndNotTheFile() {
        Bounds broken = new Bounds(String.class, 64, Duration.ofSeconds(2), false);

        try (Sandbox sandbox = new Sandbox(broken)) {
            assertThatThrownBy(() -> read(sandbox, "Text."))
                    .isNotInstanceOf(Unreadable.class)
                    .hasMessageStartingWith("the process that reads files did not start");
        }
    }

    @Test
    void noChildIsStartedForSmallText() throws IOException {
        try (Sandbox sandbox = new Sandbox(new Bounds(String.class, 64, Duration.ofSeconds(2), false))) {
            byte[] page = "<title>T</title><p>Text.</p>".getBytes(StandardCharsets.UTF_8);

            assertThat(sandbox.extract(Kind.HTML, page).text()).isEqualTo("Text.");
        }
    }

    private static void assertNothingArrives(Sandbox sandbox) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);

            assertThat(read(sandbox, "connect " + server.getLocalPort()).text()).isEqualTo("open: []");
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private static Extract read(Sandbox sandbox, String words) throws IOException {
        return sandbox.extract(Kind.PDF, words.getBytes(StandardCharsets.UTF_8));
    }
}
