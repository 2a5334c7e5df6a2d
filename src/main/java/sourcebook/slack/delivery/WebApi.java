package sourcebook.slack.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.assistant.SuggestedPrompt;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.render.slack.SlackMessage;

/**
 * Our calls to Slack's Web API: each takes at most five seconds, waits when Slack says that it should, and is made again
 * only where Slack did not take the first. To be called on threads that may wait. Safe for many threads.
 */
public final class WebApi {
    private static final System.Logger LOG = System.getLogger(WebApi.class.getName());
    private static final int TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration CHANNELS_KNOWN = Duration.ofMinutes(10);
    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);
    private static final int CHANNELS = 10_000;

    private final Slack slack;
    private final Tokens tokens;
    private final Cache<String, Boolean> external = Caffeine.newBuilder()
            .maximumSize(CHANNELS)
            .expireAfterWrite(CHANNELS_KNOWN)
            .build();

    private final Cache<String, Boolean> unknown = Caffeine.newBuilder()
            .maximumSize(CHANNELS)
            .expireAfterWrite(UNKNOWN_FOR)
            .build();

    /** Finds the token of a team. */
    public interface Tokens {
        Optional<String> of(String team) throws IOException;

        /** Another token, in place of one that Slack says has expired; empty where there is none. */
        default Optional<String> instead(String team, String expired) throws IOException {
            return Optional.empty();
        }
    }

    public WebApi(Slack slack, Tokens tokens) {
        this.slack = slack;
        this.tokens = tokens;
    }

    private interface Call<T> {
        T with(MethodsClient client) throws IOException, SlackApiException;
    }

    public boolean hasToken(String team) throws IOException {
        return tokens.of(team).isPresent();
    }

    /**
     * Posts a message for all in a channel; a user's id as the channel is the direct conversation with them.
     *
     * @return the message's timestamp
     */
    public String post(String team, String channel, @Nullable String thread, SlackMessage message) throws IOException {
        return posted(team, channel, thread, message).timestamp();
    }

    /**
     * A message that is there, to be shown otherwise later.
     *
     * @param channel the id of the channel or direct conversation that it is in
     */
    public record Posted(String channel, String timestamp) {}

    /** The same as {@link #post}, with where the message is. */
    public Posted posted(String team, String channel, @Nullable String thread, SlackMessage message)
            throws IOException {
        ChatPostMessageResponse posted = call(
                team,
                client -> client.chatPostMessage(request -> request.channel(channel)
                        .threadTs(thread)
                        .text(message.fallback())
                        .blocksAsString(message.blocks().toString())
                        .parse("none")
                        .linkNames(false)
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
        return new Posted(posted.getChannel() == null ? channel : posted.getChannel(), posted.getTs());
    }

    /** Shows a message of ours otherwise. */
    public void update(String team, Posted posted, SlackMessage message) throws IOException {
        call(
                team,
                client -> client.chatUpdate(request -> request.channel(posted.channel())
                        .ts(posted.timestamp())
                        .text(message.fallback())
                        .blocksAsString(message.blocks().toString())
                        .parse("none")
                        .linkNames(false)));
    }

    /** Posts a message that only one person sees. */
    public void postPrivately(Origin origin, SlackMessage message) throws IOException {
        call(
                origin.team(),
                client -> client.chatPostEphemeral(request -> request.channel(origin.channel())
                        .user(origin.user())
                        .threadTs(origin.thread())
                        .text(message.fallback())
                        .blocksAsString(message.blocks().toString())
                        .parse("none")
                        .linkNames(false)));
    }

    public void openView(String team, String trigger, String view) throws IOException {
        call(
                team,
                client -> client.viewsOpen(request -> request.triggerId(trigger).viewAsString(view)));
    }

    public void publishHome(String team, String user, String view) throws IOException {
        call(team, client -> client.viewsPublish(request -> request.userId(user).viewAsString(view)));
    }

    /** Whether people of other organisations are in a channel. */
    public boolean externallyShared(String team, String channel) throws IOException {
        Boolean known = external.getIfPresent(team + ":" + channel);
        if (known != null) {
            return known;
        }
        boolean shared = call(team, client -> client.conversationsInfo(request -> request.channel(channel)))
                .getChannel()
                .isExtShared();
        external.put(team + ":" + channel, shared);
        return shared;
    }

    /** The same, false of a channel that cannot be looked up just now, such as a private one that we are not in. */
    public boolean knownToBeShared(String team, String channel) {
        String id = team + ":" + channel;
        if (unknown.getIfPresent(id) != null) {
            return false;
        }
        try {
            return hasToken(team) && externallyShared(team, channel);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A channel cannot be looked up: " + e.getMessage());
            unknown.put(id, Boolean.TRUE);
            return false;
        }
    }

    public void unfurl(String team, String channel, String message, String unfurls) throws IOException {
        call(
                team,
                client -> client.chatUnfurl(
                        request -> request.channel(channel).ts(message).rawUnfurls(unfurls)));
    }

    public void assistantPrompts(Origin origin, List<String> questions) throws IOException {
        var prompts = questions.stream()
                .map(question -> new SuggestedPrompt(question, question))
                .toList();
        call(
                origin.team(),
                client -> client.assistantThreadsSetSuggestedPrompts(request -> request.channelId(origin.channel())
                        .threadTs(String.valueOf(origin.thread()))
                        .title("For example")
                        .prompts(prompts)));
    }

    public void assistantStatus(Origin origin, String status) throws IOException {
        call(
                origin.team(),
                client -> client.assistantThreadsSetStatus(request -> request.channelId(origin.channel())
                        .threadTs(String.valueOf(origin.thread()))
                        .status(status)));
    }

    public void assistantTitle(Origin origin, String title) throws IOException {
        call(
                origin.team(),
                client -> client.assistantThreadsSetTitle(request -> request.channelId(origin.channel())
                        .threadTs(String.valueOf(origin.thread()))
                        .title(title)));
    }

    private <T extends SlackApiTextResponse> T call(String team, Call<T> call) throws IOException {
        String token = tokens.of(team).orElseThrow(() -> new IOException("there is no token for the team " + team));
        try {
            return made(token, call);
        } catch (Refused e) {
            if (!e.error().equals("token_expired")) {
                throw e;
            }
            return made(tokens.instead(team, token).orElseThrow(() -> e), call);
        }
    }

    private <T extends SlackApiTextResponse> T made(String token, Call<T> call) throws IOException {
        MethodsClient client = slack.methods(token);
        for (int attempt = 1; ; attempt++) {
            Duration wait;
            try {
                T response = call.with(client);
                if (response.isOk()) {
                    return response;
                }
                throw new Refused(String.valueOf(response.getError()));
            } catch (SlackApiException e) {
                wait = patience(e);
                if (attempt == TRIES || wait.isNegative()) {
                    throw new IOException("Slack answered " + e.getResponse().code(), e);
                }
            } catch (ConnectException e) {
                wait = Duration.ofSeconds(attempt);
                if (attempt == TRIES) {
                    throw e;
                }
            } catch (RuntimeException e) {
                throw new IOException("Slack answered something that cannot be read", e);
            }
            pause(wait);
        }
    }

    /** Slack did not do what was asked. */
    public static final class Refused extends IOException {
        private final String error;

        Refused(String error) {
            super("Slack refused: " + error);
            this.error = error;
        }

        String error() {
            return error;
        }
    }

    /** How long to wait before another try; negative where there should be none. */
    private static Duration patience(SlackApiException e) {
        int status = e.getResponse().code();
        if (status == UNAVAILABLE) {
            return Duration.ofSeconds(1);
        }
        Duration wait = retryAfter(e.getResponse().header("Retry-After"));
        return status == TOO_MANY && wait.compareTo(LONGEST_WAIT) <= 0 ? wait : Duration.ofSeconds(-1);
    }

    public static Duration retryAfter(@Nullable String header) {
        return header != null && header.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(header))
                : Duration.ofSeconds(1);
    }

    public static void pause(Duration wait) throws IOException {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for Slack", e);
        }
    }
}
