package sourcebook.teams.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Stage;
import sourcebook.render.Links;
import sourcebook.render.teams.Card;
import sourcebook.render.teams.TeamsCards;

/** One message follows a reindex, whatever becomes of either. */
final class FollowingTest {
    private static final Duration GAP = Duration.ofMillis(30);
    private static final TeamsCards CARDS = new TeamsCards(new Links("https://quotes.test"));

    private final List<String> shown = new ArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Following following = new Following(GAP, new Following.Drawing() {
        @Override
        public Card running(Progress now) {
            return CARDS.sentence(now.stage() + " " + now.done());
        }

        @Override
        public Card ended(@Nullable Progress last, Reindex outcome) {
            return CARDS.sentence("ended " + outcome.getClass().getSimpleName());
        }
    });

    @AfterEach
    void stop() {
        thread.shutdownNow();
    }

    @Test
    void theLatestIsShownAndThenTheEnd() throws Exception {
        following.at(progress(Stage.READING, 1));
        following.at(progress(Stage.READING, 2));
        CompletableFuture<String> first = new CompletableFuture<>();
        Future<?> kept = keep(card -> {
            shown.add(card.summary());
            first.complete(card.summary());
        });
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("reading 2");

        following.ended(new Reindex.Cancelled("Jane"));

        kept.get(20, TimeUnit.SECONDS);
        assertThat(shown).containsExactly("reading 2", "ended Cancelled");
    }

    @Test
    void whatIsNotNewIsNotShownAgain() throws Exception {
        following.at(progress(Stage.BUILDING, 1));
        Future<?> kept = keep(card -> shown.add(card.summary()));
        Thread.sleep(10 * GAP.toMillis());

        following.ended(new Reindex.Failed("It broke."));

        kept.get(20, TimeUnit.SECONDS);
        assertThat(shown).containsExactly("building 1", "ended Failed");
    }

    @Test
    void aMessageThatCannotBeChangedNowIsChangedLater() throws Exception {
        following.at(progress(Stage.READING, 1));
        CompletableFuture<String> tried = new CompletableFuture<>();
        Future<?> kept = keep(card -> {
            if (tried.complete(card.summary())) {
                throw new IOException("the Bot Connector answered 502");
            }
            shown.add(card.summary());
        });
        tried.get(20, TimeUnit.SECONDS);

        following.at(progress(Stage.READING, 2));
        following.ended(new Reindex.Cancelled("Jane"));

        kept.get(20, TimeUnit.SECONDS);
        assertThat(shown).endsWith("ended Cancelled");
    }

    @Test
    void aReindexThatBreaksOffWithoutAWordIsLeft() throws Exception {
        following.at(progress(Stage.FAILED, 0));

        keep(card -> shown.add(card.summary())).get(20, TimeUnit.SECONDS);

        assertThat(shown).containsExactly("failed 0");
    }

    private Future<?> keep(Following.Message message) {
        return thread.submit(() -> {
            following.keep(message);
            return shown;
        });
    }

    private static Progress progress(Stage stage, long done) {
        return new Progress(
                "run", "Jane", 1, Instant.EPOCH, stage, done, 9, "files", 60, Progress.Work.NONE, List.of());
    }
}
