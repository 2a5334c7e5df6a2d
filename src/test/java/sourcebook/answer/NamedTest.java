package sourcebook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.index.Generations;
import sourcebook.index.Lease;
import sourcebook.index.Query;
import sourcebook.model.Answer;
import sourcebook.model.Answer.Ambiguous;
import sourcebook.model.Answer.Found;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Answer.Reason;
import sourcebook.model.Article;
import sourcebook.model.PartialDate;
import sourcebook.model.Party;
import sourcebook.model.Party.Ownership;
import sourcebook.model.Quote;
import sourcebook.model.search.Candidates;
import sourcebook.question.Saying;
import sourcebook.text.Names;

/** Questions that name a speaker, an article, or an owner. */
final class NamedTest {
    private static final String ROE_SAVINGS = "Jane Roe, treasurer of Northtown, said the contract would save £2m.";
    private static final String ROE_MEALS = "Jane Roe said that school meals had become colder.";
    private static final String DOE = "John Doe said the payroll contract was the worst that he had seen.";
    private static final String SHARED = "The ferry “Example Star” has sailed for Harbour Example Lines since 2003.";

    private static final Party OWNER = new Party("Example Holdings", List.of(), List.of());
    private static final Party OWNED = new Party(
            "Harbour Example Lines",
            List.of("Harbour"),
            List.of(
                    new Ownership(
                            "Example Holdings", "75 %", new PartialDate("2013"), new PartialDate("2023-11"), "owner"),
                    new Ownership("Example Holdings", "100 %", new PartialDate("2023-11"), null, "owner")));
    private static final Names NAMES = new Names(List.of(Fixture.ACME, Fixture.NORTHTOWN, OWNER, OWNED));

    private static final List<Article> ARTICLES = List.of(
            Fixture.article(
                    "payroll",
                    "Northtown's payroll contract with Acme",
                    "2019",
                    "The contract is new. " + ROE_SAVINGS + "\n\n" + DOE + " It began in May 2019."),
            Fixture.article(
                    "meals",
                    "School meals in Northtown",
                    "2021",
                    ROE_MEALS + " The price of meals of £2.40 began in May 2021."),
            Fixture.article("ferries", "The ferries of the bay", "2022", SHARED + " Tickets cost £9."),
            Fixture.article(
                    "timetable",
                    "Timetables",
                    "2023",
                    "A timetable. The ferry \"Example Star\" has sailed for Harbour Example Lines since 2003."),
            Fixture.article("owner", "Who owns the harbour", "2023", "The harbour has changed hands. Nobody noticed."));

    @TempDir
    private Path state;

    private Generations generations;
    private Answering answering;

    @BeforeEach
    void serve() throws IOException {
        generations = Fixture.served(state, NAMES, ARTICLES);
        answering = new Answering(generations::lease);
    }

    @AfterEach
    void close() throws IOException {
        generations.close();
    }

    @Test
    void onlyTheSpeakersOwnWordsAreQuoted() throws IOException {
        assertThat(texts(answering.said(new Saying("Jane Roe", ""), 5).answer()))
                .containsExactlyInAnyOrder(ROE_SAVINGS, ROE_MEALS);
        assertThat(texts(answering.said(new Saying("doe", ""), 5).answer())).containsExactly(DOE);
    }

    @Test
    void theTopicDecidesWhichOfTheSpeakersWordsComeFirst() throws IOException {
        assertThat(texts(ask("What did Jane Roe say about school meals?")))
                .first()
                .isEqualTo(ROE_MEALS);
        assertThat(texts(ask("what did Roe say about the contract saving money")))
                .first()
                .isEqualTo(ROE_SAVINGS);
    }

    @Test
    void nobodyOfThatNameIsSaid() throws IOException {
        assertThat(answering.said(new Saying("Mary Poe", "meals"), 5).answer())
                .isInstanceOfSatisfying(
                        NotFound.class, no -> assertThat(no.reason()).isEqualTo(Reason.UNKNOWN_SPEAKER));
    }

    @Test
    void aNameThatStandsAnywhereIsNotNobodys() throws IOException {
        Article memoir = Fixture.article("memoir", "The memoir of Richard Roe", "2024", "It was late. Nobody spoke.");
        try (Generations other = Fixture.served(state.resolve("other"), NAMES, List.of(memoir))) {
            Answering asked = new Answering(other::lease);

            assertThat(asked.said(new Saying("Richard Roe", ""), 5).answer())
                    .isInstanceOfSatisfying(
                            NotFound.class, no -> assertThat(no.reason()).isEqualTo(Reason.NOT_SAID));
            assertThat(asked.said(new Saying("Richard Poe", ""), 5).answer())
                    .isInstanceOfSatisfying(
                            NotFound.class, no -> assertThat(no.reason()).isEqualTo(Reason.UNKNOWN_SPEAKER));
        }
    }

