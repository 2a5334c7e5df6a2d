package sourcebook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.index.Generations;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Ambiguous;
import sourcebook.model.Answer.Found;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Answer.Reason;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.Span;

final class DeskTest {
    @TempDir
    private Path state;

    private Generations generations;
    private Answering answering;

    @BeforeEach
    void serve() throws IOException {
        generations = Fixture.served(state, Fixture.ALL);
        answering = new Answering(generations::lease);
    }

    @AfterEach
    void close() throws IOException {
        generations.close();
    }

    @Test
    void aQuestionGetsTheSentenceThatAnswersIt() throws IOException {
        assertThat(best("How much is Northtown's payroll contract with Acme worth?"))
                .isEqualTo("The payroll contract is worth £12.4m.");
    }

    @Test
    void theAskedKindOfAnswerDecidesBetweenLikeSentences() throws IOException {
        assertThat(best("How long is the payroll contract?")).contains("seven-year");
    }

    @Test
    void noWordsAreQuotedTwice() throws IOException {
        List<Quote> quotes = quotes(ask("payroll contract Acme Northtown", null));

        assertThat(quotes).extracting(Quote::text).doesNotHaveDuplicates();
    }

    @Test
    void atMostSoManyQuotesAreShown() throws IOException {
        assertThat(quotes(answering.ask("payroll contract", null, 1).answer())).hasSize(1);
        assertThat(quotes(answering.ask("payroll contract", null, 99).answer())).hasSizeLessThanOrEqualTo(Desk.DEEPEST);
    }

    @Test
    void whatTheCorpusDoesNotSayIsRefusedWithWhatWasSearched() throws IOException {
        Answer answer = ask("Who won the zeppelin race of 1998?", null);

        assertThat(answer).isInstanceOfSatisfying(NotFound.class, no -> {
            assertThat(no.searched().articles()).isEqualTo(3);
            assertThat(no.reason()).isIn(Reason.NOTHING_ON_THIS, Reason.WEAK_MATCH);
        });
    }

    @Test
    void aRefusalOffersTheNearestArticles() throws IOException {
        Answer answer = ask("Which zeppelin company washed the red payroll balloons upstairs?", null);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        NotFound.class,
                        no -> assertThat(no.nearest())
                                .extracting(citation -> citation.article())
                                .contains("acme-payroll"));
    }

    @Test
    void aQuestionWithoutWordsIsRefusedAsSuch() throws IOException {
        assertThat(ask("?!… 😀", null))
                .isInstanceOfSatisfying(
                        NotFound.class, no -> assertThat(no.reason()).isEqualTo(Reason.NO_WORDS));
    }

    @Test
    void aNameOfTwoPartiesIsAskedBack() throws IOException {
        Answer answer = ask("What does AES cook?", null);

        assertThat(answer).isInstanceOfSatisfying(Ambiguous.class, ambiguous -> {
            assertThat(ambiguous.name()).isEqualTo("AES");
            assertThat(ambiguous.readings())
                    .extracting(Answer.Reading::question)
                    .containsExactlyInAnyOrder(
                            "What does Acme Example Services cook?", "What does Example Energy Supply cook?");
        });
    }

    @Test
    void anUnknownArticleAsScopeIsToldApart() throws IOException {
        assertThat(ask("payroll", "nowhere"))
                .isInstanceOfSatisfying(
                        NotFound.class, no -> assertThat(no.reason()).isEqualTo(Reason.UNKNOWN_ARTICLE));
    }

    @Test
    void aScopeAnswersFromItsArticleAlone() throws IOException {
        assertThat(quotes(ask("payroll contract", "acme-schools")))
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(quote.citation().article()).isEqualTo("acme-schools"));
    }

    @Test
    void quotesAreFoundAgainByTheirPlaces() throws IOException {
        List<Quote> shown = quotes(ask("payroll contract", null));
        Quote.Place gone = new Quote.Place("gone", new Span(0, 5));

        List<Quote> again = answering.again(List.of(shown.getFirst().place(), gone));

        assertThat(again)
                .extracting(Quote::text)
                .containsExactly(shown.getFirst().text());
    }

    @Test
    void aCorrectedQuestionSaysWhatItWasTakenFor() throws IOException {
        Answer answer = ask("payorll contarct of trerasurer", null);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.notices())
                                .containsExactly("Showing results for: payroll contract of treasurer"));
    }

    @Test
    void aReplySaysWhichGenerationAnswered() throws IOException {
        Reply reply = answering.ask("  payroll\u0007contract ", null, 1);

        assertThat(reply.generation()).isEqualTo(1);
        assertThat(reply.question()).isEqualTo("payroll contract");
    }

    private String best(String question) throws IOException {
        return quotes(ask(question, null)).getFirst().text();
    }

    private Answer ask(String question, @Nullable String scope) throws IOException {
        return answering.ask(question, scope, Desk.MAX_QUOTES).answer();
    }

    private static List<Quote> quotes(Answer answer) {
        assertThat(answer).isInstanceOf(Found.class);
        return ((Found) answer).evidence().stream().map(DeskTest::quote).toList();
    }

    private static Quote quote(Evidence evidence) {
        return switch (evidence) {
            case Quote quote -> quote;
            case Fact fact -> throw new AssertionError("a quote was expected, got " + fact);
        };
    }
}
