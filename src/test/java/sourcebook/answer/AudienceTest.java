package sourcebook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.embed.Embedder;
import sourcebook.index.Generations;
import sourcebook.index.Lease;
import sourcebook.index.Query;
import sourcebook.model.Answer.Found;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Generation;
import sourcebook.model.PartialDate;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.model.audience.Audience;
import sourcebook.model.audience.Clearance;
import sourcebook.model.search.Candidates.Candidate;

/** What only lawyers may see must not show to others: not its words, not its title, not that it is there. */
final class AudienceTest {
    private static final Audience LEGAL = new Audience("legal");
    private static final Clearance LAWYERS = Clearance.of(Audience.PUBLIC, LEGAL);
    private static final String SECRET =
            "The secret payroll settlement with Acme at Quillbrook costs £99m. Quillbrook is where it was signed.";
    private static final Article HIDDEN = new Article(
            new Citation(
                    "settlement", "The Quillbrook settlement", null, null, null, new PartialDate("2024-05-06"), null),
            SECRET,
            LEGAL);

    @TempDir
    private Path state;

    private Generations generations;
    private Answering everybody;
    private Answering lawyers;

    @BeforeEach
    void serve() throws IOException {
        List<Article> articles = new ArrayList<>(Fixture.ALL);
        articles.add(HIDDEN);
        generations = Fixture.served(state, articles);
        everybody = new Answering(generations::lease);
        lawyers = everybody.seenBy(LAWYERS);
    }

    @AfterEach
    void close() throws IOException {
        generations.close();
    }

    @Test
    void whoMaySeeItIsAnsweredFromIt() throws IOException {
        assertThat(lawyers.ask("How much does the Quillbrook settlement cost?", null, 3)
                        .answer())
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.evidence().getFirst().text()).contains("£99m"));
    }

    @Test
    void whoMayNotIsAnsweredAsIfItWereNotThere() throws IOException {
        for (String question : List.of(
                "How much does the Quillbrook settlement cost?", "secret payroll settlement", "Where is Quillbrook?")) {
            assertThat(everybody.ask(question, null, 5).answer().toString())
                    .as(question)
                    .doesNotContain("settlement,", "Quillbrook settlement", "£99m");
        }
        assertThat(everybody.ask("secret", "settlement", 5).answer().toString()).contains("UNKNOWN_ARTICLE");
    }

    @Test
    void aHiddenNameIsAsUnknownAsOneThatIsNowhere() throws IOException {
        String hidden = everybody
                .ask("What did the payroll contract cost at Quillbrook?", null, 1)
                .answer()
                .toString();
        String nowhere = everybody
                .ask("What did the payroll contract cost at Zillbrook?", null, 1)
                .answer()
                .toString();

        assertThat(hidden).isEqualTo(nowhere);
    }

    @Test
    void aMisspeltWordIsNotCorrectedToAHiddenOne() throws IOException {
        try (Lease lease = generations.lease().orElseThrow().seenBy(Clearance.PUBLIC)) {
            assertThat(lease.corrected("payroll at quillbrok")).isEmpty();
        }
        try (Lease lease = generations.lease().orElseThrow().seenBy(LAWYERS)) {
            assertThat(lease.corrected("payroll at quillbrok")).contains("payroll at quillbrook");
        }
    }

    @Test
    void itsPlacesOpenNothing() throws IOException {
        Quote.Place place = new Quote.Place("settlement", new Span(0, SECRET.indexOf(" Quillbrook is")));

        assertThat(lawyers.again(List.of(place))).hasSize(1);
        assertThat(lawyers.article("settlement")).isPresent();
        assertThat(everybody.again(List.of(place))).isEmpty();
        assertThat(everybody.article("settlement")).isEmpty();
    }

    @Test
    void itIsNotFoundByItsTitle() throws IOException {
        try (Lease lease = generations.lease().orElseThrow().seenBy(LAWYERS)) {
            assertThat(lease.titled("quillbrook settlement", List.of(), 3)).hasSize(1);
        }
        try (Lease lease = generations.lease().orElseThrow().seenBy(Clearance.PUBLIC)) {
            assertThat(lease.titled("quillbrook settlement", List.of(), 3)).isEmpty();
        }
    }

    @Test
    void itIsNotCounted() throws IOException {
        Generation.Holdings seen = holdings(Clearance.PUBLIC);

        assertThat(everybody.ask("Who won the zeppelin race?", null, 1).answer())
                .isInstanceOfSatisfying(
                        NotFound.class, no -> assertThat(no.searched()).isEqualTo(seen));
        assertThat(holdings(Clearance.PUBLIC).articles()).isEqualTo(3);
        assertThat(holdings(Clearance.PUBLIC).sentences())
                .isEqualTo(holdings(LAWYERS).sentences() - 2);
        assertThat(holdings(Clearance.PUBLIC).newest()).hasToString("2021-09-01");
        assertThat(holdings(LAWYERS).articles()).isEqualTo(4);
        assertThat(holdings(LAWYERS).newest()).hasToString("2024-05-06");
        assertThat(holdings(Clearance.of(LEGAL)).articles()).isEqualTo(1);
    }

    @Test
    void aLeaseOnceCutDownStaysSo() throws IOException {
        try (Lease lease =
                generations.lease().orElseThrow().seenBy(Clearance.PUBLIC).seenBy(Clearance.EVERYTHING)) {
            assertThat(lease.article("settlement")).isEmpty();
        }
    }

    @Test
    void itIsNotFoundByItsMeaningEither(@TempDir Path folder) throws IOException {
        List<Article> articles = new ArrayList<>(Fixture.ALL);
        articles.add(HIDDEN);
        Query likeIt = new Query("confidential compensation agreement price", List.of(), null, 5);
        try (Embedder embedder = Embedder.load();
                Generations embedded = Fixture.served(folder, articles, embedder)) {
            assertThat(found(likeIt, embedded, LAWYERS)).contains("settlement").hasSizeGreaterThan(1);
            assertThat(found(likeIt, embedded, Clearance.PUBLIC)).isNotEmpty().doesNotContain("settlement");
        }
    }

    /** The articles of the candidates. */
    private static Set<String> found(Query query, Generations from, Clearance eyes) throws IOException {
        try (Lease lease = from.lease().orElseThrow().seenBy(eyes)) {
            Set<String> articles = new HashSet<>();
            for (Candidate candidate : lease.search(query).sentences()) {
                assertThat(candidate.meaning()).isPositive();
                articles.add(lease.citation(candidate).article());
            }
            return articles;
        }
    }

    private Generation.Holdings holdings(Clearance clearance) throws IOException {
        try (Lease lease = generations.lease().orElseThrow().seenBy(clearance)) {
            return lease.generation().holdings();
        }
    }
}
