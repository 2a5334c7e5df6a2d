package sourcebook.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.answer.Answering;
import sourcebook.answer.Desk;
import sourcebook.answer.contract.Contracts;
import sourcebook.app.settings.Settings;
import sourcebook.dialogue.ContractRegister;
import sourcebook.dialogue.Response;
import sourcebook.embed.Embedder;
import sourcebook.library.Library;
import sourcebook.model.Answer;
import sourcebook.model.Reply;
import sourcebook.question.Questions;
import sourcebook.question.contract.ListQuestion;
import sourcebook.render.JsonAnswer;
import sourcebook.render.PlainAnswer;
import sourcebook.render.PlainResponse;

/** {@code ask}: one question, or a file of them. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Answers a question with quotes. Indexes the corpus first if it never was.")
final class AskCommand implements Callable<Integer> {
    private final Cli cli;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "The question; it needs no quotation marks.")
    private List<String> question = List.of();

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + Desk.MAX_QUOTES,
            description = "At most this many quotes, from 1 to " + Desk.MAX_QUOTES + ".")
    private int limit = Desk.MAX_QUOTES;

    @Option(
            names = "--batch",
            paramLabel = "FILE.jsonl",
            description = "Answer each line {\"id\",\"question\",\"scope\"?} of the file with a line of JSON;"
                    + " scope is the id of the one article to answer from.")
    private @Nullable Path batch;

    @Option(names = "--article", paramLabel = "ID", description = "Answer from this article alone.")
    private @Nullable String article;

    @Option(
            names = "--audience",
            paramLabel = "NAME",
            description = "Answer also from articles for this audience; may be given again.")
    private List<String> audiences = List.of();

    AskCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() throws Exception {
        checkUsage();
        Settings settings = cli.settings();
        try (Embedder embedder = cli.embedder();
                Library library = new Library(settings.corpus(), settings.state(), embedder, cli.clock())) {
            int indexed = new Indexing(cli.terminal()).runIfNone(library, Cli.OPERATOR);
            if (indexed != Cli.DONE) {
                return indexed;
            }
            Answering answering = new Answering(library::lease).seenBy(TalkCommand.clearance(audiences));
            if (batch != null) {
                return new Batch(answering, new JsonAnswer(settings.links()), cli.terminal(), limit).run(batch);
            }
            Optional<Response.Listed> list = list(library);
            return list.isPresent() ? listed(list.get(), settings) : one(answering, settings);
        }
    }

    /** The contracts that the question asks to be listed, if it does and there are any; programs get quotes alone. */
    private Optional<Response.Listed> list(Library library) throws IOException {
        String text = Questions.clean(String.join(" ", question));
        if (json || article != null || !ListQuestion.isOne(text)) {
            return Optional.empty();
        }
        ContractRegister register = new ContractRegister(new Contracts(library::lease), cli.clock());
        return register.contracts(text, TalkCommand.clearance(audiences)) instanceof Response.Listed listed
                        && listed.listing().count() > 0
                ? Optional.of(listed)
                : Optional.empty();
    }

    private int listed(Response.Listed list, Settings settings) {
        cli.terminal()
                .out()
                .println(new PlainResponse(settings.links(), cli.terminal().colour()).render(list));
        return Cli.DONE;
    }

    private int one(Answering answering, Settings settings) throws IOException {
        Reply reply = answering.ask(String.join(" ", question), article, limit);
        cli.terminal()
                .out()
                .println(
                        json
                                ? new JsonAnswer(settings.links()).render("", reply)
                                : new PlainAnswer(
                                                settings.links(), cli.terminal().colour())
                                        .render(reply.answer()));
        return reply.answer() instanceof Answer.Found ? Cli.DONE : Cli.NO_ANSWER;
    }

    private void checkUsage() {
        if (question.isEmpty() == (batch == null)) {
            throw usage("Ask a question, or give a file of questions with --batch.");
        }
        if (limit < 1 || limit > Desk.MAX_QUOTES) {
            throw usage("--limit must be from 1 to " + Desk.MAX_QUOTES + ", got " + limit + ".");
        }
    }

    private RuntimeException usage(String message) {
        return spec == null
                ? new IllegalArgumentException(message)
                : new ParameterException(spec.commandLine(), message);
    }
}
