package sourcebook.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import sourcebook.answer.Answering;
import sourcebook.render.Links;
import sourcebook.render.slack.SlackAnswer;
import sourcebook.render.slack.SlackHelp;

/**
 * Slack's requests in, our messages out: {@link #gate} and then {@link #servlet} are to be mounted at
 * {@code POST /slack/events}. No call to Slack is needed to start or to answer.
 */
public final class SlackEndpoint implements AutoCloseable {
    private static final String COMMAND = "/outsourcing";
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final int CALL_TIMEOUT_MILLIS = 5_000;
    private static final int QUEUE = 64;

    private final SlackSettings settings;
    private final Clock clock;
    private final Slack slack;
    private final App app;
    private final ResponseUrls responses;
    private final ThreadPoolExecutor workers;

    public SlackEndpoint(SlackSettings settings, Answering answering, Links links, Clock clock) {
        this(settings, answering, links, clock, PATIENCE);
    }

    SlackEndpoint(SlackSettings settings, Answering answering, Links links, Clock clock, Duration patience) {
        this.settings = settings;
        this.clock = clock;
        this.slack = Slack.getInstance(slackConfig(settings));
        this.responses = new ResponseUrls(settings.responseHosts());
        this.workers = workers();
        Conversation conversation = new Conversation(answering, new SlackAnswer(links), responses, workers, patience);
        this.app = app(settings, slack, conversation);
    }

    /** To stand before the servlet: nothing that it does not let through is parsed. */
    public Filter gate() {
        return new Gate(settings.signingSecret(), clock);
    }

    public HttpServlet servlet() {
        return new SlackAppServlet(app);
    }

    /**
     * Asks Slack who we are, to tell at the start whether the token works.
     *
     * @return one sentence for the log
     */
    public String checkToken() {
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

    /** Lets work in hand finish for a while, then stops. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(CALL_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
            slack.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("Slack's client could not be closed", e);
        } finally {
            app.stop();
            responses.close();
        }
    }

    /** Bolt reads its settings from the environment where they are not set; all that matters is set here. */
    private static App app(SlackSettings settings, Slack slack, Conversation conversation) {
        AppConfig config = AppConfig.builder()
                .slack(slack)
                .signingSecret(settings.signingSecret())
                .requestVerificationEnabled(false)
                .allEventsApiAutoAckEnabled(true)
                .build();
        config.setSingleTeamBotToken(null);
        config.setClientId(null);
        config.setClientSecret(null);
        List<Middleware> ours = new ArrayList<>();
        ours.add((request, response, chain) -> {
            request.getContext().setBotToken(settings.botToken());
            return chain.next(request);
        });
        App app = new App(config, ours);
        config.setUnmatchedRequestHandler(request ->
                json(SlackHelp.sentence("I don't know how to do that. Type /outsourcing help to see what I can do.")
                        .privately()));
        commands(app, conversation);
        actions(app, conversation);
        return app;
    }

    private static void commands(App app, Conversation conversation) {
        app.command(
                COMMAND,
                (request, context) -> json(conversation.command(
                        request.getPayload().getText(), request.getPayload().getResponseUrl())));
        app.command(
                Pattern.compile("(?!" + COMMAND + "$).*"),
                (request, context) -> json(SlackHelp.sentence("I don't know the command "
                                + request.getPayload().getCommand() + ". Type /outsourcing help.")
                        .privately()));
    }

    private static void actions(App app, Conversation conversation) {
        app.blockAction(SlackAnswer.SHARE, (request, context) -> {
            conversation.share(
                    value(request), user(request), request.getPayload().getResponseUrl());
            return context.ack();
        });
        app.blockAction(Pattern.compile(SlackAnswer.ASK + "_\\d+"), (request, context) -> {
            conversation.ask(value(request), request.getPayload().getResponseUrl());
            return context.ack();
        });
    }

    private static String value(BlockActionRequest request) {
        String value = request.getPayload().getActions().getFirst().getValue();
        return value == null ? "" : value;
    }

    private static String user(BlockActionRequest request) {
        String name = request.getPayload().getUser().getName();
        return name == null ? request.getPayload().getUser().getId() : name;
    }

    private static Response json(String body) {
        return Response.builder()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .body(body)
                .build();
    }

    private static SlackConfig slackConfig(SlackSettings settings) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setHttpClientCallTimeoutMillis(CALL_TIMEOUT_MILLIS);
        config.setProxyUrl(null);
        config.setStatsEnabled(false);
        return config;
    }

    private static ThreadPoolExecutor workers() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().name("slack-answer-", 1).factory());
    }
}
