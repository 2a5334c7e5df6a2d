package sourcebook.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import sourcebook.library.Library;
import sourcebook.library.report.Actor;
import sourcebook.library.report.Order;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.library.report.Report.Listed;
import sourcebook.model.Generation;
import sourcebook.model.Problem;
import sourcebook.render.Wording;

/** Runs a reindex and tells how it went. */
final class Indexing {
    private static final int SHOWN = 20;
    private static final int IDS = 10;

    private final Terminal terminal;

    Indexing(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Reindexes what has changed, prints the report on standard error, and returns an exit status. */
    int run(Library library, Actor by) throws IOException {
        return run(library, Order.by(by));
    }

    /** Reindexes as ordered, prints the report on standard error, and returns an exit status. */
    int run(Library library, Order order) throws IOException {
        Reindex outcome;
        try {
            outcome = library.reindex(order, terminal.progress());
        } finally {
            terminal.endProgress();
        }
        return tell(outcome);
    }

    /** Prints how a reindex ended, and returns an exit status. */
    int tell(Reindex outcome) {
        PrintStream err = terminal.err();
        return switch (outcome) {
            case Reindex.Published published -> published(published);
            case Reindex.Refused refused -> refused(refused.report());
            case Reindex.Unchanged unchanged -> {
                unchanged.reasons().forEach(err::println);
                yield Cli.DONE;
            }
            case Reindex.Busy busy -> {
                err.println("A reindex is running already: " + busy.holder() + ". Try again when it is done.");
                yield Cli.FAILED;
            }
            case Reindex.Cancelled cancelled -> {
                err.println("The reindex was cancelled by " + cancelled.by() + "; what was served before still is.");
                yield Cli.FAILED;
            }
            case Reindex.Failed failed -> {
                err.println(failed.reason());
                yield Cli.FAILED;
            }
        };
    }

    /** Serves what is there. What no longer can be, such as an index of an earlier version, counts as not being there. */
    void open(Library library) {
        try {
            library.refresh();
        } catch (IOException e) {
            terminal.err().println("The index is built anew: " + e.getMessage());
        }
    }

    /** Builds the first generation where there is none; what is there is served as it is. */
    int runIfNone(Library library, Actor by) throws IOException {
        open(library);
        try (var lease = library.lease().orElse(null)) {
            if (lease != null) {
                return Cli.DONE;
            }
        }
        return run(library, by);
    }

    private int published(Reindex.Published published) {
        problems(published.report().problems());
        changes(published.report());
        Generation generation = published.generation();
        terminal.err().println("Generation " + generation.number() + ": " + counts(generation.holdings()) + ".");
        return Cli.DONE;
    }

    static String counts(Generation.Holdings holdings) {
        return holdings.articles() + " articles, " + holdings.passages() + " passages, " + holdings.sentences()
                + " sentences" + (holdings.newest() == null ? "" : ", newest of " + holdings.newest());
    }

    private int refused(Report report) {
        problems(report.problems());
        changes(report);
        terminal.err().println("The new index was refused; what was served before still is.");
        report.reasons().forEach(reason -> terminal.err().println("  - " + reason));
        return Cli.FAILED;
    }

    /** What changed, as the report says. */
    void changes(Report report) {
        PrintStream err = terminal.err();
        err.println(report.how());
        ids("added", report.articles().added());
        ids("changed", report.articles().changed());
        ids("removed", report.articles().removed());
        report.golden().stream().limit(SHOWN).forEach(change -> {
            err.println((change.lost() ? "no longer right: “" : "answered otherwise: “") + change.question() + "”");
            err.println("  before: " + change.before());
            err.println("  now:    " + change.now());
        });
        report.lost().stream()
                .limit(SHOWN)
                .forEach(quote -> err.println(
                        "no longer quoted (" + quote.answer() + "): “" + quote.words() + "” in " + quote.article()));
        if (report.forced() != null) {
            err.println("Forced: " + report.forced());
        }
    }

    private void ids(String what, Listed listed) {
        if (listed.count() > 0) {
            List<String> first = listed.ids().stream().limit(IDS).toList();
            terminal.err()
                    .println(Wording.count(listed.count(), "article") + " " + what + ": " + String.join(", ", first)
                            + (listed.count() > first.size() ? ", …" : ""));
        }
    }

    /** What is wrong with files. */
    void problems(List<Problem> problems) {
        problems.stream()
                .limit(SHOWN)
                .forEach(problem -> terminal.err()
                        .println((problem.level() == Problem.Level.ERROR ? "not read: " : "note: ") + problem));
        if (problems.size() > SHOWN) {
            terminal.err().println("… and " + (problems.size() - SHOWN) + " more problems.");
        }
    }
}
