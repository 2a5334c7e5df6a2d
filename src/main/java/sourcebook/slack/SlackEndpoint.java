package sourcebook.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Answering;
import sourcebook.answer.contract.ContractViews;
import sourcebook.dialogue.Dialogue;
import sourcebook.journal.ChannelRules;
import sourcebook.journal.Journal;
import sourcebook.library.Librarian;
import sourcebook.render.Links;
import sourcebook.render.slack.SlackHelp;
import sourcebook.render.slack.SlackResponse;
import sourcebook.render.slack.SlackViews;
import sourcebook.slack.admin.Administration;
import sourcebook.slack.admin.LiveReindex;
import sourcebook.slack.admin.Reports;
import sourcebook.slack.delivery.Allowance;
import sourcebook.slack.delivery.Delivery;
import sourcebook.slack.delivery.ResponseUrls;
import sourcebook.slack.delivery.WebApi;
import sourcebook.slack.delivery.Workers;
import sourcebook.slack.install.Departures;
import sourcebook.slack.install.Installing;
import sourcebook.slack.install.OAuth;
import sourcebook.slack.socket.Delivered;
import sourcebook.slack.socket.SocketMode;
import sourcebook.slack.talk.Conversation;
import sourcebook.slack.talk.Presses;
import sourcebook.slack.talk.Sealing;
import sourcebook.slack.talk.Talk;
import sourcebook.slack.talk.Unfurls;

/**
 * Slack's requests in, our messages out. Over HTTP {@link #gate} and then {@link #servlet} are to be mounted at
 * {@code POST /slack/events}; with an app token {@link #start} opens a socket instead. Both lead to the same routes.
 */
