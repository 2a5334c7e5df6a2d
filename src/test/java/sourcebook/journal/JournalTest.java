package sourcebook.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.dialogue.Strand;
import sourcebook.dialogue.Subject;
import sourcebook.model.Quote;
import sourcebook.model.Span;

@SuppressWarnings("NullAway.Init")
final class JournalTest {
    private static final String SECRET = "a secret of tests with more than enough letters";
    private static final Person ADA = new Person("slack", "T1", "U1");
    private static final Person OTHER_ADA = new Person("slack", "T2", "U1");

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T10:00:00Z"));

    @Test
    void aDeliveryThatWasNotDoneAfterAllIsTakenAgain() throws IOException {
        try (Journal journal = open()) {
            assertThat(journal.deliveries().first("teams:message:1")).isTrue();

            journal.deliveries().forget("teams:message:1");

            assertThat(journal.deliveries().first("teams:message:1")).isTrue();
            assertThat(journal.deliveries().first("teams:message:1")).isFalse();
        }
    }

    @Test
    void aDeliveryIsFirstOnceEvenAfterARestart() throws IOException {
        try (Journal journal = open()) {
            assertThat(journal.deliveries().first("slack:event:Ev1")).isTrue();
            assertThat(journal.deliveries().first("slack:event:Ev1")).isFalse();
            assertThat(journal.deliveries().first("slack:event:Ev2")).isTrue();
        }

        try (Journal journal = open()) {
            assertThat(journal.deliveries().first("slack:event:Ev1")).isFalse();
        }
    }

