package sourcebook.render.teams;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.library.report.Report.Listed;
import sourcebook.model.Generation;

/** What admins are told of reindexes and of what is served, in words. */
final class AdminWording {
    private static final int BAR = 20;
    private static final int PERCENT = 100;
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int IDS = 10;
    private static final int SHOWN = 5;
    private static final String STILL = " What was served before still is.";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private AdminWording() {}

    /** Where it stands, in a sentence. */
    static String heading(Progress now) {
        return switch (now.stage()) {
            case READING -> "Reindexing: files are read.";
            case EMBEDDING -> "Reindexing: new sentences are embedded.";
            case BUILDING -> "Reindexing: the new index is built.";
            case CHECKING -> "Reindexing: the new index is checked.";
            case PUBLISHING -> "Reindexing: the new index is published.";
            case LIVE -> "The last reindex went well.";
            case REFUSED -> "The last reindex was refused." + STILL;
            case FAILED -> "The last reindex failed." + STILL;
            case CANCELLED -> "The last reindex was called off." + STILL;
        };
    }

    /** How it ended, in a sentence or two. */
    static String heading(Reindex outcome) {
        return switch (outcome) {
            case Reindex.Published published ->
                "Generation " + published.generation().number() + " is served.";
            case Reindex.Unchanged unchanged -> "The index is up to date.";
            case Reindex.Refused refused -> "The new index was refused." + STILL;
            case Reindex.Cancelled cancelled -> "The reindex was called off." + STILL;
            case Reindex.Failed failed -> "The reindex failed." + STILL;
            case Reindex.Busy busy -> "Another reindex is running.";
        };
    }

    /** What could be checked; empty where it did not come so far. */
    static Optional<Report> report(Reindex outcome) {
        return switch (outcome) {
            case Reindex.Published published -> Optional.of(published.report());
            case Reindex.Refused refused -> Optional.of(refused.report());
            case Reindex.Unchanged unchanged -> Optional.empty();
            case Reindex.Cancelled cancelled -> Optional.empty();
            case Reindex.Failed failed -> Optional.empty();
            case Reindex.Busy busy -> Optional.empty();
        };
    }

    /** How much of the step is done, drawn. */
    static String bar(Progress now) {
        int filled = (int) (BAR * now.share());
        return "█".repeat(filled) + "░".repeat(BAR - filled) + " " + (int) (PERCENT * now.share()) + " %";
    }

    /** How much of the step is done, and how long all the rest will take; empty where neither is known. */
    static String amount(Progress now) {
        List<String> parts = new ArrayList<>();
        if (now.all() > 0) {
            parts.add(number(now.done()) + " of " + number(now.all()) + " " + now.unit());
        }
        if (now.secondsLeft() != Progress.UNKNOWN) {
            parts.add("about " + time(now.secondsLeft()) + " left");
        }
        return String.join(", ", parts);
    }

    static String work(Progress.Work work) {
        return counted(work.filesRead(), "file") + " read, " + number(work.filesKept()) + " unchanged; "
                + counted(work.articles(), "article") + ", " + counted(work.embedded(), "sentence") + " embedded, "
                + counted(work.problems(), "problem");
    }

    static String ordered(Progress now) {
        return "Ordered by " + now.by() + ", " + TIME.format(now.since());
    }

    /** What came of it, in figures, which tell nothing of any article. */
    static List<String> figures(Report report) {
        Report.Articles articles = report.articles();
        List<String> lines = new ArrayList<>();
        lines.add(
                articles.same()
                        ? "No article was added, changed or removed."
                        : counted(articles.added().count(), "article") + " added, "
                                + number(articles.changed().count()) + " changed, "
                                + number(articles.removed().count()) + " removed.");
        int golden = report.golden().size();
        if (golden > 0) {
            long lost =
                    report.golden().stream().filter(Report.GoldenChange::lost).count();
            lines.add(counted(golden, "golden question") + (golden == 1 ? " gets" : " get") + " another answer, "
                    + number(lost) + " of them no longer the right one.");
        }
        if (!report.lost().isEmpty()) {
            lines.add("Gone from kept answers: " + counted(report.lost().size(), "quote") + ".");
        }
        if (!report.problems().isEmpty()) {
            lines.add(counted(report.problems().size(), "problem") + " with files.");
        }
        return lines;
    }

    /** The same with ids, questions and words, which are anybody's. */
    static List<String> details(Report report) {
        List<String> lines = new ArrayList<>(report.reasons());
        lines.add(report.how());
        lines.addAll(figures(report));
        Report.Articles articles = report.articles();
        Stream.of(
                        listed("Added", articles.added()),
                        listed("Changed", articles.changed()),
                        listed("Removed", articles.removed()))
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        report.golden().stream()
                .limit(SHOWN)
                .forEach(change -> lines.add(
                        "“" + change.question() + "” before: " + change.before() + " – now: " + change.now()));
        report.lost().stream()
                .limit(SHOWN)
                .forEach(quote -> lines.add("No longer there: “" + quote.words() + "” in " + quote.article()));
        if (report.forced() != null) {
            lines.add("Checks were passed over: " + report.forced());
        }
        return lines;
    }

    private static String listed(String what, Listed listed) {
        if (listed.count() == 0) {
            return "";
        }
        List<String> ids = listed.ids().stream().limit(IDS).toList();
        String more = listed.count() > ids.size() ? " and " + number(listed.count() - ids.size()) + " more" : "";
        return what + ": " + String.join(", ", ids) + more;
    }

    /** A generation in a line: when, by whom, how much. */
    static String line(KeptGeneration kept) {
        Generation generation = kept.generation();
        if (generation == null) {
            return "Generation " + kept.number() + " cannot be read: it is damaged or of another version";
        }
        return "Generation " + kept.number() + (kept.live() ? ", served now" : "") + ": " + time(generation.builtAt())
                + ", by " + kept.by() + ", " + counted(generation.holdings().articles(), "article") + ", "
                + counted(generation.holdings().sentences(), "sentence")
                + (generation.embedded() ? "" : ", found by words alone");
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static String time(long seconds) {
        if (seconds < 2 * MINUTE) {
            return seconds + " s";
        }
        return seconds < 2 * HOUR ? seconds / MINUTE + " min" : seconds / HOUR + " h";
    }

    static String counted(long count, String one) {
        return number(count) + " " + one + (count == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
