package sourcebook.corpus.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Asks as servers wish to be asked: what their robots.txt (RFC 9309) forbids is not asked for, and between two requests to
 * a host there is a pause, as long as it asks for and a second at least. For one thread, and one round of fetching.
 */
final class PoliteWeb {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A host that wants longer pauses is not asked at all. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final Web web;
    private final Waiting waiting;
    private final Look look;
    private final Map<HttpUrl, BaseRobotRules> rules = new HashMap<>();
    private final Map<HttpUrl, String> silent = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /** Lets time go by. */
    interface Waiting {
        void pass(Duration time, Look look) throws IOException;
    }

    PoliteWeb(Web web, Waiting waiting, Look look) {
        this.web = web;
        this.waiting = waiting;
        this.look = look;
    }

    /**
     * Asks for something, if that is allowed.
     *
     * @throws Unfetched if there is no answer, or none may be asked for
     */
    Web.Answer get(HttpUrl url, Map<String, String> headers) throws IOException {
        if (!rules(url).isAllowed(url.toString())) {
            throw new Unfetched("the robots.txt of " + url.host() + " forbids to ask for " + url.encodedPath());
        }
        return paused(url, headers);
    }

    /** How long to wait between two requests to the host of an address that was asked. */
    Duration pause(HttpUrl url) {
        BaseRobotRules known = rules.get(robots(url));
        long wished = known == null ? 0 : Math.max(0, known.getCrawlDelay());
        return wished > PAUSE.toMillis() ? Duration.ofMillis(wished) : PAUSE;
    }

    private Web.Answer paused(HttpUrl url, Map<String, String> headers) throws IOException {
        if (!asked.add(url.host())) {
            waiting.pass(pause(url), look);
        }
        return web.get(url, headers, look);
    }

    private BaseRobotRules rules(HttpUrl url) throws IOException {
        HttpUrl robots = robots(url);
        String why = silent.get(robots);
        if (why != null) {
            throw new Unfetched(why);
        }
        BaseRobotRules known = rules.get(robots);
        if (known == null) {
            known = read(robots);
            rules.put(robots, known);
        }
        return known;
    }

    /** Where there is no robots.txt all is allowed, and nothing where the server fails to tell. */
    private BaseRobotRules read(HttpUrl robots) throws IOException {
        Web.Answer answer = robotsOf(robots);
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(LONGEST_PAUSE.toMillis(), 0);
        if (answer.status() != 200) {
            return parser.failedFetch(answer.status());
        }
        return parser.parseContent(
                robots.toString(), answer.body(), "text/plain", List.of(Web.AGENT.toLowerCase(Locale.ROOT)));
    }

    private Web.Answer robotsOf(HttpUrl robots) throws IOException {
        try {
            return paused(robots, Map.of());
        } catch (Unfetched e) {
            silent.put(robots, e.reason());
            throw e;
        }
    }

    private static HttpUrl robots(HttpUrl url) {
        return new HttpUrl.Builder()
                .scheme(url.scheme())
                .host(url.host())
                .port(url.port())
                .addPathSegment("robots.txt")
                .build();
    }
}
