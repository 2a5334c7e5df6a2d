package sourcebook.render.slack;

import java.util.List;
import java.util.stream.Collectors;
import sourcebook.dialogue.Response.Help.Line;

/** What Slack users see besides answers: the help, and short sentences from us. */
public final class SlackHelp {
    private static final int MAX_EXAMPLES = 5;
    private static final int MAX_EXAMPLE = 500;
    private static final int MAX_COMMANDS = 12;
    private static final int MAX_WHAT = 110;

    private SlackHelp() {}

    /** How to ask, with examples that the corpus can answer; there may be none. */
    public static SlackMessage help(List<String> examples) {
        SlackBlocks blocks = new SlackBlocks();
        blocks.markup(
                "*Ask about outsourcing* and get the exact words of the sources, with who said it, where and when.\n"
                        + "Type `/outsourcing` and your question. Only you see the answer; *Share to channel* shows it to all.\n"
                        + "If no source answers, I say so.");
        if (!examples.isEmpty()) {
            blocks.markup(examples.stream()
                    .limit(MAX_EXAMPLES)
                    .map(example ->
                            "• `/outsourcing " + SlackBlocks.escape(example.replace('`', '\''), MAX_EXAMPLE) + "`")
                    .collect(Collectors.joining("\n", "For example:\n", "")));
        }
        return new SlackMessage("Type /outsourcing and a question about outsourcing.", blocks.blocks());
    }

    /** The same with the commands that can be used here. */
    public static SlackMessage help(List<Line> commands, List<String> examples) {
        SlackMessage whole = help(examples);
        SlackBlocks blocks = new SlackBlocks();
        if (!commands.isEmpty()) {
            blocks.markup(commands.stream()
                    .limit(MAX_COMMANDS)
                    .map(line ->
                            "• `/outsourcing " + code(line.usage()) + "`  " + SlackBlocks.escape(line.what(), MAX_WHAT))
                    .collect(Collectors.joining("\n")));
        }
        whole.blocks().addAll(blocks.blocks());
        return whole;
    }

    private static String code(String words) {
        return SlackBlocks.escape(words.replace('`', '\''), MAX_WHAT);
    }

    /** One or two sentences, without any markup. */
    public static SlackMessage sentence(String sentence) {
        String words = SlackBlocks.cut(sentence, 1_000);
        return new SlackMessage(
                SlackBlocks.escape(words, SlackMessage.MAX_TEXT),
                new SlackBlocks().plain(words).blocks());
    }
}
