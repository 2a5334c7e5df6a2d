package sourcebook.library.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.model.Problem;

/**
 * What came of a reindex, kept with its generation.
 *
 * @param generation the number that was built; it is served if {@code outcome} is {@link Stage#LIVE}
 * @param reasons why it was refused; none otherwise
 * @param forced why checks were passed over; null where none had to be
 * @param how what was read, and why so much, in a sentence
 * @param golden golden questions that get another answer than before
 * @param lost quotes of kept answers that no longer stand where they stood
 * @param problems what is wrong with files, whether they were read now or before; the first {@link #MAX_PROBLEMS}
 */
public record Report(
        long generation,
        Instant at,
        String by,
        Stage outcome,
        List<String> reasons,
        @Nullable String forced,
        String how,
        Articles articles,
        List<GoldenChange> golden,
        List<LostQuote> lost,
        List<Problem> problems) {
    /** A corpus with more problems is broken in a way that these show. */
    public static final int MAX_PROBLEMS = 1_000;

    /** So many ids are listed of each kind of change. */
    public static final int MAX_LISTED = 200;

    public Report {
        reasons = List.copyOf(reasons);
        golden = List.copyOf(golden);
        lost = List.copyOf(lost);
        problems = problems.stream().limit(MAX_PROBLEMS).toList();
    }

    /** Articles against those of the generation that was served. */
    public record Articles(Listed added, Listed changed, Listed removed) {
        public static final Articles NONE = new Articles(Listed.NONE, Listed.NONE, Listed.NONE);

        public boolean same() {
            return added.count() + changed.count() + removed.count() == 0;
        }
    }

    /** How many, and the ids of the first. */
    public record Listed(int count, List<String> ids) {
        public static final Listed NONE = new Listed(0, List.of());

        public Listed {
            ids = ids.stream().limit(MAX_LISTED).toList();
        }
    }

    /**
     * A golden question's answer before and now, in words.
     *
     * @param worked whether the answer before was what the question should get
     * @param works whether the answer now is
     */
    public record GoldenChange(String question, boolean worked, String before, boolean works, String now) {
        /** Whether it was right and no longer is. */
        public boolean lost() {
            return worked && !works;
        }
    }

    /**
     * A quote that an answer kept.
     *
     * @param answer what was asked
     */
    public record LostQuote(String answer, String article, String words) {}

    /** The same, ended in another way. */
    public Report ended(Stage stage, List<String> why) {
        return new Report(generation, at, by, stage, why, forced, how, articles, golden, lost, problems);
    }
}
