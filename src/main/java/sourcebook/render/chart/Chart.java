package sourcebook.render.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a picture is to show; {@link Picture} draws it. Labels are anybody's words and are shortened where they do not fit. */
public sealed interface Chart {
    String title();

    /**
     * Contracts over time, a bar from start to end each, with the time behind it that options to extend may add.
     *
     * @param today where the line of today is drawn
     */
    record Timeline(String title, LocalDate today, List<Stretch> stretches) implements Chart {
        public Timeline {
            stretches = List.copyOf(stretches);
        }
    }

    /**
     * One contract's time. A side that is not stated stays open and is said to be.
     *
     * @param extended the last day with all options taken up, null where there is no option or its length is not stated
     */
    record Stretch(
            String label,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate extended) {}

    /**
     * Sums side by side, all of one currency and basis.
     *
     * @param basis what the sums are of, in words, such as {@code GBP, award value}
     */
    record Bars(String title, String basis, List<Bar> bars) implements Chart {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One sum.
     *
     * @param shown the sum as people read it
     */
    record Bar(String label, BigDecimal sum, String shown) {}

    /** How many contracts end in each month, none left out between the first and the last. */
    record Pipeline(String title, List<Month> months) implements Chart {
        public Pipeline {
            months = List.copyOf(months);
        }
    }

    /**
     * The contracts that end in one month.
     *
     * @param extendable how many of them have an option to extend
     */
    record Month(YearMonth month, int ending, int extendable) {
        public Month {
            if (extendable < 0 || ending < extendable) {
                throw new IllegalArgumentException(
                        "of the contracts ending some are extendable, got " + extendable + " of " + ending);
            }
        }
    }
}
