package sourcebook.slack;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Answering;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.render.slack.Shared;
import sourcebook.render.slack.SlackAnswer;
import sourcebook.render.slack.SlackHelp;
import sourcebook.render.slack.SlackMessage;

/**
 * What is said in Slack, apart from how it travels: each call returns the JSON to acknowledge with, within the time
 * that Slack gives, and whatever takes longer is posted later. The asker always gets an answer or a reason. Safe for
 * many threads.
 */
final class Conversation {
    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());
    private static final int QUOTES = 3;
    private static final int EXAMPLES = 3;
    private static final String BUSY = "Too many questions are being answered right now. Please ask again in a minute.";
    private static final String BROKEN = "Something went wrong on our side, and it has been logged. Please ask again.";
    private static final String GONE =
            "The corpus has changed since you asked, and no longer has just these words. Please ask again.";

    private final Answering answering;
    private final SlackAnswer render;
    private final ResponseUrls responses;
    private final Executor executor;
    private final Duration patience;

    /**
     * A conversation.
     *
     * @param executor does the answering; may refuse work, which is told to the asker
     * @param patience how long an acknowledgement may wait for the answer; Slack gives up after three seconds
     */
    Conversation(
            Answering answering, SlackAnswer render, ResponseUrls responses, Executor executor, Duration patience) {
        this.answering = answering;
        this.render = render;
        this.responses = responses;
        this.executor = executor;
        this.patience = patience;
    }

    /** {@code /outsourcing} with whatever was typed after it. */
    String command(@Nullable String typed, @Nullable String responseUrl) {
        String text = typed == null ? "" : typed.strip();
        String word = text.toLowerCase(Locale.ROOT);
        if (text.isEmpty() || word.equals("help") || word.equals("?")) {
            return inTime(this::help, responseUrl);
        }
        return inTime(() -> answer(text).privately(), responseUrl);
    }

    /** A button that asks a question anew: acknowledged with nothing, answered at the response address. */
    void ask(String question, @Nullable String responseUrl) {
        later(() -> answer(question).privatelyBeside(), responseUrl);
    }

    /** The share button: the quotes for the whole channel, or a private reason why not. */
    void share(String value, String sharedBy, @Nullable String responseUrl) {
        later(() -> shared(value, sharedBy), responseUrl);
    }

    private interface Work {
        String message() throws IOException;
    }

    private String help() throws IOException {
        return SlackHelp.help(answering.examples(EXAMPLES)).privately();
    }

    private SlackMessage answer(String question) throws IOException {
        Reply reply = answering.ask(question, null, QUOTES);
        LOG.log(Level.INFO, () -> "slack " + summary(reply));
        return render.render(reply);
    }

    private static String summary(Reply reply) {
        return reply.answer().getClass().getSimpleName() + " generation " + reply.generation() + " in " + reply.millis()
                + " ms";
    }

    private String shared(String value, String sharedBy) throws IOException {
        Optional<Shared> shared = Shared.fromValue(value);
        List<Quote> quotes =
                shared.isEmpty() ? List.of() : answering.again(shared.get().places());
        return shared.isEmpty() || !shared.get().fits(quotes)
                ? SlackHelp.sentence(GONE).privatelyBeside()
                : render.shared(shared.get().question(), quotes, sharedBy).inChannel();
    }

    /** The message if it is ready in time, else a sentence now and the message at the response address. */
    private String inTime(Work work, @Nullable String responseUrl) {
        CompletableFuture<String> message;
        try {
            message = CompletableFuture.supplyAsync(() -> done(work), executor);
        } catch (RejectedExecutionException e) {
            return sentence(BUSY);
        }
        try {
            return message.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return postLater(message, responseUrl);
        } catch (ExecutionException e) {
            return failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sentence(BROKEN);
        }
    }

    private String postLater(CompletableFuture<String> message, @Nullable String responseUrl) {
        Optional<URI> url = responses.allowed(responseUrl);
        if (url.isEmpty()) {
            message.cancel(false);
            return sentence("This takes longer than Slack waits, and Slack gave no address to answer at. Please ask"
                    + " again.");
        }
        message.thenAcceptAsync(json -> post(url.get(), json), responses.later());
        return sentence("Searching… the answer comes in a moment.");
    }

    private void later(Work work, @Nullable String responseUrl) {
        Optional<URI> url = responses.allowed(responseUrl);
        if (url.isEmpty()) {
            LOG.log(Level.WARNING, "A button was pressed without an address to answer at that may be used");
            return;
        }
        responses.later().execute(() -> post(url.get(), inLine(work)));
    }

    /** The message once a worker had time for it; busy or broken is a message as well. */
    private String inLine(Work work) {
        try {
            return CompletableFuture.supplyAsync(() -> done(work), executor).join();
        } catch (RejectedExecutionException e) {
            return sentence(BUSY);
        }
    }

    private static String done(Work work) {
        try {
            return work.message();
        } catch (Answering.NotReady e) {
            return sentence("The first index is still being built. Please ask again in a moment.");
        } catch (IOException | RuntimeException e) {
            return failed(e);
        }
    }

    private void post(URI url, String json) {
        try {
            responses.post(url, json);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A late answer did not reach Slack: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String failed(Exception e) {
        LOG.log(Level.ERROR, "A question from Slack failed", e);
        return sentence(BROKEN);
    }

    private static String sentence(String sentence) {
        return SlackHelp.sentence(sentence).privatelyBeside();
    }
}
