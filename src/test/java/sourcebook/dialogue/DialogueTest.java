package sourcebook.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sourcebook.Fixture;
import sourcebook.answer.Answering;
import sourcebook.index.Generations;
import sourcebook.model.Answer.Found;
import sourcebook.model.Answer.NotFound;
import sourcebook.model.Article;
import sourcebook.model.Citation;
import sourcebook.model.Evidence;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.audience.Audience;
import sourcebook.model.audience.Clearance;

final class DialogueTest {
    private static final Asker ASKER = new Asker("test", "T", "U");
    private static final Place THREAD = new Place("test", "T", "C", "1", false);
    private static final Place ELSEWHERE = new Place("test", "T", "C", "2", false);

    private static final Article SOUTHTOWN = Fixture.article(
            "southtown",
            "Southtown's payroll contract",
            "2020",
            "The payroll contract of Southtown runs for three years. Southtown pays £1.1m for it.");
    private static final Article SECRET = new Article(
            new Citation("secret", "The Quillbrook payroll settlement", null, null, null, null, null),
            "Mary Canary, director of Acme, said the Quillbrook payroll settlement costs £99m. Quillbrook is far.",
            new Audience("legal"));

    /** Sentences that say much the same, so that none stands far behind another. */
    private static final String TOLLS =
            "The toll bridge opened in May. The toll bridge closed in June. The toll bridge opened in"
                    + " July. The toll bridge closed in August. The toll bridge opened in March. The toll bridge closed in April.";

    @TempDir
    private Path state;

    @TempDir
    private Path otherState;

    private final Map<Strand, Subject> kept = new HashMap<>();
    private Generations generations;
    private Answering answering;
    private Dialogue dialogue;
    private Clearance clearance = Clearance.PUBLIC;

    @BeforeEach
    void serve() throws IOException {
        List<Article> articles = new ArrayList<>(Fixture.ALL);
        articles.addAll(List.of(SOUTHTOWN, SECRET));
        generations = Fixture.served(state, articles);
        answering = new Answering(() -> generations.lease());
        dialogue = new Dialogue(answering, new InMemory(), said -> clearance, Register.NONE);
    }

    private void serveToo(Article article) throws IOException {
        generations.close();
        List<Article> articles = new ArrayList<>(Fixture.ALL);
        articles.add(article);
        generations = Fixture.served(otherState, articles);
    }

    @AfterEach
    void close() throws IOException {
        generations.close();
    }

    private final class InMemory implements Subjects {
        @Override
        public Optional<Subject> last(Strand strand) {
            return Optional.ofNullable(kept.get(strand));
        }

        @Override
        public void remember(Strand strand, Subject subject) {
            kept.put(strand, subject);
        }

        @Override
        public void forget(Strand strand) {
            kept.remove(strand);
        }
    }

    @Test
    void aQuestionIsAnsweredWithQuotes() throws IOException {
        assertThat(best(hear("How long is Northtown's payroll contract with Acme?")))
                .contains("seven-year");
    }

    @Test
    void aFollowUpKeepsTheSubject() throws IOException {
        hear("How long is Northtown's payroll contract with Acme?");

        Response.Answered answered = hear("how much is it worth?");

        assertThat(best(answered)).isEqualTo("The payroll contract is worth £12.4m.");
        assertThat(answered.understood()).contains("how much is it worth?").contains("Northtown's payroll contract");
    }

    @Test
    void anotherNameIsPutInPlaceOfTheFirst() throws IOException {
        hear("How long is Northtown's payroll contract with Acme?");

        Response.Answered answered = hear("and Southtown?");

        assertThat(answered.understood()).isEqualTo("How long is Southtown's payroll contract?");
        assertThat(best(answered)).isEqualTo("The payroll contract of Southtown runs for three years.");
    }

    @Test
    void aYearIsAskedOfTheSameQuestion() throws IOException {
        hear("Who signed the payroll contract with Acme?");

        assertThat(hear("as of 2016?").understood()).isEqualTo("Who signed the payroll contract with Acme as of 2016?");
        assertThat(hear("and in 2019").understood()).isEqualTo("Who signed the payroll contract with Acme in 2019?");
    }

