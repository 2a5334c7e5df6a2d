package sourcebook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sourcebook.journal.MovingClock;
import sourcebook.render.slack.Seals;
import sourcebook.slack.delivery.Origin;
import sourcebook.slack.talk.Sealing;

final class SealingTest {
    private static final Origin ADA = new Origin("T1", "U1", "C1", null, false, null, null);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T10:00:00Z"));
    private final Sealing sealing = new Sealing("a secret of tests", clock);

    @Test
    void whatWasSealedForAPersonOpensForThatPersonEverywhere() {
        String sealed = sealing.forPerson(ADA).seal("share", "a.b\u0000|c\n");

        assertThat(sealing.open("share", ADA, sealed)).contains("a.b\u0000|c\n");
        assertThat(sealing.open("share", new Origin("T1", "U1", "C2", "1.1", false, null, null), sealed))
                .isPresent();
        assertThat(sealed.length() - 8).isLessThanOrEqualTo(Seals.MAX_SEAL);
    }

    @Test
    void whatWasSealedForAChannelOpensForEveryoneThere() {
        String sealed = sealing.forChannel(ADA).seal("more", "1 how long?");

        assertThat(sealing.open("more", new Origin("T1", "U2", "C1", "1.1", false, null, null), sealed))
                .contains("1 how long?");
        assertThat(sealing.open("more", new Origin("T1", "U1", "C2", null, false, null, null), sealed))
                .isEmpty();
    }

    @Test
    void anotherPersonAnotherTeamAndAnotherActionAreRefused() {
        String sealed = sealing.forPerson(ADA).seal("share", "value");

        assertThat(List.of(
                        sealing.open("share", new Origin("T1", "U2", "C1", null, false, null, null), sealed),
                        sealing.open("share", new Origin("T2", "U1", "C1", null, false, null, null), sealed),
                        sealing.open("share", new Origin("T1", "C1", "U1", null, false, null, null), sealed),
                        sealing.open("context", ADA, sealed),
                        new Sealing("another secret", clock).open("share", ADA, sealed)))
                .allSatisfy(opened -> assertThat(opened).isEmpty());
    }

    @Test
    void aButtonGrowsTooOldAndOneFromTheFutureIsNotOurs() {
        String sealed = sealing.forPerson(ADA).seal("share", "value");

        clock.move(Sealing.VALID);
        assertThat(sealing.open("share", ADA, sealed)).isPresent();
        clock.move(Duration.ofSeconds(1));
        assertThat(sealing.open("share", ADA, sealed)).isEmpty();
        clock.move(Sealing.VALID.negated().minusHours(1));
        assertThat(sealing.open("share", ADA, sealed)).isEmpty();
    }

    @Test
    void nothingThatWasAlteredOpens() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String sealed = sealing.forPerson(ADA).seal("share", "{\"q\":\"how long?\"}");
        for (int round = 0; round < 2_000; round++) {
            StringBuilder altered = new StringBuilder(sealed);
            int at = random.nextInt(altered.length());
            altered.setCharAt(at, (char) (altered.charAt(at) ^ 1 + random.nextInt(30)));

            assertThat(sealing.open("share", ADA, altered.toString()))
                    .as("seed %d, %s", seed, altered)
                    .isEmpty();
        }
    }
}
