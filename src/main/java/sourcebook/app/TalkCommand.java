package sourcebook.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sourcebook.answer.Answering;
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
import sourcebook.model.audience.Audience;
import sourcebook.model.audience.Clearance;
import sourcebook.render.PlainResponse;

/** What can be said in chat beside questions, as commands: the same words, understood in the same place. */
abstract class TalkCommand implements Callable<Integer> {
    static final Utterance HERE = new Utterance(new Asker("cli", "", ""), new Place("cli", "", "", null, true), "");

    private final Cli cli;

    @Option(
            names = "--audience",
            paramLabel = "NAME",
            description = "Look also into articles for this audience; may be given again.")
    private List<String> audiences = List.of();

    TalkCommand(Cli cli) {
        this.cli = cli;
    }

    /** What is answered. */
    abstract Response response(Dialogue dialogue) throws IOException;

    /** Whether that is what was asked for. */
    abstract boolean answers(Response response);

    @Override
    public final Integer call() throws Exception {
        Settings settings = cli.settings();
        try (Embedder embedder = cli.embedder();
                Library library = new Library(settings.corpus(), settings.state(), embedder, cli.clock())) {
            int indexed = new Indexing(cli.terminal()).runIfNone(library, Cli.OPERATOR);
            return indexed == Cli.DONE ? told(new Answering(library::lease), settings) : indexed;
        }
    }

    private int told(Answering answering, Settings settings) throws IOException {
        Clearance clearance = clearance(audiences);
        Response response = response(new Dialogue(answering, Subjects.NONE, said -> clearance, Register.NONE));
        cli.terminal()
                .out()
                .println(new PlainResponse(settings.links(), cli.terminal().colour()).render(response));
        return answers(response) ? Cli.DONE : Cli.NO_ANSWER;
    }

    /** What is public, and these audiences. */
    static Clearance clearance(List<String> names) {
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
    static final class Verify extends TalkCommand {
        @Parameters(arity = "1..*", paramLabel = "WORDS", description = "The words, in quotation marks.")
        private List<String> words = List.of();

        @Option(names = "--by", paramLabel = "NAME", description = "Who is claimed to have said them.")
        private @Nullable String by;

        Verify(Cli cli) {
            super(cli);
        }

        @Override
        Response response(Dialogue dialogue) throws IOException {
            String text = String.join(" ", words);
            return dialogue.verify(HERE, by == null ? Claim.of(text) : List.of(new Claim(text, by)));
        }

        @Override
        boolean answers(Response response) {
            return response instanceof Response.Verified verified
                    && verified.claims().stream().allMatch(claim -> claim.finding() instanceof Verification.Verbatim);
        }
    }

    /** {@code said}: somebody's own words. */
    @Command(
            name = "said",
            mixinStandardHelpOptions = true,
            description = "Quotes what somebody said, about a topic or at all, and nobody else's words."
                    + " Indexes the corpus first if it never was.")
    static final class Said extends TalkCommand {
        @Parameters(
                arity = "1..*",
                paramLabel = "NAME [about TOPIC]",
                description = "The name, and what the words are to be about.")
        private List<String> words = List.of();

        Said(Cli cli) {
            super(cli);
        }

        @Override
        Response response(Dialogue dialogue) throws IOException {
            return dialogue.hear(HERE.saying("said " + String.join(" ", words)));
        }

        @Override
        boolean answers(Response response) {
            return response instanceof Response.Answered answered
                    && answered.reply().answer() instanceof Answer.Found;
        }
    }

    /** {@code source}: what is searched. */
    @Command(
            name = "source",
            mixinStandardHelpOptions = true,
            description = "Lists the articles that are searched, the first of them. Indexes the corpus first if it"
                    + " never was.")
    static final class Source extends TalkCommand {
        Source(Cli cli) {
            super(cli);
        }

        @Override
        Response response(Dialogue dialogue) throws IOException {
            return dialogue.hear(HERE.saying("source"));
        }

        @Override
        boolean answers(Response response) {
            return response instanceof Response.Sources;
        }
    }
}
