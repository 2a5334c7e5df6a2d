package sourcebook.slack.delivery;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import sourcebook.answer.Answering;
import sourcebook.render.slack.SlackMessage;

/**
 * Gets work done in line and its message to whoever waits for it: in the acknowledgement if it is quick, at the response
 * address if it is not, by a call to Slack if there is no such address. There is always a message. Safe for many threads.
 */
public final class Delivery {
    private static final System.Logger LOG = System.getLogger(Delivery.class.getName());
    public static final String BUSY = "Too many questions are being answered right now. Please ask again in a minute.";
    public static final String HURRIED =
            "That was a lot of questions in a short time. Please wait a minute, then ask again.";
    private static final String BROKEN = "Something went wrong on our side, and it has been logged. Please ask again.";
    private static final String STOPPING = "I am being restarted just now. Please ask again in a minute.";
    private static final int ANSWERED_AT_ONCE = 16;

    private final Workers workers;
    private final ResponseUrls responses;
    private final WebApi api;
    private final Allowance allowance;
    private final Duration patience;
    private final Semaphore waiting = new Semaphore(ANSWERED_AT_ONCE);

    /**
     * Delivers.
     *
     * @param patience how long an acknowledgement may wait for the answer; Slack gives up after three seconds
     */
    public Delivery(Workers workers, ResponseUrls responses, WebApi api, Allowance allowance, Duration patience) {
        this.workers = workers;
        this.responses = responses;
        this.api = api;
        this.allowance = allowance;
        this.patience = patience;
    }

    /** Something that becomes a message. */
    public interface Work {
        Outgoing message() throws IOException;
    }

    /** Something that becomes a message for everyone who reads along. */
    public interface Destination {
        void post(SlackMessage message) throws IOException;
    }

    /** The message if it is ready in time, else a sentence now and the message at the response address. */
    public String inTime(Origin origin, Work work) {
        if (!allowance.take(origin)) {
            return Outgoing.sentence(HURRIED).json();
        }
        int before = workers.waiting();
        CompletableFuture<Outgoing> message;
        try {
            message = inLine(work);
        } catch (RejectedExecutionException e) {
            return Outgoing.sentence(BUSY).json();
        }
        return quick(message).map(Outgoing::json).orElseGet(() -> postLater(origin, message, before));
    }

    /** The message at the response address, or where there is none, as one that only its receiver sees. */
    public void later(Origin origin, Work work) {
        Supplier<Outgoing> message = () -> waited(origin, work);
        responses.later().execute(() -> {
            Outgoing ready = message.get();
            if (ready != Outgoing.NOTHING) {
                privately(origin, ready);
            }
        });
    }

    /** The message to a place that the caller knows how to post to; refusals go to the person alone. */
    public void to(Destination destination, Origin origin, Work work) {
        responses.later().execute(() -> {
            Outgoing message = waited(origin, work);
            try {
                if (message.toAll()) {
                    destination.post(message.message());
                } else {
                    privately(origin, message);
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "An answer did not reach Slack: " + e.getMessage());
                privately(origin, Outgoing.sentence(unreached(e)));
            }
        });
    }

    /** Something to be done at Slack by the way, whose failure is only logged. */
    public void aside(Aside aside) {
        responses.later().execute(() -> {
            try {
                aside.run();
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "Slack was not told: " + e.getMessage());
            }
        });
    }

    /** What {@link #aside} does. */
    public interface Aside {
        void run() throws IOException;
    }

    private static String unreached(IOException e) {
        boolean outside = e instanceof WebApi.Refused refused && refused.error().contains("channel");
        return outside
                ? "I can't post in this channel. Invite me with /invite @Sourcebook, then try again."
                : "Slack did not take the answer. Please try again in a minute.";
    }

    private Optional<Outgoing> quick(CompletableFuture<Outgoing> message) {
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(message.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(failed(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Outgoing.sentence(BROKEN));
        } finally {
            waiting.release();
        }
    }

    private String postLater(Origin origin, CompletableFuture<Outgoing> message, int before) {
        if (responses.allowed(origin.responseUrl()).isEmpty()) {
            message.cancel(false);
            return Outgoing.sentence("This takes longer than Slack waits, and Slack gave no address to answer at."
                            + " Please ask again.")
                    .json();
        }
        responses.later().execute(() -> privately(origin, message.join()));
        String place = before == 0
                ? ""
                : " There " + (before == 1 ? "is 1 question" : "are " + before + " questions") + " before yours.";
        return Outgoing.sentence("Searching… the answer comes in a moment." + place)
                .json();
    }

    private Outgoing waited(Origin origin, Work work) {
        if (!allowance.take(origin)) {
            return Outgoing.sentence(HURRIED);
        }
        try {
            return inLine(work).join();
        } catch (RejectedExecutionException e) {
            return Outgoing.sentence(BUSY);
        }
    }

    private CompletableFuture<Outgoing> inLine(Work work) {
        return workers.submit(() -> done(work), Outgoing.sentence(STOPPING));
    }

    private static Outgoing done(Work work) {
        try {
            return work.message();
        } catch (Answering.NotReady e) {
            return Outgoing.sentence("The first index is still being built. Please ask again in a moment.");
        } catch (IOException | RuntimeException e) {
            return failed(e);
        }
    }

    /** The message to the person alone, at the response address or by a call; a failure is only logged. */
    public void privately(Origin origin, Outgoing message) {
        try {
            Optional<URI> url = responses.allowed(origin.responseUrl());
            if (url.isPresent()) {
                responses.post(url.get(), message.json());
            } else if (origin.direct() || origin.channel().isEmpty()) {
                String channel = origin.channel().isEmpty() ? origin.user() : origin.channel();
                api.post(origin.team(), channel, origin.thread(), message.message());
            } else {
                api.postPrivately(origin, message.message());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "An answer did not reach Slack: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outgoing failed(Exception e) {
        LOG.log(Level.ERROR, "A question from Slack failed", e);
        return Outgoing.sentence(BROKEN);
    }
}
