package sourcebook.dialogue.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.answer.Answering;
import sourcebook.answer.Sources;
import sourcebook.index.Generations;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Reply;
import sourcebook.model.audience.Audience;
import sourcebook.model.audience.Clearance;

final class SuggestionsTest {
    private static final String ASKED = "Who signed a payroll contract with Acme?";
    private static final String FOR_FEW = "How many staff moved in the Northtown Example Council contract?";
    private static final Article ALL = Fixture.article(
            "all",
            "Northtown's payroll contract",
            "2020",
            "Northtown Example Council signed a payroll contract with Acme Example Services. It runs well.");
    private static final Article FEW = new Article(
            new Citation("few", "The staff of Northtown", null, null, null, null, null),
            "Some 41 staff moved in the contract of Northtown Example Council. Nobody was asked.",
            new Audience("legal"));

    private final Suggestions suggestions = new Suggestions();

    @TempDir
    private Path state;

    @Test
    void whatWasTriedForSomeIsTriedAnewForOthers() throws IOException {
        List<Article> articles = new ArrayList<>(List.of(ALL));
        articles.add(FEW);
        try (Generations generations = Fixture.served(state, articles)) {
            Answering answering = new Answering(() -> generations.lease());
            Clearance few = Clearance.of(Audience.PUBLIC, new Audience("legal"));

            assertThat(after(answering, few)).contains(FOR_FEW);
            assertThat(after(answering, Clearance.PUBLIC)).doesNotContain(FOR_FEW);
            assertThat(after(answering, few)).contains(FOR_FEW);
        }
    }

    @Test
    void whatWasTriedInOneGenerationIsTriedAnewInAnother() throws IOException {
        List<Article> articles = new ArrayList<>(List.of(ALL));
        try (Generations generations = Fixture.served(state.resolve("before"), articles)) {
            assertThat(after(new Answering(() -> generations.lease()), Clearance.EVERYTHING, 1))
                    .doesNotContain(FOR_FEW);
        }
        articles.add(FEW);
        try (Generations generations = Fixture.served(state.resolve("after"), articles)) {
            assertThat(after(new Answering(() -> generations.lease()), Clearance.EVERYTHING, 2))
                    .contains(FOR_FEW);
        }
    }

    private List<String> after(Answering answering, Clearance eyes) throws IOException {
        return after(answering, eyes, 1);
    }

    private List<String> after(Answering answering, Clearance eyes, long generation) throws IOException {
        Answering here = answering.seenBy(eyes);
        Reply reply = here.ask(ASKED, null, 3);
        Reply numbered = new Reply(reply.question(), reply.answer(), generation, reply.millis());
        return suggestions.after(
                new Suggestions.Last(numbered, here, eyes, here.read(Sources::names)), "Northtown Example Council");
    }
}
