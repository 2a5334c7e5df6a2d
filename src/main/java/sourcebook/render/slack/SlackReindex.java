package sourcebook.render.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Report;
import sourcebook.library.report.Report.Listed;
import sourcebook.library.report.Stage;
import sourcebook.render.Wording;

/** A reindex in Slack: a message that is shown anew while it goes, how it ended, and the details of what it changed. */
public final class SlackReindex {
    private static final int BAR = 20;
    private static final int MINUTE = 60;
    private static final int PERCENT = 100;
    private static final int GOLDEN = 10;
    private static final int LOST = 10;
    private static final int IDS = 40;
    private static final int PARAGRAPHS = 12;
    private static final String DETAILS = "What changed";
    private static final String STILL = "What was served before still is.";

    private SlackReindex() {}

    /** Where it stands: a bar, counts, the time left. */
    public static SlackMessage running(Progress now, Seals seals) {
        SlackBlocks blocks = new SlackBlocks();
        String state = "Reindex: " + now.stage() + bar(now);
        blocks.plain(state);
        blocks.plainContext(counts(now.work()));
        blocks.plainContext(ordered(now));
        ArrayNode buttons = blocks.actions();
        SlackBlocks.button(buttons, Seals.CANCEL, "Cancel", seals.seal(Seals.CANCEL, now.run()));
        return new SlackMessage(SlackBlocks.escape(state), blocks.blocks());
    }

    /**
     * A reindex that ended.
     *
     * @param report null where it came to nothing that could be checked
     * @param before the generation that was served before, 0 where there is none to go back to
     * @param whole whether file names, questions and words may be shown; only figures otherwise
     */
    public record Ended(Progress last, @Nullable Report report, long before, boolean whole) {}

    /** How it ended, what it changed, and the way back. */
    public static SlackMessage ended(Ended ended, Seals seals) {
        SlackBlocks blocks = new SlackBlocks();
        String heading = heading(ended);
        List<String> lines = new ArrayList<>(List.of(heading));
        lines.addAll(told(ended));
        blocks.lines(lines, PARAGRAPHS);
        blocks.plainContext(ordered(ended.last()));
        buttons(blocks, ended, seals);
        return new SlackMessage(SlackBlocks.escape(heading, SlackMessage.MAX_TEXT), blocks.blocks());
    }

    /** The details, as a modal. */
    public static String details(Report report) {
        SlackBlocks blocks = new SlackBlocks();
        blocks.plainContext("Generation " + report.generation() + ": " + report.outcome() + ". Ordered by "
                + report.by() + ", " + Wording.time(report.at()) + ".");
        blocks.lines(all(report), PARAGRAPHS);
        return SlackViews.modal(DETAILS, blocks).toString();
    }

    /** The same where the report is no longer kept. */
    public static String noDetails() {
        return SlackViews.modal(DETAILS, new SlackBlocks().plain("The report of that reindex is no longer kept."))
                .toString();
    }

    private static void buttons(SlackBlocks blocks, Ended ended, Seals seals) {
        Report report = ended.report();
        if (report == null) {
            return;
        }
        ArrayNode buttons = blocks.actions();
        String number = Long.toString(report.generation());
        if (report.outcome() == Stage.LIVE && ended.before() > 0) {
            String back = "Go back to generation " + ended.before();
            SlackBlocks.button(buttons, Seals.BACK, back, seals.seal(Seals.BACK, number + " " + ended.before()));
            SlackBlocks.confirmed(buttons, back + "? It is served at once.", "Go back");
        }
        if (!ended.whole()) {
            SlackBlocks.button(buttons, Seals.DETAILS, "Details", seals.seal(Seals.DETAILS, number));
        }
        if (report.outcome() == Stage.REFUSED) {
            SlackBlocks.button(buttons, Seals.FORCE, "Serve it all the same…", seals.seal(Seals.FORCE, number));
        }
        if (buttons.isEmpty()) {
            blocks.blocks().remove(blocks.blocks().size() - 1);
        }
    }