    @Test
    void wordsOffTheTopicAreShownAsNearestAndNotAsTheAnswer() throws IOException {
        assertThat(answering
                        .said(new Saying("John Doe", "zeppelins over Saturn"), 5)
                        .answer())
                .isInstanceOfSatisfying(NotFound.class, no -> {
                    assertThat(no.reason()).isEqualTo(Reason.NOT_SAID);
                    assertThat(no.closest()).extracting(Quote::text).containsExactly(DOE);
                });
    }

    @Test
    void anArticleCalledByNameAnswersAlone() throws IOException {
        assertThat(ask("In the payroll contract, when did it begin in May?"))
                .isInstanceOfSatisfying(Found.class, found -> {
                    assertThat(texts(found))
                            .allMatch(text -> ARTICLES.get(0).text().contains(text));
                    assertThat(found.notices())
                            .contains("Answered from “Northtown's payroll contract with Acme” alone.");
                });
        assertThat(ask("In the article on school meals, what is the price of meals?"))
                .isInstanceOf(Found.class);
        assertThat(ask("What is the price of meals, in the article on school meals?"))
                .isInstanceOf(Found.class);
    }

    @Test
    void aNameOfSeveralArticlesIsAskedBackAndEachReadingFitsOne() throws IOException {
        assertThat(ask("In the article on Northtown, what began in May?"))
                .isInstanceOfSatisfying(Ambiguous.class, which -> {
                    assertThat(which.readings()).hasSize(2);
                    assertThat(which.readings())
                            .allSatisfy(reading -> assertThat(ask(reading.question()))
                                    .isInstanceOfSatisfying(
                                            Found.class,
                                            found -> assertThat(found.notices())
                                                    .contains("Answered from “" + reading.party() + "” alone.")));
                });
    }

    @Test
    void aNameOfNoArticleIsToldAndAllAreSearched() throws IOException {
        assertThat(ask("In the zeppelin contract, what is the price of school meals?"))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.notices())
                                .contains("No article's title has “zeppelin”, so all articles were searched."));
    }

    @Test
    void anAnswerAboutAPartyOfTheOneAskedForSaysByWhatLink() throws IOException {
        assertThat(ask("Which ferry of Example Holdings has sailed since 2003?"))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.notices())
                                .contains(
                                        "This is also about Harbour Example Lines: Example Holdings is among its owners"
                                                + " (75 % from 2013 to 2023-11; 100 % since 2023-11). See “Who owns the harbour”."));
    }

    @Test
    void anOwnerFindsWhatSpeaksOnlyOfThePartyThatItOwns() throws IOException {
        String text = "Example Holdings";
        Query owner = new Query(text, NAMES.find(text, Names.Writing.QUESTION), null, 5);
        try (Lease lease = generations.lease().orElseThrow()) {
            Candidates found = lease.search(owner);

            assertThat(found.terms()).isNotEmpty().allMatch(Candidates.Term::known);
            assertThat(found.sentences()).isNotEmpty();
            for (Candidates.Candidate candidate : found.sentences()) {
                assertThat(lease.passage(candidate).text()).contains("Harbour Example Lines");
            }
        }
    }

    @Test
    void aPartyThatWasNamedNeedsNoLink() throws IOException {
        assertThat(ask("Which ferry of Harbour Example Lines has sailed since 2003?"))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.notices()).isEmpty());
    }

    @Test
    void theSameSentenceInTwoArticlesIsOneQuoteWithBoth() throws IOException {
        assertThat(ask("Which ferry has sailed since 2003?")).isInstanceOfSatisfying(Found.class, found -> {
            Quote quote = (Quote) found.evidence().getFirst();
            assertThat(texts(found)).filteredOn(text -> text.contains("ferry")).hasSize(1);
            assertThat(quote.also()).hasSize(1);
            assertThat(List.of(
                            quote.citation().article(),
                            quote.also().getFirst().citation().article()))
                    .containsExactlyInAnyOrder("ferries", "timetable");
        });
    }

    private Answer ask(String question) {
        try {
            return answering.ask(question, null, 5).answer();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(Answer answer) {
        assertThat(answer).isInstanceOf(Found.class);
        return ((Found) answer)
                .evidence().stream().map(evidence -> ((Quote) evidence).text()).toList();
    }
}
