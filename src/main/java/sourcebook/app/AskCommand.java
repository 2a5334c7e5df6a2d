package sourcebook.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.answer.Answering;
import sourcebook.answer.Desk;
import sourcebook.app.settings.Settings;
import sourcebook.dialogue.Asker;
import sourcebook.dialogue.Dialogue;
import sourcebook.dialogue.Place;
import sourcebook.dialogue.Register;
import sourcebook.dialogue.Response;
import sourcebook.dialogue.Subjects;
import sourcebook.dialogue.Utterance;
import sourcebook.dialogue.Verification;
import sourcebook.dialogue.verify.Claim;
import sourcebook.embed.Embedder;
import sourcebook.library.Library;
import sourcebook.model.Answer;
import sourcebook.model.Reply;
import sourcebook.model.audience.Audience;
import sourcebook.model.audience.Clearance;
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
            Answering answering = new Answering(library::lease).seenBy(clearance(audiences));
            return batch == null
                    ? one(answering, settings)
                    : new Batch(answering, new JsonAnswer(settings.links()), cli.terminal(), limit).run(batch);
        }
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

    /** What is public, and these audiences. */
    private static Clearance clearance(List<String> names) {
        return Clearance.of(
                Stream.concat(Stream.of(Audience.PUBLIC), names.stream().map(Audience::of))
                        .toList());
    }

    /** {@code verify}: whether a source has some words. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Tells whether a source has these words, verbatim, nearly or not. Indexes the corpus first if it"
                            + " never was.")
    static final class Verify implements Callable<Integer> {
        private static final Utterance HERE =
                new Utterance(new Asker("cli", "", ""), new Place("cli", "", "", null, true), "");

        private final Cli cli;

        @Parameters(arity = "1..*", paramLabel = "WORDS", description = "The words, in quotation marks.")
        private List<String> words = List.of();

        @Option(names = "--by", paramLabel = "NAME", description = "Who is claimed to have said them.")
        private @Nullable String by;

        @Option(
                names = "--audience",
                paramLabel = "NAME",
                description = "Look also into articles for this audience; may be given again.")
        private List<String> audiences = List.of();

        Verify(Cli cli) {
            this.cli = cli;
        }

        @Override
        public Integer call() throws Exception {
            Settings settings = cli.settings();
            try (Embedder embedder = cli.embedder();
                    Library library = new Library(settings.corpus(), settings.state(), embedder, cli.clock())) {
                int indexed = new Indexing(cli.terminal()).runIfNone(library, Cli.OPERATOR);
                return indexed == Cli.DONE ? verified(new Answering(library::lease), settings) : indexed;
            }
        }

        private int verified(Answering answering, Settings settings) throws IOException {
            Clearance clearance = clearance(audiences);
            Dialogue dialogue = new Dialogue(answering, Subjects.NONE, said -> clearance, Register.NONE);
            String text = String.join(" ", words);
            Response.Verified verified =
                    dialogue.verify(HERE, by == null ? Claim.of(text) : List.of(new Claim(text, by)));
            cli.terminal()
                    .out()
                    .println(new PlainResponse(settings.links(), cli.terminal().colour()).render(verified));
            return verified.claims().stream().allMatch(claim -> claim.finding() instanceof Verification.Verbatim)
                    ? Cli.DONE
                    : Cli.NO_ANSWER;
        }
    }
}
