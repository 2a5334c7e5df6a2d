package sourcebook.library.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sourcebook.answer.Answering;
import sourcebook.answer.Desk;
import sourcebook.corpus.Golden;
import sourcebook.index.Lease;
import sourcebook.library.report.Report.GoldenChange;
import sourcebook.model.Answer;
import sourcebook.model.Evidence;
import sourcebook.model.Fact;
import sourcebook.model.Quote;

/** Asks the golden questions of two generations, as people ask, and compares the answers. For one thread. */
final class GoldenCheck {
    private static final int QUOTES = Desk.MAX_QUOTES;

    private final Answering before;
    private final Answering now;

    GoldenCheck(Lease before, Lease now) {
        this.before = asking(before);
        this.now = asking(now);
    }

    /** Answers from one generation; the lease stays open, for closing it is its lender's. */
    private static Answering asking(Lease lease) {
        return new Answering(() -> Optional.of(lease.again()));
    }

    /** The questions that get another answer now. */
    List<GoldenChange> changes(List<Golden> goldens, Track track) throws IOException {
        List<GoldenChange> changes = new ArrayList<>();
        for (int i = 0; i < goldens.size(); i++) {
            Golden golden = goldens.get(i);
            Answer old = before.ask(golden.question(), null, QUOTES).answer();
            Answer fresh = now.ask(golden.question(), null, QUOTES).answer();
            GoldenChange change = new GoldenChange(
                    golden.question(), works(golden, old), words(old), works(golden, fresh), words(fresh));
            if (change.worked() != change.works() || !change.before().equals(change.now())) {
                changes.add(change);
            }
            track.done(i + 1L);
        }
        return changes;
    }

    private static boolean works(Golden golden, Answer answer) {
        return switch (answer) {
            case Answer.Found found ->
                golden.found() && found.evidence().stream().anyMatch(evidence -> answers(golden, evidence));
            case Answer.NotFound none -> !golden.found();
            case Answer.Ambiguous unclear -> false;
        };
    }

    private static boolean answers(Golden golden, Evidence evidence) {
        return switch (evidence) {
            case Quote quote ->
                (golden.cites().isEmpty()
                                || golden.cites().contains(quote.citation().article()))
                        && says(golden, quote.text());
            case Fact fact -> says(golden, fact.text());
        };
    }

    private static boolean says(Golden golden, String text) {
        return golden.quotes().isEmpty() || golden.quotes().stream().anyMatch(text::contains);
    }

    /** The answer in a line: its first quote, or that there is none. */
    private static String words(Answer answer) {
        return switch (answer) {
            case Answer.Found found -> words(found.evidence().getFirst());
            case Answer.NotFound none -> "no answer.";
            case Answer.Ambiguous unclear -> "a choice of what " + unclear.name() + " means.";
        };
    }

    private static String words(Evidence evidence) {
        return switch (evidence) {
            case Quote quote -> "“" + quote.text() + "” (" + quote.citation().article() + ").";
            case Fact fact -> "“" + fact.text() + "” (" + fact.subject().label() + ").";
        };
    }
}
