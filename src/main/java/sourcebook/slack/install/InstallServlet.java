package sourcebook.slack.install;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import sourcebook.journal.Installation;
import sourcebook.journal.Installations;
import sourcebook.render.HtmlPages;

/**
 * The two addresses of installing: one sends a browser to Slack, the other takes it back with a code and keeps the
 * workspace's tokens. To be mounted at {@link OAuth#INSTALL} and {@link OAuth#REDIRECT}. Safe for many threads.
 */
public final class InstallServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(InstallServlet.class.getName());
    static final String COOKIE = "sourcebook-install";
    private static final int AT_ONCE = 4;
    private static final int MAX_CODE = 500;

    private final transient OAuth oauth;
    private final transient URI authorize;
    private final transient List<String> scopes;
    private final transient InstallStates states;
    private final transient OAuthCalls calls;
    private final transient Installations installations;
    private final transient Semaphore calling = new Semaphore(AT_ONCE);

    /** What the servlet works with; {@code api} is Slack's Web API. */
    public record Parts(URI api, List<String> scopes, InstallStates states, OAuthCalls calls, Installations kept) {
        public Parts {
            scopes = List.copyOf(scopes);
        }
    }

    public InstallServlet(OAuth oauth, Parts parts) {
        this.oauth = oauth;
        this.authorize = OAuth.authorize(parts.api());
        this.scopes = parts.scopes();
        this.states = parts.states();
        this.calls = parts.calls();
        this.installations = parts.kept();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        if (request.getRequestURI().equals(OAuth.INSTALL)) {
            begin(request, response);
        } else if (request.getRequestURI().equals(OAuth.REDIRECT)) {
            comeBack(request, response);
        } else {
            page(response, HttpServletResponse.SC_NOT_FOUND, "No such page", "There is nothing here.");
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) {
        String browser = states.browser(cookie(request));
        Cookie cookie = new Cookie(COOKIE, browser);
        cookie.setPath("/slack");
        cookie.setMaxAge((int) InstallStates.GOOD_FOR.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(oauth.base().startsWith("https:"));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "Location",
                authorize + "?client_id=" + encoded(oauth.clientId()) + "&scope=" + encoded(String.join(",", scopes))
                        + "&state=" + encoded(states.begin(browser)) + "&redirect_uri=" + encoded(oauth.redirect()));
    }

    private void comeBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!states.ends(request.getParameter("state"), cookie(request))) {
            LOG.log(Level.WARNING, "slack installation refused: its state is not one of ours, too old, or used");
            page(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Not installed",
                    "This address is good once, for ten" + " minutes, in the browser that began. Please open "
                            + OAuth.INSTALL + " again.");
            return;
        }
        String code = request.getParameter("code");
        if (code == null || code.isEmpty() || code.length() > MAX_CODE) {
            page(
                    response,
                    HttpServletResponse.SC_OK,
                    "Not installed",
                    "Slack says that nothing was allowed, so" + " nothing was installed. You can open " + OAuth.INSTALL
                            + " again at any time.");
            return;
        }
        if (!calling.tryAcquire()) {
            page(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Busy", "Please install again in a minute.");
            return;
        }
        try {
            install(code, response);
        } finally {
            calling.release();
        }
    }

    private void install(String code, HttpServletResponse response) throws IOException {
        Installation installation;
        try {
            installation = calls.installed(code);
        } catch (OAuthCalls.Refused e) {
            LOG.log(Level.WARNING, "slack installation failed: " + e.error());
            page(
                    response,
                    HttpServletResponse.SC_BAD_GATEWAY,
                    "Not installed",
                    "Slack did not give a token (" + e.error() + "). Please open " + OAuth.INSTALL + " again.");
            return;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "slack installation failed: " + e.getMessage());
            page(
                    response,
                    HttpServletResponse.SC_BAD_GATEWAY,
                    "Not installed",
                    "Slack could not be reached. Please" + " open " + OAuth.INSTALL + " again in a minute.");
            return;
        }
        if (!oauth.welcome(installation.team())) {
            LOG.log(Level.WARNING, "slack installation refused: the workspace is not in SLACK_TEAMS");
            refuse(installation);
            page(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Not installed",
                    "This Sourcebook is not for your" + " workspace. Whoever runs it names workspaces in SLACK_TEAMS.");
            return;
        }
        installations.save(installation);
        LOG.log(Level.INFO, "slack installed in a workspace");
        page(
                response,
                HttpServletResponse.SC_OK,
                "Installed",
                "Sourcebook is installed in " + installation.teamName() + ". Type /outsourcing help in any channel.");
    }

    private void refuse(Installation installation) {
        try {
            calls.revoke(installation.botToken());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A token that is not wanted could not be taken back: " + e.getMessage());
        }
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void page(HttpServletResponse response, int status, String title, String words) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.getWriter().write(HtmlPages.message(title, words));
    }
}
