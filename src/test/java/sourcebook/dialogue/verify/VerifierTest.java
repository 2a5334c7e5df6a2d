package sourcebook.dialogue.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.Fixture;
import sourcebook.answer.Answering;
import sourcebook.dialogue.Verification;
import sourcebook.dialogue.Verification.Absent;
import sourcebook.dialogue.Verification.Added;
import sourcebook.dialogue.Verification.Changed;
import sourcebook.dialogue.Verification.Joined;
import sourcebook.dialogue.Verification.Lost;
import sourcebook.dialogue.Verification.Match;
import sourcebook.dialogue.Verification.Nearly;
import sourcebook.dialogue.Verification.OfAnother;
import sourcebook.dialogue.Verification.Verbatim;
import sourcebook.index.Generations;
import sourcebook.model.Article;

final class VerifierTest {
    private static final String SAVE = "Jane Roe, treasurer of Northtown, said the contract would save £2m by 2021.";
    private static final String SIGNED =
            "Northtown Example Council did not sign the seven-year “payroll” contract in March 2019.";
    private static final String MEALS =
            "Parents pay £2.40 for a school meal, and few of them complain about the price.";

    private static final List<Article> ARTICLES = List.of(
            Fixture.article("payroll", "Payroll", "2019", SIGNED + " It was signed later.\n\n" + SAVE),
            Fixture.article("meals", "Meals", "2021", MEALS + " The kitchens are old."),
            Fixture.article("again", "Again", "2022", "A reminder. " + MEALS),
            Fixture.article(
                    "libraries", "Libraries", "2022", "Volunteers have run five village libraries since 2012."));

    @TempDir
    private Path state;

    private Generations generations;
    private Answering answering;

    @BeforeEach
    void serve() throws IOException {
        generations = Fixture.served(state, ARTICLES);
        answering = new Answering(generations::lease);
    }

