package sourcebook.slack.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class UnknownChannelsTest {
    @Test
    void aPrivateAnswerDoesNotWaitForATokenThatCannotBeHad() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Slack slack = Slack.getInstance()) {
            WebApi api = new WebApi(slack, team -> {
                asked.incrementAndGet();
                throw new IOException("no token can be had");
            });

            assertThat(api.knownToBeShared("T1", "C1")).isFalse();
            assertThat(api.knownToBeShared("T1", "C1")).isFalse();
            assertThat(asked).hasValue(1);
            assertThatThrownBy(() -> api.externallyShared("T1", "C1")).isInstanceOf(IOException.class);
        }
    }
}
