package sourcebook.library.run;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.corpus.Golden;
import sourcebook.index.Draft;
import sourcebook.index.Lease;
import sourcebook.library.report.KeptQuotes;
import sourcebook.library.report.Order;
import sourcebook.library.report.Report;
import sourcebook.library.report.Report.GoldenChange;
import sourcebook.library.report.Report.LostQuote;
import sourcebook.library.report.Stage;
import sourcebook.model.Problem;
import sourcebook.model.Quote;

/** Compares a draft with what is served, refuses what must not be, and reports what changed. For one thread. */
final class Gate {
    private static final System.Logger LOG = System.getLogger(Gate.class.getName());

    /** A draft with fewer than this share of the articles that are served is taken for an accident. */
    private static final double ENOUGH = 0.8;

    private final KeptQuotes kept;
    private final Order order;
    private final Track track;
    private final @Nullable Lease served;
    private List<GoldenChange> golden = List.of();
    private List<LostQuote> lost = List.of();
    private List<String> passedOver = List.of();

    Gate(KeptQuotes kept, Order order, Track track, Optional<Lease> served) {
        this.kept = kept;
        this.order = order;
        this.track = track;
        this.served = served.orElse(null);
    }

    /** Why the draft must not be served; none where it may, or where the order forces it. */
    List<String> reasons(Draft draft, Lease lease, List<Golden> goldens) throws IOException {
        if (served == null) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>(articles(draft, served));
        golden = new GoldenCheck(served, lease).changes(goldens, track);
        golden.stream().filter(GoldenChange::lost).map(Gate::told).forEach(reasons::add);
        lost = lost(served, lease);
        String force = order.force();
        if (force == null || reasons.isEmpty()) {
            return reasons;
        }
        passedOver = reasons;
        LOG.log(
                Level.WARNING,
                () -> order.by().name() + " forces the new index (" + force + ") in spite of: "
                        + String.join(" ", reasons));
        return List.of();
    }

    /** What changed, as of a draft that was checked. */
    Report report(Draft draft, String by, String how, List<Problem> others) throws IOException {
        Stream<Problem> problems = Stream.concat(
                others.stream(), draft.files().values().stream().flatMap(file -> file.problems().stream()));
        return new Report(
                draft.generation().number(),
                draft.generation().builtAt(),
                by,
                Stage.LIVE,
                List.of(),
                passedOver.isEmpty() ? null : order.force() + ". Passed over: " + String.join(" ", passedOver),
                how,
                Comparison.of(
                        served == null ? List.of() : served.files().values(),
                        draft.files().values()),
                golden,
                lost,
                problems.limit(Report.MAX_PROBLEMS).toList());
    }

    private static List<String> articles(Draft draft, Lease served) {
        int before = served.generation().holdings().articles();
        int now = draft.generation().holdings().articles();
        return now >= ENOUGH * before
                ? List.of()
                : List.of("The new index has " + now + " articles, the one that is served has " + before
                        + ": more than a fifth of them would be gone.");
    }

    private static String told(GoldenChange change) {
        return "“" + change.question() + "” was answered rightly and no longer is. Before: " + change.before()
                + " Now: " + change.now();
    }

    private List<LostQuote> lost(Lease before, Lease now) throws IOException {
        List<LostQuote> gone = new ArrayList<>();
        for (KeptQuotes.Kept quote : keptQuotes()) {
            track.look();
            Optional<String> words = words(before, quote.place());
            if (words.isPresent() && !words.equals(words(now, quote.place()))) {
                gone.add(new LostQuote(quote.question(), quote.place().article(), words.get()));
            }
        }
        return gone;
    }

    private List<KeptQuotes.Kept> keptQuotes() {
        try {
            return kept.quotes();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The quotes of kept answers could not be looked at: " + e.getMessage());
            return List.of();
        }
    }

    private static Optional<String> words(Lease lease, Quote.Place place) throws IOException {
        return lease.quote(place).filter(quote -> quote.passage().intact()).map(Quote::text);
    }
}