    @AfterEach
    void close() throws IOException {
        generations.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Northtown Example Council did not sign the seven-year “payroll” contract in March 2019.\"",
                "“did not sign the seven‑year 'payroll' contract”",
                "  northtown   Example Council did not sign the seven–year \"payroll\" contract",
                "Did not sign the seven-year payroll contract in\nMarch 2019",
            })
    void whatOnlyTypographyChangesIsVerbatim(String typed) throws IOException {
        Verification found =
                Claim.of(typed).size() == 1 ? verify(typed) : verify("“" + typed.replaceAll("[\"“”]", "") + "”");

        assertThat(found.finding())
                .isInstanceOfSatisfying(
                        Verbatim.class,
                        verbatim -> assertThat(verbatim.matches())
                                .extracting(match -> match.sentence().text())
                                .containsExactly(SIGNED));
    }

    @Test
    void everyPlaceIsToldAndThePartIsExactlyTheWords() throws IOException {
        assertThat(verify("\"few of them complain about the price\"").finding())
                .isInstanceOfSatisfying(Verbatim.class, verbatim -> {
                    assertThat(verbatim.matches())
                            .extracting(match -> match.sentence().citation().article())
                            .containsExactlyInAnyOrder("meals", "again");
                    assertThat(verbatim.matches())
                            .allSatisfy(
                                    match -> assertThat(part(match)).isEqualTo("few of them complain about the price"));
                });
    }

    @Test
    void aFewOrdinaryWordsMakeItNearlyWithTheDifferenceShown() throws IOException {
        assertThat(verify("\"Parents pay £2.40 for a hot school meal, and few complain about the price\"")
                        .finding())
                .isInstanceOfSatisfying(Nearly.class, nearly -> {
                    assertThat(nearly.pieces()).contains(new Added("hot"));
                    assertThat(nearly.pieces())
                            .filteredOn(Lost.class::isInstance)
                            .extracting(piece -> text(nearly.match(), (Lost) piece))
                            .containsExactly("of them");
                });
    }

    @Test
    void whatIsPutInPlaceOfAnotherIsToldApartFromWhatIsLeftOut() throws IOException {
        assertThat(why("said the contract would save £3m by 2021"))
                .isEqualTo("The claim puts a number in place of another.");
        assertThat(why("Northtown Example Council did sign the seven-year payroll contract in March 2019"))
                .isEqualTo("The claim leaves out a negation.");
    }

    private String why(String claim) throws IOException {
        return verify(claim).finding() instanceof Changed changed ? changed.why() : "";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Northtown Example Council did sign the seven-year payroll contract in March 2019",
                "Northtown Example Council did not sign the six-year payroll contract in March 2019",
                "Northtown Example Council did not sign the seven-year payroll contract in May 2019",
                "Southtown Example Council did not sign the seven-year payroll contract in March 2019",
                "said the contract would save £3m by 2021",
                "said the contract would save 2m by 2021",
                "said the contract would not save £2m by 2021",
                "said the contract could save £2m by 2021",
            })
    void aNegationANumberOrANameIsNeverNear(String claim) throws IOException {
        assertThat(verify(claim).finding()).isInstanceOf(Changed.class);
    }

    @Test
    void theWordsOfSomebodyElseAreToldApart() throws IOException {
        assertThat(verify("\"the contract would save £2m by 2021\" by John Doe").finding())
                .isInstanceOfSatisfying(
                        OfAnother.class,
                        another -> assertThat(
                                        another.matches().getFirst().sentence().speaker())
                                .startsWith("Jane Roe"));
        assertThat(verify("\"the contract would save £2m by 2021\", Jane Roe said")
                        .finding())
                .isInstanceOf(Verbatim.class);
        assertThat(verify("according to Jane Roe \"few of them complain about the price\""))
                .satisfies(found -> assertThat(found.finding()).isInstanceOf(Verbatim.class))
                .satisfies(found -> assertThat(found.notices())
                        .containsExactly(
                                "The source does not say who said this, so it does not confirm that Jane Roe did."));
    }

    @Test
    void joinedFragmentsAreToldWhetherTheJointShowsOrNot() throws IOException {
        assertThat(verify("\"Parents pay £2.40 … complain about the price\"").finding())
                .isInstanceOfSatisfying(
                        Joined.class, joined -> assertThat(joined.shown()).isTrue());
        assertThat(verify("\"Parents pay £2.40 for a school meal by 2021 said the contract would save £2m\""))
                .satisfies(found -> assertThat(found.finding()).isInstanceOf(Absent.class));
        assertThat(verify("\"few of them complain about the price since Volunteers have run five village libraries\"")
                        .finding())
                .isInstanceOf(Absent.class);
        assertThat(verify("\"few of them complain about the price have run five village libraries since 2012\""))
                .satisfies(found -> assertThat(found.finding()).isInstanceOfSatisfying(Joined.class, joined -> {
                    assertThat(joined.shown()).isFalse();
                    assertThat(joined.fragments()).hasSize(2);
                }))
                .satisfies(found ->
                        assertThat(found.notices()).containsExactly("The parts are from 2 different articles."));
    }

    @Test
    void aNegationAroundTheWordsIsTold() throws IOException {
        assertThat(verify("sign the seven-year payroll contract in March 2019").notices())
                .contains("The sentence around these words has a negation that they leave out.");
    }

    @Test
    void wordsThatCrossAPassagesEndAreFound() throws IOException {
        assertThat(verify("\"It was signed later. Jane Roe, treasurer of Northtown, said the contract would save £2m\"")
                        .finding())
                .isInstanceOf(Verbatim.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Zeppelins washed the red balloons upstairs", "title:* AND (", "two words", "…", "\"\"", "😀😀😀"
            })
    void whatNoSourceHasIsAbsent(String claim) throws IOException {
        assertThat(verify(claim).finding()).isInstanceOf(Absent.class);
    }

    @Test
    void aLongMessageWithoutQuotationMarksIsSeveralClaims() {
        String message = (SAVE + " " + MEALS + " ").repeat(4);

        assertThat(Claim.of(message)).hasSize(8).extracting(Claim::words).startsWith(SAVE, MEALS);
    }

    private Verification verify(String typed) throws IOException {
        return answering.read(
                sources -> new Verifier(sources).verify(Claim.of(typed).getFirst()));
    }

    private static String part(Match match) {
        return match.part()
                .shifted(-match.sentence().passage().start())
                .in(match.sentence().passage().text());
    }

    private static String text(Match match, Lost lost) {
        return lost.span()
                .shifted(-match.sentence().passage().start())
                .in(match.sentence().passage().text());
    }
}
