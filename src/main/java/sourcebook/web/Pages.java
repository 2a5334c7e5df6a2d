package sourcebook.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Answering;
import sourcebook.dialogue.Asker;
import sourcebook.dialogue.Dialogue;
import sourcebook.dialogue.Place;
import sourcebook.dialogue.Response.Answered;
import sourcebook.dialogue.Utterance;
import sourcebook.model.Article;
import sourcebook.model.Generation;
import sourcebook.model.Span;
import sourcebook.question.Questions;
import sourcebook.render.HtmlArticle;
import sourcebook.render.HtmlPages;

/** The pages and health checks, for reading only. Safe for many threads. */
final class Pages extends Handler.Abstract {
    private static final System.Logger LOG = System.getLogger(Pages.class.getName());
    private static final String ARTICLES = "/articles/";
    private static final Set<String> FIXED = Set.of("/", "/style.css", "/health/live", "/health/ready");
    private static final List<String> READING = List.of("GET", "HEAD");
    private static final Pattern QUOTE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final int EXAMPLES = 3;
    private static final String CSP = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final String STYLE = resource("style.css");

    /** Pages do not know who reads them, and every question stands by itself. */
    private static final Asker NOBODY = new Asker("web", "", "");

    private static final Place HERE = new Place("web", "", "", null, true);

    private final Answering answering;
    private final Dialogue dialogue;
    private volatile Supplier<Optional<String>> unready = Optional::empty;

    Pages(Answering answering, Dialogue dialogue) {
        this.answering = answering;
        this.dialogue = dialogue;
    }

    private record Page(int status, String type, String body) {
        static Page html(int status, String body) {
            return new Page(status, "text/html;charset=utf-8", body);
        }

        static Page json(int status, String body) {
            return new Page(status, "application/json", body);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        send(response, page(request), callback);
        return true;
    }

    private Page page(Request request) {
        String path = Request.getPathInContext(request);
        if (!FIXED.contains(path) && !path.startsWith(ARTICLES)) {
            return notFound();
        }
        if (!READING.contains(request.getMethod())) {
            return Page.html(
                    HttpStatus.METHOD_NOT_ALLOWED_405, HtmlPages.message("Not here", "Pages can only be read."));
        }
        try {
            return read(request, path);
        } catch (Answering.NotReady e) {
            return Page.html(
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    HtmlPages.message("Not ready yet", "The first index is still being built. Reload in a moment."));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "A page failed", e);
            return Page.html(
                    HttpStatus.INTERNAL_SERVER_ERROR_500,
                    HtmlPages.message("Something went wrong", "It has been logged. Please try again."));
        }
    }

    private Page read(Request request, String path) throws IOException {
        Fields parameters;
        try {
            parameters = Request.extractQueryParameters(request);
        } catch (RuntimeException e) {
            return Page.html(
                    HttpStatus.BAD_REQUEST_400,
                    HtmlPages.message("Unreadable address", "The address is not written as addresses are."));
        }
        return switch (path) {
            case "/" -> ask(parameters);
            case "/style.css" -> new Page(HttpStatus.OK_200, "text/css;charset=utf-8", STYLE);
            case "/health/live" -> Page.json(HttpStatus.OK_200, "{\"live\":true}\n");
            case "/health/ready" -> ready();
            default -> article(URIUtil.decodePath(path.substring(ARTICLES.length())), parameters);
        };
    }

    private Page ask(Fields parameters) throws IOException {
        String typed = Optional.ofNullable(parameters.getValue("q")).orElse("");
        Optional<Generation> serving = answering.serving();
        Generation.Holdings holdings = serving.map(Generation::holdings).orElse(null);
        if (Questions.clean(typed).isEmpty()) {
            List<String> examples = serving.isEmpty() ? List.of() : answering.examples(EXAMPLES);
            return Page.html(HttpStatus.OK_200, HtmlPages.ask(null, examples, holdings));
        }
        Utterance said = new Utterance(NOBODY, HERE, typed);
        int page = page(parameters.getValue("page"));
        sourcebook.dialogue.Response response = page == 0 ? dialogue.hear(said) : dialogue.more(said, page);
        LOG.log(Level.INFO, () -> "web " + summary(response));
        return Page.html(HttpStatus.OK_200, HtmlPages.heard(Questions.clean(typed), response, holdings));
    }

    /** What came of it, without what was asked. */
    private static String summary(sourcebook.dialogue.Response response) {
        return response instanceof Answered answered
                ? answered.reply().answer().getClass().getSimpleName() + " generation "
                        + answered.reply().generation() + " in "
                        + answered.reply().millis() + " ms"
                : response.getClass().getSimpleName();
    }

    private static int page(@Nullable String written) {
        return written != null && written.matches("\\d{1,3}") ? Integer.parseInt(written) : 0;
    }

    private Page article(String id, Fields parameters) throws IOException {
        Optional<Article> article = answering.article(id);
        if (article.isEmpty()) {
            return notFound();
        }
        Span quoted = span(parameters.getValue("quote"));
        return Page.html(HttpStatus.OK_200, HtmlArticle.render(article.get(), quoted));
    }

    private static @Nullable Span span(@Nullable String written) {
        Matcher matcher = QUOTE.matcher(written == null ? "" : written);
        if (!matcher.matches()) {
            return null;
        }
        int start = Integer.parseInt(matcher.group(1));
        int end = Integer.parseInt(matcher.group(2));
        return start <= end ? new Span(start, end) : null;
    }

    /** While there is such a reason, the service is not ready. */
    void readyUnless(Supplier<Optional<String>> reason) {
        Supplier<Optional<String>> before = unready;
        unready = () -> before.get().or(reason);
    }

    private Page ready() throws IOException {
        Optional<String> reason = unready.get();
        if (reason.isPresent()) {
            return Page.json(
                    HttpStatus.SERVICE_UNAVAILABLE_503, "{\"ready\":false,\"reason\":\"" + reason.get() + "\"}\n");
        }
        return answering
                .serving()
                .map(generation ->
                        Page.json(HttpStatus.OK_200, "{\"ready\":true,\"generation\":" + generation.number() + "}\n"))
                .orElse(Page.json(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        "{\"ready\":false,\"reason\":\"the first index is being built\"}\n"));
    }

    private static Page notFound() {
        return Page.html(
                HttpStatus.NOT_FOUND_404,
                HtmlPages.message("No such page", "The article may have left the corpus. Ask a question instead."));
    }

    private static void send(Response response, Page page, Callback callback) {
        response.setStatus(page.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
        if (page.status() == HttpStatus.METHOD_NOT_ALLOWED_405) {
            response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", READING));
        }
        protect(response);
        Content.Sink.write(response, true, page.body(), callback);
    }

    /** The headers that keep a browser from doing with an answer what it is not for. */
    static void protect(Response response) {
        response.getHeaders().put("Content-Security-Policy", CSP);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
