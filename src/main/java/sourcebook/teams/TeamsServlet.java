package sourcebook.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.teams.trust.Caller;
import sourcebook.teams.trust.InboundTokens;
import sourcebook.teams.trust.Refused;
import sourcebook.teams.trust.ServiceHosts;
import sourcebook.teams.wire.Activity;

/** {@code POST /api/messages} and {@code POST /api/webhook}. Nothing is done for a request that is not believed. */
final class TeamsServlet extends HttpServlet {
    /** Where a body is kept once it was read by {@link Gate}. */
    static final String BODY = TeamsServlet.class.getName() + ".body";

    @Serial
    private static final long serialVersionUID = 1L;

    private static final System.Logger LOG = System.getLogger(TeamsServlet.class.getName());

    private final transient @Nullable Bot bot;
    private final transient @Nullable Webhook webhook;

    /** Those who judge and answer what the Bot Connector posts. */
    record Bot(
            InboundTokens tokens,
            ServiceHosts hosts,
            Set<String> tenants,
            Conversation conversation,
            Invokes invokes) {}

    TeamsServlet(@Nullable Bot bot, @Nullable Webhook webhook) {
        this.bot = bot;
        this.webhook = webhook;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = Objects.requireNonNull((byte[]) request.getAttribute(BODY), "the gate stands before the servlet");
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        try {
            if (path.equals("/messages") && bot != null) {
                message(bot, request, body, response);
            } else if (path.equals("/webhook") && webhook != null) {
                webhook(webhook, request, body, response);
            } else {
                Gate.refuse(response, HttpServletResponse.SC_NOT_FOUND, "nothing is here");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Gate.refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "stopping");
        }
    }

    private void message(Bot ours, HttpServletRequest request, byte[] body, HttpServletResponse response)
            throws IOException, InterruptedException {
        Caller caller;
        try {
            caller = ours.tokens().caller(request.getHeader("Authorization"));
        } catch (Refused e) {
            LOG.log(Level.DEBUG, "A request was not believed: " + e.why());
            Gate.refuse(response, HttpServletResponse.SC_UNAUTHORIZED, e.why());
            return;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Nobody can be believed now: " + e.getMessage());
            Gate.refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the keys cannot be had");
            return;
        }
        Optional<Activity> activity = activity(body);
        if (activity.isEmpty()) {
            Gate.refuse(response, HttpServletResponse.SC_BAD_REQUEST, "not an activity");
            return;
        }
        Optional<String> refusal = refusal(ours, caller, activity.get());
        if (refusal.isPresent()) {
            Gate.refuse(response, HttpServletResponse.SC_FORBIDDEN, refusal.get());
            return;
        }
        believed(ours, activity.get(), response);
    }

    private static Optional<String> refusal(Bot ours, Caller caller, Activity activity) {
        Optional<String> token = caller.refusal(activity.channelId(), activity.serviceUrl());
        if (token.isPresent()) {
            return token;
        }
        if (!activity.tenant().map(ours.tenants()::contains).orElse(false)) {
            return Optional.of("the tenant is not allowed");
        }
        return ours.hosts().allowed(activity.serviceUrl()).isEmpty()
                ? Optional.of("the service's host is not allowed")
                : Optional.empty();
    }

    private static void believed(Bot ours, Activity activity, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (activity.type().equals("invoke")) {
            Optional<ObjectNode> answer = ours.invokes().answer(activity);
            if (answer.isPresent()) {
                json(response, answer.get());
            } else {
                Gate.refuse(response, HttpServletResponse.SC_NOT_IMPLEMENTED, "that is not known");
            }
        } else if (ours.conversation().take(activity)) {
            response.setStatus(HttpServletResponse.SC_OK);
        } else {
            response.setHeader("Retry-After", "15");
            Gate.refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "too much is being asked");
        }
    }

    private static void webhook(Webhook ours, HttpServletRequest request, byte[] body, HttpServletResponse response)
            throws IOException, InterruptedException {
        String authorization = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (!ours.believes(authorization, body)) {
            Gate.refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "the signature does not fit");
            return;
        }
        Optional<Activity> activity = activity(body);
        if (activity.isPresent()) {
            json(response, ours.answer(activity.get()));
        } else {
            Gate.refuse(response, HttpServletResponse.SC_BAD_REQUEST, "not an activity");
        }
    }

    private static Optional<Activity> activity(byte[] body) {
        try {
            return Optional.of(Activity.read(body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void json(HttpServletResponse response, ObjectNode body) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("application/json;charset=utf-8");
        response.getWriter().write(body.toString());
    }
}
