package sourcebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.app.RawConnection;
import sourcebook.app.RunningService;
import sourcebook.app.SmallCorpus;

/** Requests that no browser sends, byte by byte. */
@SuppressWarnings("NullAway.Init")
final class BadRequestsTest {
    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.over(SmallCorpus.in(folder));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1",
                "GET /articles/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /articles/../../etc/passwd HTTP/1.1",
                "GET /articles/%00 HTTP/1.1",
                "GET /articles/%FF%FE HTTP/1.1",
                "GET /?q=%zz HTTP/1.1",
                "GET /?q=%FF HTTP/1.1",
                "GET /?q=%u0041 HTTP/1.1",
                "GET / HTTP/9.9",
                "GET HTTP/1.1",
                "G\u0001T / HTTP/1.1",
                "GET /a b HTTP/1.1",
                "NONSENSE",
                "GET http://[::1 HTTP/1.1",
                "TRACE / HTTP/1.1"
            })
    void aBadRequestLineIsRefusedWithoutTellingWhatIsInside(String line) throws Exception {
        try (RawConnection raw = new RawConnection(service.port())) {
            raw.lines(line, "Host: x", "Connection: close", "");

            assertThat(raw.answer())
                    .as(line)
                    .doesNotStartWith("HTTP/1.1 500")
                    .doesNotContain("Exception", "\tat ", "etty", "org.", "java", "Server:", "root:");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5, 6",
                "Content-Length: -1",
                "Content-Length: x",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding: xchunked",
                "Host: two",
                "Bad Header: x",
                ": x",
                "X: \u0001\u0002"
            })
    void badHeadersAreRefusedWithoutTellingWhatIsInside(String header) throws Exception {
        try (RawConnection raw = new RawConnection(service.port())) {
            raw.lines("GET / HTTP/1.1", "Host: x", "Connection: close", header, "");

            assertThat(raw.answer())
                    .as(header)
                    .doesNotStartWith("HTTP/1.1 500")
                    .doesNotContain("Exception", "\tat ", "etty", "org.", "java", "Server:");
        }
    }

    @Test
    void nothingIsTunnelled() throws Exception {
        try (RawConnection raw = new RawConnection(service.port())) {
            raw.lines("CONNECT example.org:443 HTTP/1.1", "Host: example.org:443", "");

            assertThat(raw.status()).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void headersWithoutEndAreRefused() throws Exception {
        try (RawConnection raw = new RawConnection(service.port())) {
            raw.lines("GET / HTTP/1.1", "Host: x", "Connection: close", "X: " + "x".repeat(20_000), "");

            assertThat(raw.answer()).startsWith("HTTP/1.1 431").doesNotContain("Exception", "etty");
        }
    }
}
