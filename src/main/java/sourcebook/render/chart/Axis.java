package sourcebook.render.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days from left to right. */
record Axis(LocalDate first, LocalDate last, double left, double width) {
    private static final int MOST_TICKS = 9;
    private static final int[] STEPS = {1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000};

    double x(LocalDate day) {
        double share = (day.toEpochDay() - first.toEpochDay()) / (double) (last.toEpochDay() - first.toEpochDay());
        return left + width * Math.clamp(share, 0, 1);
    }

    /** First days of years, evenly spaced, few enough to be read. */
    List<LocalDate> ticks() {
        int years = last.getYear() - first.getYear() + 1;
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            step = years / STEPS[i] < MOST_TICKS ? STEPS[i] : step;
        }
        List<LocalDate> ticks = new ArrayList<>();
        for (int year = Math.ceilDiv(first.getYear(), step) * step; year <= last.getYear(); year += step) {
            LocalDate tick = LocalDate.of(year, 1, 1);
            if (!tick.isBefore(first)) {
                ticks.add(tick);
            }
        }
        return ticks;
    }
}
