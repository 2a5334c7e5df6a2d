package sourcebook.render.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Progress;
import sourcebook.model.Generation;
import sourcebook.model.Problem;
import sourcebook.render.Wording;

/** What admins see in Slack besides a reindex itself, and what everybody else sees in its place. */
public final class SlackAdmin {
    /** Of more admins the others are not named. */
    private static final int MAX_ADMINS = 5;

    private static final int MAX_PROBLEMS = 100;
    private static final int PARAGRAPHS = 8;
    private static final int MAX_REASON = 300;

    private SlackAdmin() {}

    /**
     * What is kept, and what runs.
     *
     * @param last the reindex that runs, or how the last one ended; null where there was none
     * @param kept every generation, newest first
     */
    public record Desk(@Nullable Progress last, List<KeptGeneration> kept) {
        public Desk {
            kept = List.copyOf(kept);
        }

        boolean running() {
            return last != null && !last.stage().ended();
        }
    }

    /** For somebody who is no admin: whom to ask. Their names are shown; nobody but the asker sees it. */
    public static SlackMessage whomToAsk(List<String> admins) {
        String sentence = admins.isEmpty()
                ? "Only admins of Sourcebook can do that, and none is named for this workspace. Whoever runs Sourcebook"
                        + " names them in SOURCEBOOK_ADMINS."
                : "Only admins of Sourcebook can do that. Please ask one of them:";
        SlackBlocks blocks = new SlackBlocks();
        blocks.plain(sentence);
        if (!admins.isEmpty()) {
            blocks.people(admins.stream().sorted().limit(MAX_ADMINS).toList());
        }
        return new SlackMessage(SlackBlocks.escape(sentence), blocks.blocks());
    }

    /** Generations with when, by whom, how much and which is served; and what runs. */
    public static SlackMessage status(Desk desk) {
        SlackBlocks blocks = new SlackBlocks();
        List<String> lines =
                Stream.concat(state(desk).stream(), generations(desk.kept())).toList();
        blocks.lines(lines, PARAGRAPHS);
        return new SlackMessage(SlackBlocks.escape(lines.getFirst(), SlackMessage.MAX_TEXT), blocks.blocks());
    }

    /** What is wrong with files of the generation that is served. */
    public static SlackMessage problems(List<Problem> problems) {
        String heading = problems.isEmpty()
                ? "Every file of the corpus could be read."
                : Wording.count(problems.size(), "problem") + " with files of the corpus:";
        List<String> lines = new ArrayList<>(List.of(heading));
        problems.stream()
                .limit(MAX_PROBLEMS)
                .forEach(problem ->
                        lines.add((problem.level() == Problem.Level.ERROR ? "not read: " : "note: ") + problem));
        SlackBlocks blocks = new SlackBlocks().lines(lines, PARAGRAPHS);
        return new SlackMessage(heading, blocks.blocks());
    }

    /** A modal that asks why an index that was refused is to be served; the sealed value comes back with it. */
    public static String whyForced(String sealed) {
        SlackBlocks blocks = new SlackBlocks();
        blocks.plain("The corpus is indexed again, and served although a fifth of the articles is gone or a golden"
                + " question has lost its answer. The reason is kept.");
        ObjectNode view = SlackViews.modal("Serve it all the same", blocks);
        view.put("callback_id", SlackViews.FORCED);
        view.put("private_metadata", sealed);
        SlackBlocks.plainText(view.putObject("submit"), "Reindex");
        ObjectNode input = ((ArrayNode) view.get("blocks")).addObject();
        input.put("type", "input").put("block_id", SlackViews.REASON_BLOCK);
        SlackBlocks.plainText(input.putObject("label"), "Why");
        input.putObject("element")
                .put("type", "plain_text_input")
                .put("action_id", SlackViews.REASON_BLOCK)
                .put("min_length", 1)
                .put("max_length", MAX_REASON);
        return view.toString();
    }

    /** The admins' part of the Home tab. */
    static void desk(SlackBlocks blocks, Desk desk, Seals seals) {
        blocks.lines(
                Stream.concat(state(desk).stream(), generations(desk.kept())).toList(), PARAGRAPHS);
        ArrayNode buttons = blocks.actions();
        if (desk.last() != null && desk.running()) {
            SlackBlocks.button(
                    buttons,
                    Seals.CANCEL,
                    "Cancel",
                    seals.seal(Seals.CANCEL, desk.last().run()));
        } else {
            SlackBlocks.button(buttons, Seals.REINDEX, "Reindex", seals.seal(Seals.REINDEX, "changed"));
            back(desk.kept()).ifPresent(way -> {
                SlackBlocks.button(
                        buttons, Seals.BACK, "Go back to generation " + way.to(), seals.seal(Seals.BACK, way.value()));
                SlackBlocks.confirmed(
                        buttons, "Go back to generation " + way.to() + "? It is served at once.", "Go back");
            });
        }
        blocks.plainContext("Type /outsourcing-admin help in any channel for all that admins can do.");
    }

    /** From the generation that is served to the one before it. */
    private record Way(long from, long to) {
        String value() {
            return from + " " + to;
        }
    }

    private static Optional<Way> back(List<KeptGeneration> kept) {
        Optional<Long> live = kept.stream()
                .filter(KeptGeneration::live)
                .map(KeptGeneration::number)
                .findFirst();
        return live.flatMap(from -> kept.stream()
                .map(KeptGeneration::number)
                .filter(number -> number < from)
                .findFirst()
                .map(to -> new Way(from, to)));
    }

    private static List<String> state(Desk desk) {
        Progress last = desk.last();
        if (last == null) {
            return List.of("No reindex has run yet.");
        }
        if (desk.running()) {
            return List.of(
                    "A reindex is running: " + last.stage() + SlackReindex.bar(last),
                    SlackReindex.counts(last.work()) + ".",
                    SlackReindex.ordered(last));
        }
        List<String> lines = new ArrayList<>();
        lines.add("The last reindex: " + last.stage() + ". " + SlackReindex.ordered(last));
        lines.addAll(last.reasons());
        return lines;
    }

    private static Stream<String> generations(List<KeptGeneration> kept) {
        return kept.stream().map(SlackAdmin::line);
    }

    private static String line(KeptGeneration kept) {
        Generation generation = kept.generation();
        if (generation == null) {
            return "Generation " + kept.number() + " cannot be read: it is damaged, or of another version.";
        }
        return (kept.live() ? "▶ " : "· ") + "Generation " + kept.number() + (kept.live() ? ", live" : "") + ": built "
                + Wording.time(generation.builtAt()) + " by " + kept.by() + ", "
                + Wording.count(generation.holdings().articles(), "article") + ", "
                + Wording.count(generation.holdings().sentences(), "sentence") + ", model " + generation.model() + ".";
    }
}
