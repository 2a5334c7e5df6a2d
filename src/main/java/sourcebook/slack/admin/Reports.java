package sourcebook.slack.admin;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Report;
import sourcebook.library.report.Stage;
import sourcebook.render.slack.SlackMessage;
import sourcebook.render.slack.SlackReindex;
import sourcebook.render.slack.SlackReindex.Ended;
import sourcebook.slack.delivery.Delivery;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.talk.Talk;

/**
 * Tells in one channel how reindexes ended that were not ordered in Slack. The operator chose the channel, so all is told
 * there; its buttons still work for admins alone. To be called by one thread.
 */
public final class Reports {
    private final Talk talk;
    private final Delivery delivery;
    private final LiveReindex live;
    private final Origin there;
    private @Nullable String last;

    /**
     * Reports to a channel.
     *
     * @param channel team and channel id, joined by a colon
     */
    public Reports(Talk talk, Delivery delivery, LiveReindex live, String channel) {
        this.talk = talk;
        this.delivery = delivery;
        this.live = live;
        String[] parts = channel.split(":", 2);
        this.there = new Origin(parts[0], "", parts[1], null, false, null, null);
    }

    /** Looks whether a reindex has ended since the last look; what had ended before the first look is old. */
    public void look() throws IOException {
        Optional<Progress> now = talk.librarian().progress();
        String run = now.filter(progress -> progress.stage().ended())
                .map(Progress::run)
                .orElse(last == null ? "" : last);
        boolean first = last == null;
        boolean old = run.equals(last);
        last = run;
        if (!first && !old && now.isPresent() && !live.ordered(run)) {
            tell(now.get());
        }
    }

    private void tell(Progress ended) throws IOException {
        Report report = report(ended).orElse(null);
        boolean nothing = ended.stage() == Stage.LIVE && report == null;
        if (!nothing) {
            long before = report == null ? 0 : before(report.generation());
            SlackMessage message = SlackReindex.ended(
                    new Ended(ended, report, before, true), talk.sealing().forChannel(there));
            delivery.aside(() -> talk.api().post(there.team(), there.channel(), null, message));
        }
    }

    /** The report of this very reindex; where it changed nothing or broke off, the last report is an older one's. */
    private Optional<Report> report(Progress ended) throws IOException {
        boolean published = ended.stage() == Stage.LIVE && ended.reasons().isEmpty();
        return published || ended.stage() == Stage.REFUSED ? talk.librarian().report() : Optional.empty();
    }

    private long before(long generation) throws IOException {
        return talk.librarian().generations().stream()
                .mapToLong(KeptGeneration::number)
                .filter(number -> number < generation)
                .findFirst()
                .orElse(0);
    }
}
