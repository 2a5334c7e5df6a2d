package sourcebook.render.teams;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.library.report.Stage;
import sourcebook.model.Problem;
import sourcebook.render.teams.CardWriter.Look;
import sourcebook.render.teams.CardWriter.Run;

/** What admins see: where a reindex stands, what it changed, what is served, what is wrong. Safe for many threads. */
public final class AdminCards {
    private static final int MAX_PROBLEMS = 40;
    private static final int MAX_LINE = 400;
    private static final String WHY = "Why is told in a personal chat alone: type admin status there.";
    private static final String PROBLEMS = "List the problems";

    /** A command, and what it does. */
    public record Line(String usage, String what) {}

    /**
     * Where a reindex stands, with a button to call it off; or that it has ended.
     *
     * @param whole whether ids, questions and words may be shown
     */
    public Card running(Progress now, boolean whole) {
        CardWriter card = new CardWriter();
        standing(card, now, whole);
        if (!now.stage().ended()) {
            card.execute("Call it off", Press.admin("cancel"));
        }
        card.execute("Look again", Press.admin("progress"));
        return card.card(AdminWording.heading(now), List.of());
    }

    /**
     * How a reindex ended.
     *
     * @param last where it stood when it ended; null where that was in another process
     * @param back the generation that was served before; empty where there is none
     */
    public record Ended(String by, @Nullable Progress last, Reindex outcome, OptionalLong back) {}

    /**
     * How a reindex ended, what it changed, and the way back.
     *
     * @param whole whether ids, questions and words may be shown; figures alone and a button for the rest otherwise
     */
    public Card ended(Ended ended, boolean whole) {
        CardWriter card = new CardWriter();
        String heading = AdminWording.heading(ended.outcome());
        card.heading(heading);
        Optional<Report> report = AdminWording.report(ended.outcome());
        if (report.isEmpty()) {
            reasons(card, ended.outcome().reasons(), whole || !(ended.outcome() instanceof Reindex.Failed));
        }
        report.map(whole ? AdminWording::details : AdminWording::figures)
                .ifPresent(lines -> lines.forEach(line -> plain(card, line)));
        Progress last = ended.last();
        plain(card, last == null ? "Ordered by " + ended.by() : AdminWording.ordered(last));
        if (ended.outcome() instanceof Reindex.Published && ended.back().isPresent()) {
            back(card, ended.back().getAsLong());
        }
        if (report.isPresent() && !whole) {
            card.execute("Details", Press.admin("changes"));
        }
        if (report.isPresent() && !report.get().problems().isEmpty()) {
            card.execute(PROBLEMS, Press.admin("problems"));
        }
        return card.card(heading, List.of());
    }

    /** What the last reindex that was checked came to. */
    public Card changes(Report report) {
        CardWriter card = new CardWriter();
        card.heading("What the last reindex changed");
        plain(card, "Generation " + report.generation() + ": " + report.outcome() + ", ordered by " + report.by());
        AdminWording.details(report).forEach(line -> plain(card, line));
        return card.card("What the last reindex changed", List.of());
    }

    private static void back(CardWriter card, long generation) {
        card.execute("Go back to generation " + generation, Press.admin("rollback " + generation));
    }

    private static void reasons(CardWriter card, List<String> reasons, boolean shown) {
        if (shown) {
            reasons.forEach(reason -> plain(card, reason));
        } else if (!reasons.isEmpty()) {
            plain(card, WHY);
        }
    }

    private static void standing(CardWriter card, Progress now, boolean whole) {
        card.heading(AdminWording.heading(now));
        if (now.all() > 0) {
            card.add(CardWriter.rich(List.of(Run.plain(AdminWording.bar(now))), false));
        }
        if (!AdminWording.amount(now).isEmpty()) {
            card.add(CardWriter.rich(List.of(Run.plain(AdminWording.amount(now))), false));
        }
        plain(card, AdminWording.work(now.work()));
        boolean telling = now.stage() == Stage.REFUSED || now.stage() == Stage.FAILED;
        reasons(card, now.reasons(), whole || !telling);
        plain(card, AdminWording.ordered(now));
    }

    /**
     * What is served and what else is kept, and where the last reindex stands or how it ended.
     *
     * @param whole whether ids, questions and words may be shown
     */
    public Card status(List<KeptGeneration> generations, Optional<Progress> last, boolean whole) {
        CardWriter card = new CardWriter();
        card.heading(generations.isEmpty() ? "Nothing is indexed yet" : "What is served and kept");
        for (KeptGeneration kept : generations) {
            Look look = kept.live() ? Look.BOLD : Look.PLAIN;
            card.add(CardWriter.rich(List.of(Run.of(AdminWording.line(kept), look)), false));
        }
        last.ifPresent(progress -> standing(card, progress, whole));
        if (last.isPresent() && !last.get().stage().ended()) {
            card.execute("Call it off", Press.admin("cancel"));
            card.execute("Look again", Press.admin("status"));
        } else {
            card.say(List.of("admin reindex"));
            generations.stream()
                    .filter(kept -> !kept.live() && kept.generation() != null)
                    .forEach(kept -> back(card, kept.number()));
            card.execute(PROBLEMS, Press.admin("problems"));
        }
        return card.card("What is served and kept", List.of());
    }

    /**
     * What is wrong with the files of the generation that is served.
     *
     * @param whole whether the names of files may be shown; a count and a button for the rest otherwise
     */
    public Card problems(List<Problem> problems, boolean whole) {
        CardWriter card = new CardWriter();
        String heading = problems.isEmpty()
                ? "Every file of what is served could be read"
                : AdminWording.counted(problems.size(), "problem") + " with the files of what is served";
        card.heading(heading);
        if (whole) {
            problems.stream().limit(MAX_PROBLEMS).forEach(problem -> plain(card, problem.toString()));
            if (problems.size() > MAX_PROBLEMS) {
                card.own("The first " + MAX_PROBLEMS + " are listed; the admin page lists more.");
            }
        } else if (!problems.isEmpty()) {
            card.execute(PROBLEMS, Press.admin("problems"));
        }
        return card.card(heading, List.of());
    }

    /** The commands of admins. */
    public Card help(List<Line> lines) {
        CardWriter card = new CardWriter();
        card.heading("What admins can do");
        lines.forEach(line -> card.add(
                CardWriter.rich(List.of(Run.of(line.usage(), Look.BOLD), Run.plain(" – " + line.what())), false)));
        card.say(List.of("admin status", "admin reindex"));
        return card.card("What admins can do", List.of());
    }

    private static void plain(CardWriter card, String line) {
        card.plain(CardWriter.cut(line, MAX_LINE));
    }
}
