package sourcebook.answer.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.answer.Answering;
import sourcebook.dialogue.Asker;
import sourcebook.dialogue.Audiences;
import sourcebook.dialogue.ContractRegister;
import sourcebook.dialogue.Dialogue;
import sourcebook.dialogue.Place;
import sourcebook.dialogue.Response;
import sourcebook.dialogue.Subjects;
import sourcebook.dialogue.Utterance;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.model.Answer;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;
import sourcebook.model.contract.Contract;
import sourcebook.model.contract.Listing;
import sourcebook.model.contract.Source.Notice;
import sourcebook.model.contract.Source.Said;
import sourcebook.render.FactWording;

/** Asks the sample corpus the questions of {@code contract-questions.md}, each a test by its own words. */
class ContractQuestionsTest {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    private static final Asker NOBODY = new Asker("test", "", "");
    private static final Place HERE = new Place("test", "", "", null, true);

    @TempDir
    private static Path state;

    private static Library library;
    private static Dialogue dialogue;

    /** What a person sees of an answer. */
    private record Shown(boolean found, List<String> cites, String words, String stated, int count) {}

    @BeforeAll
    static void index() throws IOException {
        library = new Library(Path.of("index-data"), state, null, TODAY);
        Reindex outcome = library.reindex(Order.by(Actor.operator("a test")), Progress.Watcher.NONE);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Reindex.Published.class,
                        p -> assertThat(p.report().problems()).isEmpty());
        ContractRegister register = new ContractRegister(new Contracts(library::lease), TODAY);
        dialogue = new Dialogue(new Answering(library::lease), Subjects.NONE, Audiences.PUBLIC, register);
    }

    @AfterAll
    static void close() throws IOException {
        library.close();
    }

    @Test
    void thereAreEnoughQuestions() throws IOException {
        assertThat(ContractQuestion.all()).hasSizeGreaterThanOrEqualTo(80);
    }

    @TestFactory
    Stream<DynamicTest> everyQuestionIsAnsweredAsItMust() throws IOException {
        return ContractQuestion.all().stream()
                .map(question -> DynamicTest.dynamicTest(question.question(), () -> check(question)));
    }

    private static void check(ContractQuestion question) throws IOException {
        Shown shown = ask(question.question());

        assertThat(shown.found).as(shown.toString()).isEqualTo(question.found());
        assertThat(shown.cites).as(shown.toString()).containsAll(question.cites());
        question.quotes().forEach(quote -> assertThat(shown.words).contains(quote));
        question.states().forEach(stated -> assertThat(shown.stated).containsIgnoringCase(stated));
        question.never().forEach(never -> assertThat(shown.stated).doesNotContain(never));
        assertThat(question.count() < 0 || question.count() == shown.count)
                .as("count of " + shown)
                .isTrue();
    }

    private static Shown ask(String question) throws IOException {
        return switch (dialogue.hear(new Utterance(NOBODY, HERE, question))) {
            case Response.Listed listed -> shown(listed.listing());
            case Response.Answered answered
            when answered.reply().answer() instanceof Answer.Found found -> shown(found);
            case Response other -> new Shown(false, List.of(), "", other.toString(), 0);
        };
    }

    private static Shown shown(Answer.Found found) {
        List<String> cites = found.evidence().stream()
                .flatMap(ContractQuestionsTest::article)
                .toList();
        String words = found.evidence().stream().map(Evidence::text).collect(Collectors.joining("\n"));
        String facts = found.evidence().stream()
                .map(evidence -> evidence instanceof Fact fact ? FactWording.statement(fact) : "")
                .collect(Collectors.joining("\n"));
        return new Shown(true, cites, words, found.headline() + "\n" + facts, 0);
    }

    private static Shown shown(Listing listing) {
        int withValue = listing.count() - listing.withoutValue();
        String stated = Stream.of(
                        listing.rows().stream().map(Contract::title),
                        listing.rows().stream()
                                .flatMap(row -> row.facts().stream())
                                .map(FactWording::statement),
                        listing.totals().stream().map(Listing.Total::shown),
                        listing.notes().stream(),
                        Stream.of(withValue + " of " + listing.count()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        return new Shown(listing.count() > 0, List.of(), "", stated, listing.count());
    }

    private static Stream<String> article(Evidence evidence) {
        return switch (evidence) {
            case Quote quote -> Stream.of(quote.citation().article());
            case Fact fact ->
                switch (fact.source()) {
                    case Said said -> Stream.of(said.quote().citation().article());
                    case Notice notice -> Stream.empty();
                };
        };
    }
}
