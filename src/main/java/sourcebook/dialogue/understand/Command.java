package sourcebook.dialogue.understand;

import java.util.List;
import sourcebook.dialogue.Response;
import sourcebook.question.Saying;

/** What somebody wants, read off the first word; whatever is no command is a question. */
public sealed interface Command {
    record Help() implements Command {}

    record Said(Saying saying) implements Command {}

    /** The text may be empty, then nothing was given to verify. */
    record Verify(String text) implements Command {}

    record Source() implements Command {}

    record Contracts(String about) implements Command {}

    record Expiring(String within) implements Command {}

    record Ask(String question) implements Command {}

    /** As the help shows them. */
    List<Response.Help.Line> HELP = List.of(
            new Response.Help.Line(
                    "a question, such as how long is the contract with …?", "quotes the sentences that answer it"),
            new Response.Help.Line("said NAME about TOPIC", "quotes what somebody said, the topic may be left out"),
            new Response.Help.Line(
                    "verify \"words\" by NAME", "tells whether a source has these words, the name may be left out"),
            new Response.Help.Line("in the article on NAME, a question", "answers from one article alone"),
            new Response.Help.Line("source", "lists the sources of the last answer, or the articles"),
            new Response.Help.Line("contracts NAME", "lists contracts, of one party or all"),
            new Response.Help.Line("expiring within 6 months", "lists contracts that end soon"),
            new Response.Help.Line("help", "shows this"));

    /** Reads what was typed; capitals, a slash before a command and a mark behind it do not matter. */
    static Command of(String typed) {
        String text = typed.strip().replaceFirst("^/+", "");
        return Parsing.COMMANDS.stream()
                .<Command>flatMap(parser -> parser.parse(text).stream())
                .findFirst()
                .orElseGet(() -> new Ask(text));
    }
}
