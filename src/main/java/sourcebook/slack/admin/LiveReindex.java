package sourcebook.slack.admin;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sourcebook.library.Librarian;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.render.slack.Seals;
import sourcebook.render.slack.SlackMessage;
import sourcebook.render.slack.SlackReindex;
import sourcebook.render.slack.SlackReindex.Ended;
import sourcebook.slack.delivery.Delivery;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.delivery.Outgoing;
import sourcebook.slack.delivery.WebApi;
import sourcebook.slack.talk.Talk;

/**
 * Starts a reindex and keeps one message about it up to date until it ended. The message is posted where it was ordered if
 * all may be told there, with figures alone; to the person alone it tells everything. Safe for many threads.
 */
public final class LiveReindex {
    private static final System.Logger LOG = System.getLogger(LiveReindex.class.getName());

    private final Talk talk;
    private final Delivery delivery;
    private final Duration pace;

    /** Reindexes ordered here, which are not reported elsewhere. */
    private final Set<String> ours = ConcurrentHashMap.newKeySet();

    /**
     * Keeps messages up to date.
     *
     * @param pace so much time lies between two changes of a message; Slack takes fifty a minute
     */
    public LiveReindex(Talk talk, Delivery delivery, Duration pace) {
        this.talk = talk;
        this.delivery = delivery;
        this.pace = pace;
    }

    /** Whether a reindex was ordered here. */
    boolean ordered(String run) {
        return ours.contains(run);
    }

    /** Starts it; the sentence says so, or who is before. */
    Outgoing start(Origin origin, Order order) throws IOException {
        long before = live();
        CompletableFuture<Reindex> end = new CompletableFuture<>();
        return switch (talk.librarian().start(order, Progress.Watcher.NONE, end::complete)) {
            case Librarian.Start.Busy busy -> Outgoing.sentence("A reindex is running already: " + busy.holder() + ".");
            case Librarian.Start.Started started -> {
                ours.add(started.first().run());
                delivery.aside(() -> follow(new Followed(origin, started.first(), before, end)));
                yield origin.channel().isEmpty() ? Outgoing.NOTHING : Outgoing.sentence("The reindex has begun.");
            }
        };
    }

    /** A reindex that is being followed, by whose order, and what was served before it. */
    private record Followed(Origin origin, Progress first, long before, CompletableFuture<Reindex> end) {}

    private void follow(Followed reindex) throws IOException {
        Origin origin = reindex.origin();
        Message message = begun(reindex).orElse(null);
        Reindex outcome = waited(reindex, message).orElse(null);
        if (message == null) {
            delivery.privately(origin, Outgoing.privately(message(reindex, outcome, true)));
        } else {
            message.last(message(reindex, outcome, message.whole));
        }
    }

    /** The message that is kept up to date; empty where none could be posted, and only the end is told. */
    private Optional<Message> begun(Followed reindex) {
        try {
            return talk.api().hasToken(reindex.origin().team()) ? Optional.of(opened(reindex)) : Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A reindex cannot be followed in Slack: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Posts the message where it was ordered if all there may read it, else to the person alone. */
    private Message opened(Followed reindex) throws IOException {
        Origin origin = reindex.origin();
        SlackMessage first =
                SlackReindex.running(reindex.first(), talk.sealing().forPerson(origin));
        boolean alone = origin.direct() || origin.channel().isEmpty();
        if (!alone) {
            try {
                if (talk.refusal(origin, true).isEmpty()) {
                    return new Message(origin, talk.api().posted(origin.team(), origin.channel(), null, first), false);
                }
            } catch (WebApi.Refused e) {
                LOG.log(Level.INFO, "A reindex is told to who ordered it alone: " + e.getMessage());
            }
        }
        return new Message(origin, talk.api().posted(origin.team(), origin.user(), null, first), true);
    }

    /** The message about one reindex. */
    private final class Message {
        private final Origin origin;
        private final WebApi.Posted posted;
        private final boolean whole;

        Message(Origin origin, WebApi.Posted posted, boolean whole) {
            this.origin = origin;
            this.posted = posted;
            this.whole = whole;
        }

        void now(Progress progress) {
            try {
                Seals seals = talk.sealing().forPerson(origin);
                talk.api().update(origin.team(), posted, SlackReindex.running(progress, seals));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Where a reindex stands was not shown in Slack: " + e.getMessage());
            }
        }

        /** How it ended must not be lost: where the message is gone, it is told anew. */
        void last(SlackMessage message) {
            try {
                talk.api().update(origin.team(), posted, message);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "How a reindex ended is told in a new message: " + e.getMessage());
                delivery.privately(origin.alone(), Outgoing.privately(message));
            }
        }
    }

    /** Shows where it stands until it ended; empty where it broke off without a word. */
    private Optional<Reindex> waited(Followed reindex, @Nullable Message message) throws IOException {
        Progress shown = reindex.first();
        boolean gone = false;
        while (true) {
            try {
                return Optional.of(reindex.end().get(pace.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                Optional<Progress> now = progress(reindex);
                if (now.isEmpty() || now.get().stage().ended()) {
                    if (gone) {
                        return Optional.empty();
                    }
                    gone = true;
                } else if (message != null && !now.get().equals(shown)) {
                    shown = now.get();
                    message.now(shown);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while a reindex was followed", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a reindex ends with a value", e);
            }
        }
    }

    private Optional<Progress> progress(Followed reindex) throws IOException {
        return talk.librarian()
                .progress()
                .filter(progress -> progress.run().equals(reindex.first().run()));
    }

    private SlackMessage message(Followed reindex, @Nullable Reindex outcome, boolean whole) throws IOException {
        Progress last = progress(reindex).orElseGet(() -> reindex.first().ended("It broke off."));
        Report report = switch (outcome) {
            case Reindex.Published published -> published.report();
            case Reindex.Refused refused -> refused.report();
            case null, default -> null;
        };
        return SlackReindex.ended(
                new Ended(last, report, reindex.before(), whole), talk.sealing().forPerson(reindex.origin()));
    }

    private long live() throws IOException {
        return talk.librarian().generations().stream()
                .filter(KeptGeneration::live)
                .mapToLong(KeptGeneration::number)
                .findFirst()
                .orElse(0);
    }
}
