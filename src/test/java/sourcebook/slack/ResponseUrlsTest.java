package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.slack.delivery.ResponseUrls;

/** Which addresses late answers are posted to. */
final class ResponseUrlsTest {
    private static final String LATE = "{\"text\":\"late\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.slack.com/commands/T1/2/abc",
                "https://hooks.slack.com:443/actions/T1/2/abc",
                "https://hooks.slack.com/x?y=z"
            })
    void slacksOwnAddressesAreAllowed(String url) {
        try (ResponseUrls urls = new ResponseUrls(Set.of("hooks.slack.com"))) {
            assertThat(urls.allowed(url)).contains(URI.create(url));
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "hooks.slack.com/x",
                "//hooks.slack.com/x",
                "http://hooks.slack.com/x",
                "HTTP://hooks.slack.com/x",
                "ftp://hooks.slack.com/x",
                "file:///etc/passwd",
                "jar:https://hooks.slack.com/x!/y",
                "gopher://hooks.slack.com/x",
                "javascript:alert(1)",
                "https://hooks.slack.com.evil.test/x",
                "https://evil-hooks.slack.com/x",
                "https://evil.test/hooks.slack.com",
                "https://evil.test?hooks.slack.com",
                "https://evil.test#hooks.slack.com",
                "https://hooks.slack.com@evil.test/x",
                "https://hooks.slack.com:443@evil.test/x",
                "https://user@hooks.slack.com/x",
                "https://user:pw@hooks.slack.com/x",
                "https://@hooks.slack.com/x",
                "https://hooks.slack.com:8443/x",
                "https://hooks.slack.com:80/x",
                "https://hooks.slack.com:0/x",
                "https://hooks.slack.com./x",
                "https://hooks.slack.com\\@evil.test/x",
                "https://hooks.slack.com%00.evil.test/x",
                "https://hooks.slack.com%2eevil.test/x",
                "https://hooks。slack。com/x",
                "https://h\u043e\u043eks.slack.com/x",
                "https://slack.com/x",
                "https://127.0.0.1/x",
                "http://127.0.0.1/x",
                "http://localhost/x",
                "http://[::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "https://017700000001/x",
                "https://169.254.169.254/latest/meta-data",
                "https:///x",
                "https://hooks.slack.com /x"
            })
    void noOtherAddressIsAllowed(String url) {
        try (ResponseUrls urls = new ResponseUrls(Set.of("hooks.slack.com"))) {
            assertThat(urls.allowed(url)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9999/x, 127.0.0.1, true",
        "http://localhost:9999/x, localhost, true",
        "http://[::1]:9999/x, [::1], true",
        "http://localhost:9999/x, 127.0.0.1, false",
        "http://127.0.0.2:9999/x, 127.0.0.1, false",
        "http://user@127.0.0.1:9999/x, 127.0.0.1, false",
        "file://localhost/etc/passwd, localhost, false",
        "ftp://localhost/x, localhost, false",
        "http://10.0.0.1/x, 10.0.0.1, false"
    })
    void loopbackIsAllowedOnlyWhereItIsNamed(String url, String named, boolean allowed) {
        try (ResponseUrls urls = new ResponseUrls(Set.of(named))) {
            assertThat(urls.allowed(url).isPresent()).isEqualTo(allowed);
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (FakeSlack fake = new FakeSlack();
                ResponseUrls urls = new ResponseUrls(Set.of("127.0.0.1"))) {
            fake.answersLateWith(302);

            assertThatIOException()
                    .isThrownBy(() -> urls.post(URI.create(fake.responseUrl()), LATE))
                    .withMessage("Slack answered 302 to a late answer");
            assertThat(fake.posts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"404, 1", "429, 3", "500, 3", "503, 3"})
    void onlyWhatSlackDidNotTakeIsSentAgain(int status, int posts) throws IOException {
        try (FakeSlack fake = new FakeSlack();
                ResponseUrls urls = new ResponseUrls(Set.of("127.0.0.1"))) {
            fake.answersLateWith(status, status, status, status);

            assertThatIOException().isThrownBy(() -> urls.post(URI.create(fake.responseUrl()), LATE));
            assertThat(fake.posts()).isEqualTo(posts);
        }
    }

    @Test
    void anAddressIsUsedFiveTimesAndNoMore() throws Exception {
        try (FakeSlack fake = new FakeSlack();
                ResponseUrls urls = new ResponseUrls(Set.of("127.0.0.1"))) {
            URI url = URI.create(fake.responseUrl());
            for (int i = 0; i < 5; i++) {
                urls.post(url, LATE);
            }

            assertThatIOException().isThrownBy(() -> urls.post(url, LATE)).withMessageContaining("used up");
            assertThat(fake.posts()).isEqualTo(5);
        }
    }
}
