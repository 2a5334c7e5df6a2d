package sourcebook.evaluate;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.answer.Answering;
import sourcebook.answer.Desk;
import sourcebook.index.Lease;
import sourcebook.model.Answer;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;
import sourcebook.model.Reply;
import sourcebook.model.contract.Source;
import sourcebook.question.Question;
import sourcebook.question.Questions;
import sourcebook.quote.Chooser;
import sourcebook.quote.Chooser.Choice;
import sourcebook.quote.Model;

/** Sourcebook itself, asked as the chat platforms ask it. */
final class Ours implements Contestant {
    private final Answering.Leases leases;
    private final Answering answering;
    private final boolean ranksArticles;

    Ours(Answering.Leases leases, boolean ranksArticles) {
        this.leases = leases;
        this.answering = new Answering(leases);
        this.ranksArticles = ranksArticles;
    }

    @Override
    public Said ask(QuestionSet.Question question) throws IOException {
        Reply reply = answering.ask(question.text(), question.scope(), QUOTES);
        double confidence = asPrinted(reply.answer().confidence());
        List<String> articles = ranksArticles ? articles(question) : List.of();
        return switch (reply.answer()) {
            case Answer.Found found -> {
                List<Quote> quotes =
                        found.evidence().stream().flatMap(Ours::quote).toList();
                yield new Said(
                        true,
                        confidence,
                        reply.millis(),
                        quotes,
                        quotes.isEmpty() ? null : quotes.getFirst(),
                        articles);
            }
            case Answer.NotFound none ->
                new Said(false, confidence, reply.millis(), List.of(), unsaid(question), articles);
            case Answer.Ambiguous unclear -> new Said(false, confidence, reply.millis(), List.of(), null, articles);
        };
    }

    /** The words of an article that are evidence; a notice has none. */
    private static Stream<Quote> quote(Evidence evidence) {
        return switch (evidence) {
            case Quote quote -> Stream.of(quote);
            case Fact fact ->
                switch (fact.source()) {
                    case Source.Said said -> Stream.of(said.quote());
                    case Source.Notice notice -> Stream.empty();
                };
        };
    }

    /** The sentence that was ranked first and held back. */
    private @Nullable Quote unsaid(QuestionSet.Question question) throws IOException {
        try (Lease lease = lease()) {
            List<Choice> ranked = ranked(question, lease);
            return ranked.isEmpty() ? null : lease.quote(ranked.getFirst().candidate(), 0);
        }
    }

    private List<String> articles(QuestionSet.Question question) throws IOException {
        try (Lease lease = lease()) {
            Set<String> articles = new LinkedHashSet<>();
            for (Choice choice : ranked(question, lease)) {
                articles.add(lease.citation(choice.candidate()).article());
                if (articles.size() == ARTICLES) {
                    break;
                }
            }
            return List.copyOf(articles);
        }
    }

    private static List<Choice> ranked(QuestionSet.Question asked, Lease lease) throws IOException {
        Question question = Questions.read(asked.text(), lease.names(), asked.scope());
        return Chooser.rank(
                lease.search(Desk.query(question)),
                Desk.asked(question),
                Model.inUse(lease.byMeaning(), question.scope() != null));
    }

    private Lease lease() throws IOException {
        return leases.lease().orElseThrow();
    }

    /** As the JSON of an answer has it, so that whoever scores that comes to the same figures. */
    private static double asPrinted(double confidence) {
        return Math.round(confidence * 10_000) / 10_000.0;
    }
}
