package sourcebook.teams.trust;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The only hosts that get our token: exact names, over https on its own port. A host of this machine may be named for
 * tests, and is then called over http as well.
 */
public record ServiceHosts(Set<String> names) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public ServiceHosts {
        names = Set.copyOf(names);
    }

    /** The address with a slash at its end, if our token may be sent to it. */
    public Optional<URI> allowed(@Nullable String url) {
        try {
            return Optional.ofNullable(url)
                    .map(URI::create)
                    .filter(this::allowed)
                    .map(ServiceHosts::withSlash);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean allowed(URI url) {
        String host = url.getHost();
        if (host == null
                || !names.contains(host)
                || url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            return false;
        }
        boolean secure = "https".equals(url.getScheme()) && (url.getPort() == -1 || url.getPort() == 443);
        return secure || ("http".equals(url.getScheme()) && LOOPBACK.contains(host));
    }

    private static URI withSlash(URI url) {
        return url.getRawPath().endsWith("/") ? url : URI.create(url + "/");
    }
}