    @Test
    void aQuestionThatStandsByItselfChangesTheTopic() throws IOException {
        hear("How long is Northtown's payroll contract with Acme?");

        Response.Answered answered = hear("Who has run the village libraries since 2012?");

        assertThat(answered.understood()).isNull();
        assertThat(best(answered)).startsWith("Volunteers have run five village libraries");
        assertThat(kept).hasEntrySatisfying(Strand.of(said(THREAD, "")), subject -> {
            assertThat(subject.article()).isEqualTo("libraries");
            assertThat(subject.party()).isNull();
        });
    }

    @Test
    void anotherThreadKnowsNothingOfIt() throws IOException {
        hear("How long is Northtown's payroll contract with Acme?");

        assertThat(dialogue.hear(said(ELSEWHERE, "and Southtown?")))
                .isInstanceOfSatisfying(
                        Response.Answered.class,
                        answered -> assertThat(answered.understood()).isNull());
    }

    @Test
    void nextQuestionsHaveAnswersOfTheirOwn() throws IOException {
        Response.Answered answered = hear("How long is Northtown's payroll contract with Acme?");

        assertThat(answered.next()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        for (String next : answered.next()) {
            assertThat(answering.ask(next, null, 1).answer()).as(next).isInstanceOf(Found.class);
        }
    }

    @Test
    void pagesHaveEveryQuoteOnce() throws IOException {
        serveToo(Fixture.article("toll", "The toll bridge", "2020-01-01", TOLLS));
        Response.Answered first = hear("toll bridge");
        List<String> texts = new ArrayList<>(texts(first));
        boolean more = first.more();
        for (int page = 1; more && page < 9; page++) {
            Response.Answered next =
                    (Response.Answered) dialogue.more(said(THREAD, first.reply().question()), page);
            texts.addAll(texts(next));
            more = next.more();
        }

        assertThat(texts).hasSizeGreaterThan(Dialogue.QUOTES).doesNotHaveDuplicates();
        assertThat(dialogue.more(said(THREAD, "toll bridge"), 9)).isInstanceOf(Response.Told.class);
    }

    @Test
    void aQuotesParagraphIsShownAroundIt() throws IOException {
        Response.Answered answered = hear("How much is Northtown's payroll contract with Acme worth?");
        Quote quote = (Quote) ((Found) answered.reply().answer()).evidence().getFirst();

        Context context = dialogue.context(said(THREAD, ""), quote.place()).orElseThrow();

        assertThat(context.sentence().text()).isEqualTo(quote.text());
        assertThat(context.paragraph().text())
                .startsWith("Northtown Example Council signed")
                .contains(quote.text());
    }

    @Test
    void commandsAreUnderstood() throws IOException {
        assertThat(dialogue.hear(said(THREAD, "Help!"))).isInstanceOf(Response.Help.class);
        assertThat(dialogue.hear(said(THREAD, "verify \"The payroll contract is worth £12.4m\"")))
                .isInstanceOfSatisfying(
                        Response.Verified.class,
                        verified -> assertThat(verified.claims().getFirst().finding())
                                .isInstanceOf(Verification.Verbatim.class));
        assertThat(texts(hear("said Jane Roe")))
                .containsExactly("Jane Roe, treasurer of Northtown, said the contract would save £2m.");
        assertThat(dialogue.hear(said(THREAD, "contracts"))).isInstanceOf(Response.Told.class);
    }

    @Test
    void theSourcesAreThoseOfTheLastAnswerOrAllArticles() throws IOException {
        assertThat(dialogue.hear(said(ELSEWHERE, "sources")))
                .isInstanceOfSatisfying(
                        Response.Sources.class,
                        sources -> assertThat(sources.all()).isEqualTo(4));
        hear("Who has run the village libraries since 2012?");
        assertThat(dialogue.hear(said(THREAD, "source?")))
                .isInstanceOfSatisfying(
                        Response.Sources.class,
                        sources -> assertThat(sources.articles())
                                .extracting(Citation::article)
                                .contains("libraries"));
    }

    @Test
    void nothingLeaksWhatThePlaceMayNotSee() throws IOException {
        clearance = Clearance.of(Audience.PUBLIC, new Audience("legal"));
        Response.Answered seen = hear("How much does the Quillbrook payroll settlement cost?");
        Quote quote = (Quote) ((Found) seen.reply().answer()).evidence().getFirst();
        assertThat(quote.text()).contains("£99m");

        clearance = Clearance.PUBLIC;

        for (String typed : List.of(
                "How much does it cost?",
                "and Acme?",
                "source",
                "sources",
                "said Mary Canary",
                "What did Mary Canary say about Acme?",
                "verify \"the Quillbrook payroll settlement costs £99m\"",
                "verify Quillbrook is far away today",
                "In the article on the Quillbrook settlement, how much?",
                "payroll settlement",
                "quilbrook payroll",
                "help")) {
            String claim = typed.replaceFirst("^verify ", "").replace("\"", "");
            assertThat(dialogue.hear(said(THREAD, typed)).toString().replace(claim, ""))
                    .as(typed)
                    .doesNotContain("£99m", "costs", "director", "article=secret");
        }
        assertThat(dialogue.again(said(THREAD, ""), List.of(quote.place()))).isEmpty();
        assertThat(dialogue.context(said(THREAD, ""), quote.place())).isEmpty();
        assertThat(dialogue.more(said(THREAD, "Quillbrook payroll settlement"), 0)
                        .toString())
                .doesNotContain("£99m", "article=secret");
    }

    static List<String> badInput() {
        return List.of(
                "",
                " \n\t ",
                "?!…",
                "😀 🇬🇧 👩‍👩‍👧",
                "\u0000\u0007\u001b[2J",
                "\ud800",
                "a".repeat(10_000),
                "payroll ".repeat(1_300),
                "title:* AND (",
                "+payroll -contract \"",
                "body:[a TO z]",
                "payroll~2^9",
                "\\",
                "/.*/",
                "*:*",
                "Wie lange läuft der Vertrag?",
                "合同期限是多久",
                "كم مدة العقد",
                "verify",
                "verify \"",
                "verify “”",
                "verify \"" + "word ".repeat(2_000) + "\"",
                "verify title:* AND (",
                "said",
                "said \"",
                "said :",
                "said about",
                "said \u0000 about \u0007",
                "In the article on , what?",
                "In the article “”, what?",
                "and ?",
                "contracts ???",
                "expiring 😀",
                "/help",
                "how",
                "it",
                "source \"");
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void whateverIsTypedGetsAnAnswerInWords(String typed) throws IOException {
        hear("How long is Northtown's payroll contract with Acme?");

        assertThat(dialogue.hear(said(THREAD, typed))).isNotNull();
        assertThat(dialogue.more(said(THREAD, typed), 1)).isNotNull();
        assertThat(dialogue.verify(said(THREAD, typed))).isNotNull();
    }

    @Test
    void aQueryInTheQuestionIsNothingButWords() throws IOException {
        assertThat(hear("title:* AND (").reply().answer()).isInstanceOf(NotFound.class);
        assertThat(hear("body:libraries~2^9").reply().answer().toString()).doesNotContain("acme-payroll");
        assertThat(dialogue.hear(said(THREAD, "x".repeat(501))).toString()).contains("longer than 500 characters");
    }

    private Response.Answered hear(String typed) throws IOException {
        Response response = dialogue.hear(said(THREAD, typed));
        assertThat(response).as(typed).isInstanceOf(Response.Answered.class);
        return (Response.Answered) response;
    }

    private static Utterance said(Place place, String typed) {
        return new Utterance(ASKER, place, typed);
    }

    private static String best(Response.Answered answered) {
        return texts(answered).getFirst();
    }

    private static List<String> texts(Response.Answered answered) {
        Reply reply = answered.reply();
        assertThat(reply.answer()).as(reply.question()).isInstanceOf(Found.class);
        return ((Found) reply.answer()).evidence().stream().map(Evidence::text).toList();
    }
}
