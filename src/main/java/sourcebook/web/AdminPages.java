package sourcebook.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import sourcebook.library.Librarian;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.render.HtmlAdmin;
import sourcebook.render.HtmlPages;

/**
 * The admin page: where a reindex stands, what is kept, what is wrong, and the buttons. Whoever knows the token may use it;
 * each form brings a word along that only our own page knows. Safe for many threads.
 */
final class AdminPages extends Handler.Abstract {
    private static final System.Logger LOG = System.getLogger(AdminPages.class.getName());
    private static final String COOKIE = "sourcebook-admin";
    private static final String HOME = "/admin";
    private static final Actor ADMIN = Actor.operator("the admin page");

    /** While a reindex runs the browser looks again by itself, without any script. */
    private static final String AGAIN_SECONDS = "2";

    private static final int MOST_BYTES = 4_096;

    private final Librarian librarian;
    private final AdminToken token;
    private final Sessions sessions;
    private final boolean https;

    /** Pages whose cookie is for https alone, or for any connection. */
    AdminPages(Librarian librarian, AdminToken token, Sessions sessions, boolean https) {
        super(InvocationType.BLOCKING);
        this.librarian = librarian;
        this.token = token;
        this.sessions = sessions;
        this.https = https;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Pages.protect(response);
        try {
            String path = Optional.ofNullable(Request.getPathInContext(request)).orElse("");
            Optional<Sessions.Session> session = sessions.find(cookie(request));
            switch (request.getMethod()) {
                case "GET", "HEAD" -> look(path, session, response, callback);
                case "POST" -> post(request, path, session, response, callback);
                default -> message(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "That cannot be done here.");
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "The admin page failed", e);
            message(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, "It has been logged: " + e.getMessage());
        }
        return true;
    }

    private void look(String path, Optional<Sessions.Session> session, Response response, Callback callback)
            throws IOException {
        if (!path.isEmpty() && !path.equals("/")) {
            message(response, callback, HttpStatus.NOT_FOUND_404, "There is no such page.");
        } else if (session.isEmpty()) {
            html(response, callback, HttpStatus.OK_200, HtmlAdmin.login(""));
        } else {
            HtmlAdmin.View view = view(session.get(), "");
            if (view.running()) {
                response.getHeaders().put("Refresh", AGAIN_SECONDS);
            }
            html(response, callback, HttpStatus.OK_200, HtmlAdmin.page(view));
        }
    }

    private void post(
            Request request, String path, Optional<Sessions.Session> session, Response response, Callback callback)
            throws IOException {
        Map<String, String> form = form(request);
        if (path.equals("/login")) {
            login(form, response, callback);
        } else if (session.isEmpty() || !same(session.get().csrf(), form.getOrDefault("csrf", ""))) {
            LOG.log(Level.WARNING, "A form for the admin page was refused: it was not sent by our own page");
            message(response, callback, HttpStatus.FORBIDDEN_403, "Open the admin page and log in again.");
        } else {
            act(path, form, session.get(), response, callback);
        }
    }

    private void login(Map<String, String> form, Response response, Callback callback) {
        if (!token.is(form.getOrDefault("token", ""))) {
            LOG.log(Level.WARNING, "Somebody tried to log in to the admin page with a wrong token");
            html(response, callback, HttpStatus.FORBIDDEN_403, HtmlAdmin.login("That is not the token."));
            return;
        }
        Response.addCookie(
                response,
                HttpCookie.build(COOKIE, sessions.open().id())
                        .path(HOME)
                        .httpOnly(true)
                        .secure(https)
                        .sameSite(HttpCookie.SameSite.STRICT)
                        .maxAge(Sessions.LASTS.toSeconds())
                        .build());
        home(response, callback);
    }

    private void act(
            String path, Map<String, String> form, Sessions.Session session, Response response, Callback callback)
            throws IOException {
        String told = switch (path) {
            case "/reindex" -> reindex(form);
            case "/cancel" -> librarian.cancel(ADMIN) ? "" : "No reindex is running.";
            case "/rollback" -> rollBack(form.getOrDefault("generation", ""));
            case "/logout" -> {
                sessions.close(session);
                yield "";
            }
            default -> "There is no such button.";
        };
        if (told.isEmpty()) {
            home(response, callback);
        } else {
            html(response, callback, HttpStatus.CONFLICT_409, HtmlAdmin.page(view(session, told)));
        }
    }

    private String reindex(Map<String, String> form) throws IOException {
        String force = form.getOrDefault("force", "").strip();
        Order order = new Order(ADMIN, form.containsKey("full"), force.isEmpty() ? null : force);
        return switch (librarian.start(order, Progress.Watcher.NONE, outcome -> {})) {
            case Librarian.Start.Started started -> "";
            case Librarian.Start.Busy busy -> "A reindex is running already: " + busy.holder() + ".";
        };
    }

    private String rollBack(String generation) throws IOException {
        OptionalLong number =
                generation.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(generation)) : OptionalLong.empty();
        return switch (librarian.rollBack(number, ADMIN)) {
            case Librarian.Back.Served served -> "";
            case Librarian.Back.Refused refused -> refused.reason();
        };
    }

    private HtmlAdmin.View view(Sessions.Session session, String told) throws IOException {
        return new HtmlAdmin.View(
                session.csrf(),
                told,
                librarian.progress(),
                librarian.generations(),
                librarian.feeds(),
                librarian.report());
    }

    private static Map<String, String> form(Request request) throws IOException {
        Map<String, String> form = new HashMap<>();
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return form;
            }
            for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&")) {
                String[] sides = pair.split("=", 2);
                if (sides.length == 2) {
                    form.put(decoded(sides[0]), decoded(sides[1]));
                }
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String cookie(Request request) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** After a form the browser looks at the page anew, so that reloading sends nothing again. */
    private static void home(Response response, Callback callback) {
        response.setStatus(HttpStatus.SEE_OTHER_303);
        response.getHeaders().put(HttpHeader.LOCATION, HOME);
        Content.Sink.write(response, true, "", callback);
    }

    private static void message(Response response, Callback callback, int status, String words) {
        html(response, callback, status, HtmlPages.message("Admin", words));
    }

    private static void html(Response response, Callback callback, int status, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        Content.Sink.write(response, true, body, callback);
    }
}
