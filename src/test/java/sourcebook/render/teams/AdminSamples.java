package sourcebook.render.teams;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sourcebook.library.report.KeptGeneration;
import sourcebook.library.report.Progress;
import sourcebook.library.report.Reindex;
import sourcebook.library.report.Report;
import sourcebook.library.report.Report.Listed;
import sourcebook.library.report.Stage;
import sourcebook.model.Generation;
import sourcebook.model.Generation.Holdings;
import sourcebook.model.Problem;

/** What admins see, of every kind; {@code words} stand wherever somebody else's words can. */
final class AdminSamples {
    static final AdminCards CARDS = new AdminCards();
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private AdminSamples() {}

    /** Each by a name for its picture. */
    static Map<String, Card> all(String words) {
        Map<String, Card> all = new LinkedHashMap<>();
        Report live = report(Stage.LIVE, words);
        Reindex published = new Reindex.Published(generation(8), live);
        all.put("admin-running", CARDS.running(progress(Stage.EMBEDDING, 1_170, words), true));
        all.put("admin-published", ended(words, published, true));
        all.put("admin-published-figures", ended(words, published, false));
        all.put("admin-refused", ended(words, new Reindex.Refused(report(Stage.REFUSED, words)), true));
        all.put("admin-failed", ended(words, new Reindex.Failed(words + " could not be written."), true));
        all.put("admin-status", CARDS.status(kept(words), Optional.of(progress(Stage.CANCELLED, 0, words)), true));
        all.put(
                "admin-status-running",
                CARDS.status(kept(words), Optional.of(progress(Stage.READING, 900, words)), true));
        all.put("admin-failed-figures", ended(words, new Reindex.Failed(words + " could not be written."), false));
        all.put("admin-status-figures", CARDS.status(List.of(), Optional.of(refused(words)), false));
        all.put("admin-changes", CARDS.changes(live));
        all.put("admin-problems", CARDS.problems(live.problems(), true));
        all.put("admin-problems-figures", CARDS.problems(live.problems(), false));
        all.put("admin-help", CARDS.help(List.of(new AdminCards.Line("admin reindex", "reads what has changed"))));
        return all;
    }

    private static Card ended(String words, Reindex outcome, boolean whole) {
        Progress last = progress(Stage.LIVE, 0, words);
        return CARDS.ended(new AdminCards.Ended(words, last, outcome, OptionalLong.of(7)), whole);
    }

    private static Progress progress(Stage stage, long done, String words) {
        return new Progress(
                "run",
                words + " in Teams",
                1,
                NOON,
                stage,
                done,
                done == 0 ? 0 : 2_600,
                "sentences",
                done == 0 ? Progress.UNKNOWN : 210,
                new Progress.Work(14, 4_906, 15, 1_170, 2),
                stage == Stage.CANCELLED ? List.of("Cancelled by " + words + ".") : List.of());
    }

    private static Progress refused(String words) {
        return new Progress(
                "run",
                "the command line",
                1,
                NOON,
                Stage.REFUSED,
                0,
                0,
                "",
                Progress.UNKNOWN,
                Progress.Work.NONE,
                List.of("1 golden question lost its answer: " + words));
    }

    private static Report report(Stage stage, String words) {
        Listed two = new Listed(2, List.of(words, "justice/tagging"));
        return new Report(
                8,
                NOON,
                words,
                stage,
                stage == Stage.REFUSED ? List.of("1 golden question lost its answer: " + words) : List.of(),
                words,
                "14 files were read, for they are new or changed.",
                new Report.Articles(two, new Listed(1, List.of(words)), Listed.NONE),
                List.of(new Report.GoldenChange(words + "?", true, words, false, words)),
                List.of(new Report.LostQuote("how long?", words, words)),
                List.of(
                        Problem.error("articles/" + words + ".md", 3, words),
                        Problem.warning("names.csv", 12, "a name is listed twice: " + words)));
    }

    private static List<KeptGeneration> kept(String words) {
        Report report = report(Stage.LIVE, words);
        return List.of(
                new KeptGeneration(8, generation(8), true, report),
                new KeptGeneration(7, generation(7), false, report),
                new KeptGeneration(6, null, false, null));
    }

    private static Generation generation(long number) {
        return new Generation(
                number,
                NOON,
                "c0ffee",
                number == 8 ? "e5" : Generation.WORDS_ALONE,
                new Holdings(4_920, 1, 1, null),
                List.of());
    }
}
