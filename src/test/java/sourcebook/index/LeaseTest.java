package sourcebook.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.Fixture;
import sourcebook.model.AnswerKind;
import sourcebook.model.Quote;
import sourcebook.model.Span;
import sourcebook.model.search.Candidates;
import sourcebook.model.search.Candidates.Candidate;
import sourcebook.text.Mention;
import sourcebook.text.Names;

final class LeaseTest {
    @TempDir
    private Path state;

    private Generations generations;
    private Lease lease;

    @BeforeEach
    void serve() throws IOException {
        generations = Fixture.served(state, Fixture.ALL);
        lease = generations.lease().orElseThrow();
    }

    @AfterEach
    void close() throws IOException {
        lease.close();
        generations.close();
    }

    @Test
    void aCandidateBecomesTheExactSentenceOfItsArticle() throws IOException {
        for (Candidate candidate : search("payroll contract", null).sentences()) {
            Quote quote = lease.quote(candidate, 1);

            String article =
                    lease.article(quote.citation().article()).orElseThrow().text();
            assertThat(quote.text()).isEqualTo(quote.span().in(article)).endsWith(".");
        }
    }

    @Test
    void thePossessiveOfAKnownNameLeavesNoWordBehind() throws IOException {
        for (String question :
                List.of("Acme's payroll contract", "the acmes payroll contract", "Acme’s payroll contract")) {
            List<Mention> mentions = lease.names().find(question, Names.Writing.QUESTION);

            Candidates found = lease.search(new Query(question, mentions, null, 5));

            assertThat(mentions).as(question).hasSize(1);
            assertThat(found.terms()).as(question).hasSize(3).allMatch(Candidates.Term::known);
        }
    }

    @Test
    void aCandidateSaysWhichTermsStandInSentenceTitleAndPassage() throws IOException {
        Candidates found = search("school meals payroll", null);

        int school = bit(found, "school");
        int payroll = bit(found, "payrol");
        Candidate cooks = found.sentences().stream()
                .filter(candidate -> text(candidate).startsWith("Acme cooks"))
                .findFirst()
                .orElseThrow();
        assertThat(cooks.common().inSentence() & school).isNotZero();
        assertThat(cooks.common().inTitle() & school).isNotZero();
        assertThat(cooks.common().inSentence() & payroll).isZero();
        assertThat(cooks.common().inPassage() & payroll).isNotZero();
        assertThat(cooks.kinds()).contains(AnswerKind.NUMBER);
    }

    @Test
    void aPartyIsFoundUnderAnyOfItsNames() throws IOException {
        Candidates found = search("Acme Example Services", null);

        assertThat(found.terms()).extracting(Candidates.Term::text).containsExactly("party:acme-example-services");
        assertThat(found.sentences())
                .anySatisfy(candidate -> assertThat(text(candidate)).startsWith("Acme cooks"));
    }

    @Test
    void aScopeLeavesOutAllOtherArticles() throws IOException {
        Candidates found = search("payroll contract", "acme-schools");

        assertThat(found.sentences())
                .isNotEmpty()
                .allSatisfy(candidate ->
                        assertThat(lease.citation(candidate).article()).isEqualTo("acme-schools"));
    }

    @Test
    void aWordThatNoArticleHasIsKnownToBeUnknown() throws IOException {
        Candidates found = search("payroll zeppelins", null);

        assertThat(found.terms()).extracting(Candidates.Term::known).containsExactly(true, false);
        assertThat(found.terms().get(1).weight())
                .isGreaterThan(found.terms().get(0).weight());
    }

    @Test
    void nothingInAQuestionIsQuerySyntax() throws IOException {
        assertThat(search("title:* AND (payroll OR \"", null).sentences()).isNotEmpty();
        assertThat(search("*:*", null).sentences()).isEmpty();
    }

    @Test
    void aQuoteIsFoundAgainByItsPlaceAndOnlyThere() throws IOException {
        Quote quote = lease.quote(search("pay slips friday", null).sentences().getFirst(), 1);

        assertThat(lease.quote(quote.place())).map(Quote::text).contains(quote.text());
        assertThat(lease.quote(new Quote.Place("acme-payroll", new Span(3, 9)))).isEmpty();
        assertThat(lease.quote(new Quote.Place("gone", quote.span()))).isEmpty();
    }

    @Test
    void theSpeakerIsNamedWhereTheSentenceNamesOne() throws IOException {
        List<Candidate> saving = search("save £2m", "acme-payroll").sentences().stream()
                .filter(candidate -> text(candidate).contains("would save"))
                .toList();

        assertThat(lease.quote(saving.getFirst(), 1).speaker()).startsWith("Jane Roe");
    }

    @Test
    void aMisspeltWordIsCorrectedToOneOfTheCorpus() throws IOException {
        assertThat(lease.corrected("how long is the payorll contarct with Acme?"))
                .contains("how long is the payroll contract with Acme?");
        assertThat(lease.corrected("PARENTS PAY FOR SCHOL MEELS")).contains("PARENTS PAY FOR school meals");
    }

    @Test
    void aWordThatTheCorpusHasOrThatIsLikeNoneStaysAsItIs() throws IOException {
        assertThat(lease.corrected("payroll contract of the zeppelin")).isEmpty();
        assertThat(lease.corrected("meal, pay and 12x4 libs")).isEmpty();
    }

    @Test
    void aNameIsCorrectedInOneLetterOnly() throws IOException {
        assertThat(lease.corrected("does Northtawn pay?")).contains("does northtown pay?");
        assertThat(lease.corrected("does Northtawm pay?")).isEmpty();
    }

    @Test
    void theSpeakerIsTheOneThatTheParagraphNames() throws IOException {
        Quote quote = lease.quote(
                search("save £2m", "acme-payroll").sentences().stream()
                        .filter(candidate -> text(candidate).contains("would save"))
                        .findFirst()
                        .orElseThrow(),
                1);

        assertThat(quote.speaker()).isEqualTo("Jane Roe, treasurer of Northtown");
    }

    private Candidates search(String text, @org.jspecify.annotations.Nullable String article) throws IOException {
        return lease.search(new Query(text, Fixture.NAMES.find(text, Names.Writing.QUESTION), article, 10));
    }

    private String text(Candidate candidate) {
        try {
            return lease.quote(candidate, 1).text();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int bit(Candidates found, String term) {
        return 1 << found.terms().stream().map(Candidates.Term::text).toList().indexOf(term);
    }
}