public final class SlackEndpoint implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SlackEndpoint.class.getName());
    private static final Duration PATIENCE = Duration.ofMillis(800);
    private static final Duration PACE = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration STOP = Duration.ofSeconds(4);
    private static final int CALL_TIMEOUT_MILLIS = 5_000;
    private static final int PERSON_PER_MINUTE = 100;
    private static final int TEAM_PER_MINUTE = 6_000;

    private final SlackSettings settings;
    private final Clock clock;
    private final Slack slack;
    private final AppConfig config;
    private final App app;
    private final ResponseUrls responses;
    private final Workers workers = new Workers(STOP);
    private final @Nullable SocketMode socket;
    private final @Nullable Reports reports;
    private final @Nullable Installing installing;

    /** What the conversation is made of. */
    public record Parts(
            Answering answering,
            Dialogue dialogue,
            ChannelRules rules,
            Journal journal,
            Librarian librarian,
            Links links,
            ContractViews contracts,
            SlackResponse render) {}

    public SlackEndpoint(SlackSettings settings, Parts parts, Clock clock) {
        this(settings, parts, clock, new Tempo(PATIENCE, PACE));
    }

    SlackEndpoint(SlackSettings settings, Parts parts, Clock clock, Duration patience) {
        this(settings, parts, clock, new Tempo(patience, PACE));
    }

    /**
     * How long an acknowledgement waits for an answer, and how much time lies between two changes of a message.
     */
    record Tempo(Duration patience, Duration pace) {}

    SlackEndpoint(SlackSettings settings, Parts parts, Clock clock, Tempo tempo) {
        this.settings = settings;
        this.clock = clock;
        this.slack = Slack.getInstance(slackConfig(settings));
        this.responses = new ResponseUrls(settings.responseHosts());
        this.installing = settings.oauth() == null
                ? null
                : Installing.of(
                        settings.oauth(),
                        new Installing.Parts(slack, settings.api(), Manifest.scopes()),
                        parts.journal(),
                        clock);
        WebApi api = new WebApi(
                slack, installing == null ? team -> Optional.ofNullable(settings.botToken()) : installing.tokens());
        Talk talk = new Talk(
                parts.dialogue(),
                parts.answering(),
                parts.journal(),
                parts.rules(),
                parts.render(),
                new SlackViews(parts.links()),
                new Sealing(settings.buttonSecret(), clock),
                api,
                parts.librarian(),
                settings.admins());
        Allowance allowance = new Allowance(PERSON_PER_MINUTE, TEAM_PER_MINUTE);
        Delivery delivery = new Delivery(workers, responses, api, allowance, tempo.patience());
        this.config = config(slack, settings.signingSecret());
        this.app = app(config, settings);
        LiveReindex live = new LiveReindex(talk, delivery, tempo.pace());
        this.reports = settings.reports() == null ? null : new Reports(talk, delivery, live, settings.reports());
        routes(talk, delivery, parts, live);
        this.socket = settings.appToken() == null ? null : socket(settings.appToken());
    }

    private void routes(Talk talk, Delivery delivery, Parts parts, LiveReindex live) {
        Once once = new Once(parts.journal().deliveries());
        Conversation conversation = new Conversation(talk, delivery);
        Unfurls unfurls = new Unfurls(talk, delivery, parts.contracts(), parts.links());
        Administration administration = new Administration(talk, delivery, live);
        new Routes(conversation, new Presses(talk, delivery), administration, once).register(app);
        new Events(conversation, unfurls, new Departures(parts.journal()), once).register(app);
    }

    /** To stand before the servlet: nothing that it does not let through is parsed. Empty where Slack does not post. */
    public Optional<Filter> gate() {
        return Optional.ofNullable(settings.signingSecret()).map(secret -> new Gate(secret, clock));
    }

    public HttpServlet servlet() {
        return new SlackAppServlet(app);
    }

    /** Opens the socket, where there is an app token. */
    public void start() {
        if (socket != null) {
            app.start();
            socket.start();
        }
    }

    /** The servlet to mount at {@link OAuth#INSTALL} and {@link OAuth#REDIRECT}; empty where the app is in one workspace. */
    public Optional<HttpServlet> installer() {
        return Optional.ofNullable(installing).map(Installing::servlet);
    }

    /** Tells how reindexes ended that were not ordered in Slack; to be called now and then by one thread. */
    public void report() throws IOException {
        if (reports != null) {
            reports.look();
        }
    }

    /** Why Slack cannot reach us just now; empty where it can. */
    public Optional<String> unreachable() {
        return socket == null || socket.connected()
                ? Optional.empty()
                : Optional.of("the connection to Slack is being opened");
    }

    /**
     * Asks Slack who we are, to tell at the start whether the token works.
     *
     * @return one sentence for the log
     */
    public String checkToken() {
        if (settings.oauth() != null) {
            return "Slack: workspaces install the app at " + settings.oauth().base() + OAuth.INSTALL + ".";
        }
        if (settings.botToken() == null) {
            return "Slack: no SLACK_BOT_TOKEN is set; slash commands and buttons work without it.";
        }
        try {
            AuthTestResponse who = slack.methods(settings.botToken()).authTest(request -> request);
            return who.isOk()
                    ? "Slack: connected to " + who.getTeam() + " as " + who.getUser() + "."
                    : "Slack refused SLACK_BOT_TOKEN (" + who.getError() + "); copy it again from OAuth & Permissions.";
        } catch (IOException | SlackApiException e) {
            return "Slack could not be reached to check SLACK_BOT_TOKEN: " + e.getMessage();
        }
    }

    /** Takes nothing new, lets work in hand finish for a while, tells the rest, and stops. */
    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
        workers.close();
        responses.close();
        app.stop();
        try {
            slack.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "Slack's client did not close well", e);
        }
    }

    private SocketMode socket(String appToken) {
        return new SocketMode(() -> address(appToken), this::handle, SILENCE, STOP);
    }

    private URI address(String appToken) throws IOException {
        try {
            AppsConnectionsOpenResponse opened = slack.methods(appToken).appsConnectionsOpen(request -> request);
            if (!opened.isOk()) {
                throw new IOException("Slack refused SLACK_APP_TOKEN: " + opened.getError());
            }
            return URI.create(opened.getUrl());
        } catch (SlackApiException | IllegalArgumentException e) {
            throw new IOException("no connection could be had: " + e.getMessage(), e);
        }
    }

    /** What comes through the socket goes the way of what is posted. */
    private String handle(Delivered delivered) {
        var request = new SlackRequestParser(config)
                .parse(SlackRequestParser.HttpRequest.builder()
                        .requestUri("/slack/events")
                        .queryString(Map.of())
                        .requestBody(delivered.body())
                        .headers(new RequestHeaders(Map.of("Content-Type", List.of(delivered.type()))))
                        .remoteAddress("")
                        .build());
        try {
            String body = request == null ? null : app.run(request).getBody();
            return body == null ? "" : body;
        } catch (Exception e) {
            throw new IllegalStateException("a delivery through the socket failed", e);
        }
    }

    /** Bolt reads its settings from the environment where they are not set; all that matters is set here. */
    private static AppConfig config(Slack slack, @Nullable String signingSecret) {
        AppConfig config = AppConfig.builder()
                .slack(slack)
                .signingSecret(signingSecret == null ? "unused" : signingSecret)
                .requestVerificationEnabled(false)
                .allEventsApiAutoAckEnabled(true)
                .build();
        config.setSingleTeamBotToken(null);
        config.setClientId(null);
        config.setClientSecret(null);
        config.setUnmatchedRequestHandler(request ->
                json(SlackHelp.sentence("I don't know how to do that. Type /outsourcing help to see what I can do.")
                        .privately()));
        return config;
    }

    private static App app(AppConfig config, SlackSettings settings) {
        List<Middleware> ours = new ArrayList<>();
        ours.add((request, response, chain) -> {
            request.getContext().setBotToken(settings.botToken());
            return chain.next(request);
        });
        return new App(config, ours);
    }

    private static Response json(String body) {
        return Routes.json(body);
    }

    private static SlackConfig slackConfig(SlackSettings settings) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setHttpClientCallTimeoutMillis(CALL_TIMEOUT_MILLIS);
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        return config;
    }
}