    @Test
    void ofManyWhoSeeADeliveryAtOnceOneIsFirst() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (Journal journal = open();
                var threads = Executors.newFixedThreadPool(16)) {
            List<Future<Boolean>> told = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return journal.deliveries().first("slack:event:Ev1");
                    }))
                    .toList();
            start.countDown();

            int firsts = 0;
            for (Future<Boolean> one : told) {
                firsts += one.get() ? 1 : 0;
            }
            assertThat(firsts).isEqualTo(1);
        }
    }

    @Test
    void oldDeliveriesAreForgottenAndYoungOnesKept() throws IOException {
        try (Journal journal = open()) {
            journal.deliveries().first("old");
            clock.move(Deliveries.REMEMBERED.minusMinutes(1));
            journal.deliveries().first("young");
            clock.move(Duration.ofMinutes(2));
        }

        try (Journal journal = open()) {
            assertThat(journal.deliveries().first("old")).isTrue();
            assertThat(journal.deliveries().first("young")).isFalse();
        }
    }

    @Test
    void aPersonSeesTheirOwnQuestionsTheLatestFirst() throws IOException {
        try (Journal journal = open()) {
            journal.asked().add(ADA, "first?");
            journal.asked().add(ADA, "second?");
            journal.asked().add(OTHER_ADA, "somebody else's?");
            journal.asked().add(ADA, "first?");

            assertThat(journal.asked().recent(ADA, 10)).containsExactly("first?", "second?");
        }
    }

    @Test
    void onlySoManyQuestionsAreKeptAndForSoLong() throws IOException {
        try (Journal journal = open()) {
            for (int i = 0; i < 30; i++) {
                journal.asked().add(ADA, "question " + i);
            }
            assertThat(journal.asked().recent(ADA, 100)).hasSize(Asked.MOST).startsWith("question 29");

            clock.move(Duration.ofDays(31));
            assertThat(journal.asked().recent(ADA, 100)).isEmpty();
            journal.prune();
        }

        assertThat(bytesHold("question 29")).isFalse();
    }

    @Test
    void noQuestionIsWrittenWhereNoneIsToBeKept() throws IOException {
        try (Journal journal = Journal.open(new Journal.Terms(file(), SECRET, Duration.ZERO), clock)) {
            journal.asked().add(ADA, "a very private question");

            assertThat(journal.asked().recent(ADA, 10)).isEmpty();
        }

        assertThat(bytesHold("very private")).isFalse();
    }

    @Test
    void aPersonsQuestionsAreForgottenWhenTheyAsk() throws IOException {
        try (Journal journal = open()) {
            journal.asked().add(ADA, "mine?");
            journal.asked().add(OTHER_ADA, "theirs?");

            journal.asked().forget(ADA);

            assertThat(journal.asked().recent(ADA, 10)).isEmpty();
            assertThat(journal.asked().recent(OTHER_ADA, 10)).containsExactly("theirs?");
        }
    }

    @Test
    void feedbackIsReadBackAsItWasGiven() throws IOException {
        Feedback.Opinion bad = new Feedback.Opinion(
                "slack", "T1", false, "out of date", List.of(new Quote.Place("a/b: c", new Span(3, 9))), 7);
        Feedback.Opinion good = new Feedback.Opinion("teams", "", true, "", List.of(), 0);
        try (Journal journal = open()) {
            journal.feedback().add(bad);
            journal.feedback().add(good);
        }

        try (Journal journal = open()) {
            assertThat(journal.feedback().latest(10)).containsExactly(good, bad);
        }
    }

    @Test
    void whatAConversationIsAboutIsRememberedForAWhile() throws IOException {
        Strand thread = new Strand("slack", "T1", "C1", "1.1", "");
        Strand other = new Strand("slack", "T1", "C1", "", "U1");
        Subject met = new Subject("how long is the Met's contract?", "Metropolitan Police", null, "2015");
        try (Journal journal = open()) {
            journal.subjects().remember(thread, new Subject("earlier", null, "police/met", null));
            journal.subjects().remember(thread, met);
        }

        try (Journal journal = open()) {
            assertThat(journal.subjects().last(thread)).contains(met);
            assertThat(journal.subjects().last(other)).isEmpty();
            clock.move(Journal.CONVERSATIONS_KEPT.plusDays(1));
            journal.prune();
            assertThat(journal.subjects().last(thread)).isEmpty();
        }
    }

    @Test
    void whatIsForgottenRightAfterItWasKeptDoesNotComeBack() throws IOException {
        Strand thread = new Strand("slack", "T1", "C1", "1.1", "");
        try (Journal journal = open()) {
            journal.subjects().remember(thread, new Subject("a question", null, null, null));
            journal.subjects().forget(thread);
        }

        try (Journal journal = open()) {
            assertThat(journal.subjects().last(thread)).isEmpty();
        }
    }

    @Test
    void whatATeamLeavesBehindAMomentBeforeIsForgottenToo() throws IOException {
        Strand thread = new Strand("slack", "T1", "C1", "1.1", "");
        try (Journal journal = open()) {
            journal.subjects().remember(thread, new Subject("a question", null, null, null));
            journal.asked().add(ADA, "a last question");

            journal.forget("slack", "T1");

            assertThat(journal.subjects().last(thread)).isEmpty();
        }

        assertThat(bytesHold("a last question")).isFalse();
    }

    @Test
    void textsAreKeptUnderTheirIdsUntilTheyAreDeleted() throws IOException {
        try (Journal journal = open()) {
            journal.rules().put("slack:T1:C1", "on");
            journal.rules().put("slack:T1:C1", "off");
            journal.rules().put("slack:T1:C2", "on");
            clock.move(Duration.ofDays(400));
            journal.prune();

            assertThat(journal.rules().find("slack:T1:C1")).contains("off");
            assertThat(journal.references().find("slack:T1:C1")).isEmpty();
            assertThat(journal.rules().ids()).containsExactly("slack:T1:C1", "slack:T1:C2");
            journal.rules().delete("slack:T1:C1");
            assertThat(journal.rules().find("slack:T1:C1")).isEmpty();
        }
    }

    @Test
    void anInstallationIsReadBackAndItsTokensAreNowhereInTheFiles() throws IOException {
        Installation installed = new Installation(
                "T1", "Example", "UBOT", "xoxb-canary", "xoxe-canary", Instant.parse("2026-11-26T00:00:00Z"));
        try (Journal journal = open()) {
            installations(journal).save(installed);
            assertThat(installations(journal).find("T1")).contains(installed);
            assertThat(installations(journal).teams()).containsExactly("T1");
            assertThat(installed.toString()).doesNotContain("canary");
        }

        assertThat(bytesHold("canary")).isFalse();
    }

    @Test
    void anInstallationMovedToAnotherTeamOrAnotherSecretDoesNotOpen() throws IOException {
        Installation installed = new Installation("T1", "Example", "UBOT", "xoxb-1", null, null);
        byte[] sealed;
        try (Store store = Store.open(file())) {
            Space space = new Space(store, "installation", clock);
            new Installations(space, new Vault(SECRET)).save(installed);
            sealed = space.find("T1").orElseThrow();
            space.put("T2", sealed);

            assertThatThrownBy(() -> new Installations(space, new Vault(SECRET)).find("T2"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("T2");
            assertThatThrownBy(() -> new Installations(space, new Vault(SECRET + "!")).find("T1"))
                    .hasMessageContaining("SOURCEBOOK_SECRET");
            sealed[sealed.length - 1] ^= 1;
            space.put("T1", sealed);
            assertThatThrownBy(() -> new Installations(space, new Vault(SECRET)).find("T1"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aTeamThatLeavesIsForgottenAndOthersAreNot() throws IOException {
        try (Journal journal = open()) {
            for (String team : List.of("T1", "T2")) {
                installations(journal).save(new Installation(team, "Example", "UBOT", "xoxb-" + team, null, null));
                journal.rules().put("slack:" + team + ":C1", "canary of " + team);
                journal.asked().add(new Person("slack", team, "U1"), "a question of " + team);
            }

            journal.forget("slack", "T1");

            assertThat(installations(journal).teams()).containsExactly("T2");
            assertThat(journal.rules().ids()).containsExactly("slack:T2:C1");
            assertThat(journal.asked().recent(ADA, 10)).isEmpty();
            assertThat(journal.asked().recent(OTHER_ADA, 10)).hasSize(1);
            assertThat(bytesHold("canary of T1")).isFalse();
            assertThat(bytesHold("canary of T2")).isTrue();
        }
    }

    @Test
    void onlyTheOwnerMayReadTheFiles() throws IOException {
        try (Journal journal = open()) {
            journal.deliveries().first("one");
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.toList())
                        .hasSizeGreaterThan(1)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void aFileThatIsNoJournalAndOneOfANewerVersionAreRefused() throws IOException {
        Files.writeString(file(), "This was never a database. ".repeat(100));
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining(file().toString());

        Files.delete(file());
        try (Store store = Store.open(file())) {
            store.run(handle -> handle.execute("pragma user_version = 99"));
        }
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("version 99");
    }

    private Path file() {
        return folder.resolve("journal.db");
    }

    private Journal open() throws IOException {
        return Journal.open(new Journal.Terms(file(), SECRET, Duration.ofDays(30)), clock);
    }

    private static Installations installations(Journal journal) {
        return journal.installations().orElseThrow();
    }

    private boolean bytesHold(String words) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words)) {
                    return true;
                }
            }
        }
        return false;
    }
}
