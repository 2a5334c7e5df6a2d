package sourcebook.teams.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where our token may go. */
final class ServiceHostsTest {
    private static final ServiceHosts MICROSOFT = new ServiceHosts(Set.of("smba.trafficmanager.net"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smba.trafficmanager.net/emea/",
                "https://smba.trafficmanager.net/emea",
                "https://smba.trafficmanager.net:443/emea/",
                "https://smba.trafficmanager.net"
            })
    void theBotConnectorGetsIt(String url) {
        assertThat(MICROSOFT.allowed(url))
                .hasValueSatisfying(uri -> assertThat(uri.toString())
                        .startsWith("https://smba.trafficmanager.net")
                        .endsWith("/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://smba.trafficmanager.net/emea/",
                "https://smba.trafficmanager.net:8443/",
                "https://evil.trafficmanager.net/",
                "https://smba.trafficmanager.net.evil.test/",
                "https://evil.test/smba.trafficmanager.net/",
                "https://smba.trafficmanager.net@evil.test/",
                "https://user@smba.trafficmanager.net/",
                "https://SMBA.trafficmanager.net/",
                "https://smba.trafficmanager.net./",
                "https://smba.trafficmanager.net/?x=y",
                "https://smba.trafficmanager.net/#x",
                "https://smba.trafficmanager.net\\@evil.test/",
                "//smba.trafficmanager.net/",
                "ftp://smba.trafficmanager.net/",
                "http://127.0.0.1:9/",
                "http://localhost:9/",
                "https://",
                "",
                "not an address"
            })
    void nobodyElseDoes(String url) {
        assertThat(MICROSOFT.allowed(url)).isEmpty();
    }

    @Test
    void nothingIsNoAddress() {
        assertThat(MICROSOFT.allowed(null)).isEmpty();
    }

    @Test
    void thisMachineGetsItOnlyWhereItIsNamed() {
        ServiceHosts here = new ServiceHosts(Set.of("127.0.0.1"));

        assertThat(here.allowed("http://127.0.0.1:9/_connector")).isPresent();
        assertThat(here.allowed("http://localhost:9/_connector")).isEmpty();
        assertThat(new ServiceHosts(Set.of("named.test")).allowed("http://named.test/"))
                .isEmpty();
    }
}
