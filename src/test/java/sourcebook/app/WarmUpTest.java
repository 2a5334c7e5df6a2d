package sourcebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.answer.Answering;
import sourcebook.library.Library;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;

final class WarmUpTest {
    @Test
    void theServiceIsNotReadyUntilQuestionsWereAsked(@TempDir Path folder) throws IOException {
        Path corpus = SmallCorpus.in(folder).root();
        try (Library library = new Library(corpus, folder.resolve("state"), null, Clock.systemUTC())) {
            library.reindex(Order.by(Cli.OPERATOR), Progress.Watcher.NONE);
            AtomicInteger leases = new AtomicInteger();
            WarmUp warmUp = new WarmUp(new Answering(() -> {
                leases.incrementAndGet();
                return library.lease();
            }));

            assertThat(warmUp.pending()).hasValue("the server is warming up");
            warmUp.run();

            assertThat(warmUp.pending()).isEmpty();
            assertThat(leases).hasValueGreaterThan(10);
        }
    }

    @Test
    void whatFailsKeepsNobodyFromAsking() {
        WarmUp warmUp = new WarmUp(new Answering(Optional::empty));

        warmUp.run();

        assertThat(warmUp.pending()).isEmpty();
    }
}
