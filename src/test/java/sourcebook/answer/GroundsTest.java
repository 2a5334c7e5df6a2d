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
import sourcebook.model.Article;
import sourcebook.model.Party;
import sourcebook.question.Question;
import sourcebook.question.Questions;
import sourcebook.text.Names;

/** What a question takes for granted, held against what the sentences say. */
final class GroundsTest {
    private static final Names NAMES = new Names(
            List.of(Fixture.ACME, Fixture.NORTHTOWN, new Party("Example Rival Limited", List.of("Rival"), List.of())));

    private static final List<Article> ARTICLES = List.of(
            Fixture.article(
                    "prison",
                    "The prison at Example Hill",
                    "2024",
                    "Acme opened the prison at Example Hill in May 2012."),
            Fixture.article(
                    "payroll",
                    "Payroll in Northtown",
                    "2024",
                    "Northtown Example Council gave its payroll contract to Acme in March 2019. The payroll contract runs for"
                            + " seven years."),
            Fixture.article(
                    "cleaning",
                    "Cleaning",
                    "2024",
                    "The cleaning contract of the harbour was never signed. The harbour was cleaned all the same in 2021."),
            Fixture.article(
                    "wages",
                    "Wages",
                    "2024",
                    "How the wages were paid\n\nThe wages of the harbour pilots were paid at 40 pence an hour."));

    @TempDir
    private Path state;

    private Generations generations;

    @BeforeEach
    void serve() throws IOException {
        generations = Fixture.served(state, NAMES, ARTICLES);
    }

    @AfterEach
    void close() throws IOException {
        generations.close();
    }

    @Test
    void partiesThatNoPassageNamesTogetherAreNotGiven() throws IOException {
        assertThat(given("How long is Northtown Example Council's payroll contract with Acme?"))
                .isTrue();
        assertThat(given("How long is Northtown Example Council's payroll contract with Rival?"))
                .isFalse();
    }

    @Test
    void aYearIsNoCount() throws IOException {
        assertThat(given("How many prisoners does the prison at Example Hill hold?"))
                .isFalse();
        assertThat(given("When was the prison at Example Hill opened?")).isTrue();
    }

    @Test
    void aSumThatIsAskedForMustBeStated() throws IOException {
        assertThat(given("How much does the payroll contract of Northtown cost?"))
                .isFalse();
        assertThat(given("How much were the wages of the harbour pilots paid?")).isTrue();
    }

    @Test
    void whatWasSoInAnotherYearIsNotGiven() throws IOException {
        assertThat(given("Who had the prison at Example Hill in 2016?")).isTrue();
        assertThat(given("Who had the prison at Example Hill in 2009?")).isFalse();
    }

    @Test
    void aSentenceWithTheFigureComesBeforeOneWithoutAndBeforeAHeading() throws IOException {
        assertThat(first("How much were the wages paid to the harbour pilots?")).contains("40 pence an hour");
    }

    @Test
    void aDenialAnswers() throws IOException {
        Considered considered = considered("When was the cleaning contract of the harbour signed?");

        assertThat(considered.given()).isTrue();
        assertThat(considered.confidence()).isGreaterThanOrEqualTo(Desk.SURE_ENOUGH);
        assertThat(first("When was the cleaning contract of the harbour signed?"))
                .contains("never signed");
    }

    @Test
    void whatIsNotGivenIsHardlyAnAnswer() throws IOException {
        double given = considered("How long is Northtown's payroll contract with Acme?")
                .confidence();
        double strange = considered("How long is Northtown's payroll contract with Rival?")
                .confidence();

        assertThat(strange).isLessThan(given / 2);
    }

    private boolean given(String question) throws IOException {
        return considered(question).given();
    }

    private String first(String question) throws IOException {
        try (Lease lease = generations.lease().orElseThrow()) {
            return lease.quote(considered(question).ranked().getFirst().candidate(), 0)
                    .text();
        }
    }

    private Considered considered(String question) throws IOException {
        try (Lease lease = generations.lease().orElseThrow()) {
            Question read = Questions.read(question, lease.names(), null);
            return Considered.of(read, lease);
        }
    }
}
