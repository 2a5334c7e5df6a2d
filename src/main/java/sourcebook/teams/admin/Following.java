package sourcebook.teams.admin;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import sourcebook.library.Librarian;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.render.teams.Card;

/**
 * Keeps one message at where a reindex stands, until it has ended. The reindex tells on its own thread, and one other
 * thread keeps the message.
 */
public final class Following implements Progress.Watcher, Librarian.Ending {
    private static final System.Logger LOG = System.getLogger(Following.class.getName());

    /** A long reindex is shown less and less often, at last after so many gaps: Teams counts changes by the hour. */
    private static final int LONGEST = 5;

    private final Duration gap;
    private final Drawing drawing;
    private final CompletableFuture<Reindex> outcome = new CompletableFuture<>();
    private volatile @Nullable Progress latest;

    /** Makes cards of where it stands. */
    interface Drawing {
        Card running(Progress now);

        Card ended(@Nullable Progress last, Reindex outcome) throws IOException;
    }

    /** The message that is kept. */
    public interface Message {
        void change(Card card) throws IOException, InterruptedException;
    }

    /**
     * Follows a reindex that is about to start.
     *
     * @param gap how long a message stays as it is, at least; Teams slows down those who change theirs more often
     */
    Following(Duration gap, Drawing drawing) {
        this.gap = gap;
        this.drawing = drawing;
    }

    @Override
    public void at(Progress progress) {
        latest = progress;
    }

    @Override
    public void ended(Reindex how) {
        outcome.complete(how);
    }

    /** Keeps a message until the reindex has ended, and some seconds longer where it broke off without a word. */
    public void keep(Message message) throws IOException, InterruptedException {
        @Nullable Progress shown = null;
        long millis = gap.toMillis();
        while (true) {
            try {
                Reindex how = outcome.get(millis, TimeUnit.MILLISECONDS);
                message.change(drawing.ended(latest, how));
                return;
            } catch (TimeoutException e) {
                Progress now = latest;
                if (now != null && now != shown) {
                    shown = now;
                    show(message, now);
                    millis = Math.min(millis + gap.toMillis() / 2, LONGEST * gap.toMillis());
                } else if (now != null && now.stage().ended()) {
                    return;
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What fails here is made good by the next change. */
    private void show(Message message, Progress now) throws InterruptedException {
        try {
            message.change(drawing.running(now));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Where a reindex stands could not be shown", e);
        }
    }
}