    private static String heading(Ended ended) {
        Report report = ended.report();
        return switch (ended.last().stage()) {
            case LIVE ->
                report == null
                        ? String.join(" ", ended.last().reasons())
                        : "Reindexed: generation " + report.generation() + " is live.";
            case REFUSED -> "The new index was refused. " + STILL;
            case CANCELLED -> "The reindex was cancelled. " + STILL;
            case FAILED -> "The reindex failed. " + STILL;
            case READING, EMBEDDING, BUILDING, CHECKING, PUBLISHING ->
                "The reindex is at " + ended.last().stage() + ".";
        };
    }

    /** What tells nothing of any article. */
    private static List<String> figures(Report report) {
        Report.Articles articles = report.articles();
        List<String> lines = new ArrayList<>();
        lines.add(Wording.count(articles.added().count(), "article") + " added, "
                + articles.changed().count() + " changed, " + articles.removed().count() + " removed.");
        long lost = report.golden().stream().filter(Report.GoldenChange::lost).count();
        if (!report.golden().isEmpty()) {
            lines.add(report.golden().size() + " golden questions answered otherwise, " + lost
                    + " of them no longer rightly.");
        }
        if (!report.lost().isEmpty()) {
            lines.add(report.lost().size() + " quotes of kept answers are gone.");
        }
        if (!report.problems().isEmpty()) {
            lines.add(Wording.count(report.problems().size(), "problem") + " with files; /outsourcing-admin problems"
                    + " lists them.");
        }
        return lines;
    }

    private static List<String> told(Ended ended) {
        if (ended.report() != null) {
            return ended.whole() ? all(ended.report()) : figures(ended.report());
        }
        if (ended.last().stage() == Stage.LIVE) {
            return List.of();
        }
        return ended.whole() ? ended.last().reasons() : List.of("/outsourcing-admin status tells why.");
    }

    private static List<String> all(Report report) {
        List<String> lines = new ArrayList<>();
        report.reasons().forEach(reason -> lines.add("• " + reason));
        lines.add(report.how());
        lines.addAll(figures(report));
        ids(lines, "Added", report.articles().added());
        ids(lines, "Changed", report.articles().changed());
        ids(lines, "Removed", report.articles().removed());
        report.golden().stream().limit(GOLDEN).forEach(change -> golden(lines, change));
        report.lost().stream()
                .limit(LOST)
                .forEach(lost -> lines.add(
                        "No longer quoted (" + lost.answer() + "): “" + lost.words() + "” in " + lost.article()));
        if (report.forced() != null) {
            lines.add("Forced: " + report.forced());
        }
        return lines;
    }

    private static void golden(List<String> lines, Report.GoldenChange change) {
        lines.add((change.lost() ? "No longer right: “" : "Answered otherwise: “") + change.question() + "”");
        lines.add("    before: " + change.before());
        lines.add("    now: " + change.now());
    }

    private static void ids(List<String> lines, String what, Listed listed) {
        if (listed.count() > 0) {
            List<String> first = listed.ids().stream().limit(IDS).toList();
            lines.add(what + ": " + String.join(", ", first) + (listed.count() > first.size() ? ", …" : ""));
        }
    }

    static String counts(Progress.Work work) {
        return work.filesRead() + " files read, " + work.filesKept() + " unchanged, " + work.articles() + " articles, "
                + work.embedded() + " sentences embedded, " + work.problems() + " problems";
    }

    static String ordered(Progress progress) {
        return "Ordered by " + progress.by() + ", " + Wording.time(progress.since()) + ".";
    }

    static String bar(Progress now) {
        if (now.all() == 0) {
            return "…";
        }
        int filled = (int) (BAR * now.share());
        return " " + "█".repeat(filled) + "░".repeat(BAR - filled) + " " + (int) (PERCENT * now.share()) + " %, "
                + now.done() + " of " + now.all() + " " + now.unit() + left(now.secondsLeft());
    }

    private static String left(long seconds) {
        if (seconds == Progress.UNKNOWN) {
            return "";
        }
        return seconds < 2 * MINUTE ? ", " + seconds + " s left" : ", " + seconds / MINUTE + " min left";
    }
}
