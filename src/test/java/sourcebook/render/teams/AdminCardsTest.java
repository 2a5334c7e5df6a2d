package sourcebook.render.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What admins see. */
final class AdminCardsTest {
    private static final String STRANGER = "str*nger";

    private final Map<String, Card> cards = AdminSamples.all(STRANGER);

    @Test
    void aRunningReindexShowsABarCountsAndTheTimeLeft() {
        assertThat(text("admin-running"))
                .contains("Reindexing: new sentences are embedded.", "█████████░░░░░░░░░░░ 45 %")
                .contains("1,170 of 2,600 sentences, about 3 min left", "14 files read, 4,906 unchanged")
                .contains("Ordered by " + STRANGER + " in Teams, 25 November 2026, 12:00 UTC");
        assertThat(buttons("admin-running")).containsExactly("cancel", "progress");
    }

    @Test
    void aReindexThatWentWellShowsWhatChangedAndTheWayBack() {
        assertThat(text("admin-published"))
                .contains("Generation 8 is served.", "2 articles added, 1 changed, 0 removed.")
                .contains("Added: " + STRANGER + ", justice/tagging")
                .contains("1 golden question gets another answer, 1 of them no longer the right one.")
                .contains("2 problems with files.");
        assertThat(buttons("admin-published")).containsExactly("rollback 7", "problems");
    }

    @Test
    void whereOthersReadAlongThereAreFiguresAlone() {
        assertThat(text("admin-published-figures"))
                .contains("2 articles added")
                .doesNotContain("Added:", "golden question gets another answer: ", "justice/tagging");
        assertThat(text("admin-published-figures").replace("Ordered by " + STRANGER, ""))
                .doesNotContain(STRANGER);
        assertThat(buttons("admin-published-figures")).containsExactly("rollback 7", "changes", "problems");
        assertThat(text("admin-problems-figures")).doesNotContain(STRANGER);
        assertThat(text("admin-status-figures"))
                .contains("was refused", "in a personal chat alone")
                .doesNotContain(STRANGER);
        assertThat(text("admin-failed-figures")).contains("The reindex failed.").doesNotContain("could not be written");
    }

    @Test
    void whatWasRefusedSaysWhyAndHasNoWayBack() {
        assertThat(text("admin-refused"))
                .contains("The new index was refused. What was served before still is.")
                .contains("1 golden question lost its answer");
        assertThat(buttons("admin-refused")).containsExactly("problems");
        assertThat(text("admin-failed")).contains("The reindex failed.", "could not be written.");
    }

    @Test
    void theStatusListsWhatIsKeptAndServesItAgain() {
        assertThat(text("admin-status"))
                .contains("Generation 8, served now: 25 November 2026, 12:00 UTC, by " + STRANGER + ", 4,920 articles")
                .contains("Generation 7: ", "found by words alone", "Generation 6 cannot be read")
                .contains("Cancelled by " + STRANGER);
        assertThat(buttons("admin-status")).containsExactly("rollback 7", "problems");
        assertThat(buttons("admin-status-running")).containsExactly("cancel", "status");
    }

    @Test
    void wordsOfOthersAreNeverReadAsMarkdown() {
        cards.forEach((name, card) -> assertThat(CardsTest.objects(card.content()).stream()
                        .filter(node -> node.path("type").asText().equals("TextBlock"))
                        .map(node -> node.path("text").asText()))
                .as(name)
                .noneMatch(text -> text.contains(STRANGER)));
    }

    @Test
    void everyMessageKeepsTheLimit() {
        for (String hostile : CardSamples.HOSTILE) {
            AdminSamples.all((hostile + " ").repeat(500))
                    .forEach(
                            (name, card) -> assertThat(card.message().toString().getBytes(StandardCharsets.UTF_8))
                                    .as(name)
                                    .hasSizeLessThanOrEqualTo(28 << 10));
        }
    }

    private String text(String name) {
        return ListCardTest.text(Objects.requireNonNull(cards.get(name)));
    }

    private List<String> buttons(String name) {
        return CardsTest.objects(Objects.requireNonNull(cards.get(name)).content()).stream()
                .filter(node -> node.path("type").asText().equals("Action.Execute"))
                .map(node -> Press.read(node.path("data")).orElseThrow())
                .filter(press -> press.verb() == Press.Verb.ADMIN)
                .map(Press::question)
                .toList();
    }
}
